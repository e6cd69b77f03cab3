// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/vacancy_writer.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace passend::pool {

void VacancyWriter::add(const VacancySegment& segment, std::uint32_t row) {
  const auto bytes = segment.packed(row);
  rows_[segment.ids()[row]] = {segment.ids()[row], segment.updated()[row], segment.closes()[row],
                               segment.sources()[row],
                               std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size())};
}

void VacancyWriter::write(SectionSink& sink) {
  std::vector<Id128> ids;
  ids.reserve(rows_.size());
  for (const auto& [id, row] : rows_) ids.push_back(id);
  std::sort(ids.begin(), ids.end());
  std::vector<std::uint16_t> updated;
  std::vector<std::uint16_t> closes;
  std::vector<std::uint64_t> sources;
  std::vector<std::uint64_t> starts{0};
  std::string records;
  for (const Id128& id : ids) {
    const PackedVacancy& row = rows_.at(id);
    updated.push_back(row.updated);
    closes.push_back(row.closes);
    sources.push_back(row.source);
    records += row.bytes;
    starts.push_back(records.size());
  }
  sink.add(Section::vacancy_ids, ids);
  sink.add(Section::vacancy_updated, updated);
  sink.add(Section::vacancy_closes, closes);
  sink.add(Section::vacancy_sources, sources);
  sink.add(Section::vacancy_starts, starts);
  sink.add(Section::vacancy_records, std::as_bytes(std::span(records)));
}

}  // namespace passend::pool
