// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <unordered_map>

#include "indexer/pool/packed_records.hpp"
#include "indexer/pool/sections.hpp"
#include "indexer/pool/vacancy_segment.hpp"

namespace passend::pool {

/// Gathers vacancies in any order and writes the sections of a segment, by the same promise as CandidateWriter.
class VacancyWriter {
 public:
  void add(const PackedVacancy& packed) { rows_[packed.id] = packed; }
  void add(const VacancySegment& segment, std::uint32_t row);
  void remove(VacancyId id) { rows_.erase(id.value); }
  void write(SectionSink& sink);

 private:
  std::unordered_map<Id128, PackedVacancy> rows_;
};

}  // namespace passend::pool
