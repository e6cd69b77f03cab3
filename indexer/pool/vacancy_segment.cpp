// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/vacancy_segment.hpp"

#include <algorithm>

#include "indexer/base/error.hpp"
#include "indexer/pool/packed_facts.hpp"

namespace passend::pool {
namespace {

void require(bool holds, Section section) {
  if (!holds) throw Error(ErrorCode::pool_corrupt, "the section '" + name_of(section) + "' has an impossible size");
}

}  // namespace

VacancySegment::VacancySegment(const Sections& sections, std::shared_ptr<const void> owner) : owner_(std::move(owner)) {
  ids_ = sections.elements<Id128>(Section::vacancy_ids);
  require(ids_.size() <= UINT32_MAX, Section::vacancy_ids);
  updated_ = sections.elements<std::uint16_t>(Section::vacancy_updated);
  require(updated_.size() == ids_.size(), Section::vacancy_updated);
  closes_ = sections.elements<std::uint16_t>(Section::vacancy_closes);
  require(closes_.size() == ids_.size(), Section::vacancy_closes);
  starts_ = sections.elements<std::uint64_t>(Section::vacancy_starts);
  records_ = sections[Section::vacancy_records];
  require(starts_.size() == ids_.size() + 1 && starts_.back() == records_.size(), Section::vacancy_starts);
}

std::optional<std::uint32_t> VacancySegment::find(VacancyId id) const {
  const auto found = std::lower_bound(ids_.begin(), ids_.end(), id.value);
  if (found == ids_.end() || *found != id.value) return std::nullopt;
  return static_cast<std::uint32_t>(found - ids_.begin());
}

void VacancySegment::read(std::uint32_t row, VacancyFacts& facts) const {
  facts.id = VacancyId{ids_[row]};
  facts.updated = day_of(updated_[row]).value_or(Date{});
  facts.closes = day_of(closes_[row]);
  unpack_vacancy(packed(row), facts);
}

std::vector<std::pair<std::string, std::uint64_t>> VacancySegment::memory() const {
  return {{name_of(Section::vacancy_ids), ids_.size_bytes()},
          {name_of(Section::vacancy_updated), updated_.size_bytes()},
          {name_of(Section::vacancy_closes), closes_.size_bytes()},
          {name_of(Section::vacancy_starts), starts_.size_bytes()},
          {name_of(Section::vacancy_records), records_.size_bytes()}};
}

void VacancyWriter::add(const VacancyFacts& facts) {
  auto& row = rows_[facts.id.value];
  row.updated = stored_day(facts.updated);
  row.closes = stored_day(facts.closes);
  row.bytes.clear();
  pack_vacancy(facts, row.bytes);
  row.bytes.shrink_to_fit();
}

void VacancyWriter::add(const VacancySegment& segment, std::uint32_t row) {
  const auto bytes = segment.packed(row);
  rows_[segment.ids()[row]] = {segment.updated()[row], segment.closes()[row],
                               std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size())};
}

void VacancyWriter::write(SectionSink& sink) {
  std::vector<Id128> ids;
  ids.reserve(rows_.size());
  for (const auto& [id, row] : rows_) ids.push_back(id);
  std::sort(ids.begin(), ids.end());
  std::vector<std::uint16_t> updated;
  std::vector<std::uint16_t> closes;
  std::vector<std::uint64_t> starts{0};
  std::string records;
  for (const Id128& id : ids) {
    const Row& row = rows_.at(id);
    updated.push_back(row.updated);
    closes.push_back(row.closes);
    records += row.bytes;
    starts.push_back(records.size());
  }
  sink.add(Section::vacancy_ids, ids);
  sink.add(Section::vacancy_updated, updated);
  sink.add(Section::vacancy_closes, closes);
  sink.add(Section::vacancy_starts, starts);
  sink.add(Section::vacancy_records, std::as_bytes(std::span(records)));
}

}  // namespace passend::pool
