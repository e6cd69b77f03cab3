// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/vacancy_segment.hpp"

#include <algorithm>

#include "indexer/base/error.hpp"
#include "indexer/pool/packed_facts.hpp"
#include "indexer/pool/sections.hpp"

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
  sources_ = sections.elements<std::uint64_t>(Section::vacancy_sources);
  require(sources_.size() == ids_.size(), Section::vacancy_sources);
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
          {name_of(Section::vacancy_sources), sources_.size_bytes()},
          {name_of(Section::vacancy_starts), starts_.size_bytes()},
          {name_of(Section::vacancy_records), records_.size_bytes()}};
}

}  // namespace passend::pool
