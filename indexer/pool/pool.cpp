// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/pool.hpp"

#include <algorithm>

#include "indexer/pool/sections.hpp"
#include "indexer/pool/source_key.hpp"

namespace passend::pool {
namespace {

/// The void rows of a part for who sees these sources alone.
template <class Segment>
std::vector<std::uint64_t> void_outside(const SegmentPart<Segment>& part, const std::vector<std::uint64_t>& seen) {
  auto bits = part.void_rows;
  const auto sources = part.segment->sources();
  bits.resize((sources.size() + 63) / 64, 0);
  for (std::size_t row = 0; row < sources.size(); ++row) {
    if (std::binary_search(seen.begin(), seen.end(), sources[row])) continue;
    bits[row / 64] |= std::uint64_t{1} << (row % 64);
  }
  return bits;
}

}  // namespace

std::shared_ptr<const Pool> Pool::within(std::shared_ptr<const Boundary> boundary) const {
  auto seen = std::make_shared<Pool>(*this);
  seen->candidates_ = {};
  seen->vacancies_ = {};
  const auto people = source_keys(boundary->profiles);
  const auto work = source_keys(boundary->work);
  for (const auto& part : candidates_.all()) seen->candidates_.add(part.segment, void_outside(part, people));
  for (const auto& part : vacancies_.all()) seen->vacancies_.add(part.segment, void_outside(part, work));
  seen->boundary_ = std::move(boundary);
  return seen;
}

void Pool::add_part(const Sections& sections, const std::shared_ptr<const void>& owner) {
  candidates_.add(std::make_shared<const CandidateSegment>(sections, owner), {});
  vacancies_.add(std::make_shared<const VacancySegment>(sections, owner), {});
}

CandidateId Pool::candidate_id(std::uint32_t row) const {
  const auto place = candidates_.at(row);
  return CandidateId{place.part->segment->ids()[place.row]};
}

VacancyId Pool::vacancy_id(std::uint32_t row) const {
  const auto place = vacancies_.at(row);
  return VacancyId{place.part->segment->ids()[place.row]};
}

Date Pool::candidate_updated(std::uint32_t row) const {
  const auto place = candidates_.at(row);
  return day_of(place.part->segment->updated()[place.row]).value_or(Date{});
}

Date Pool::vacancy_updated(std::uint32_t row) const {
  const auto place = vacancies_.at(row);
  return day_of(place.part->segment->updated()[place.row]).value_or(Date{});
}

std::optional<Date> Pool::vacancy_closes(std::uint32_t row) const {
  const auto place = vacancies_.at(row);
  return day_of(place.part->segment->closes()[place.row]);
}

void Pool::read_candidate(std::uint32_t row, CandidateFacts& facts) const {
  const auto place = candidates_.at(row);
  place.part->segment->read(place.row, facts);
}

void Pool::read_vacancy(std::uint32_t row, VacancyFacts& facts) const {
  const auto place = vacancies_.at(row);
  place.part->segment->read(place.row, facts);
}

CandidateFacts Pool::candidate(std::uint32_t row) const {
  CandidateFacts facts;
  read_candidate(row, facts);
  return facts;
}

VacancyFacts Pool::vacancy(std::uint32_t row) const {
  VacancyFacts facts;
  read_vacancy(row, facts);
  return facts;
}

std::optional<std::uint32_t> Pool::row_before(std::uint32_t vacancy_row, const Pool& earlier) const {
  const auto place = vacancies_.at(vacancy_row);
  for (const auto& part : earlier.vacancies_.all()) {
    if (part.segment != place.part->segment) continue;
    return part.is_void(place.row) ? std::nullopt : std::optional(part.first_row + place.row);
  }
  return std::nullopt;
}

}  // namespace passend::pool
