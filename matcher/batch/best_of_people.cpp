// SPDX-License-Identifier: EUPL-1.2
#include "matcher/batch/best_of_people.hpp"

#include <algorithm>
#include <functional>

#include "indexer/base/error.hpp"
#include "matcher/batch/roster.hpp"

namespace passend::batch {
namespace {

constexpr unsigned score_bits = 14;
constexpr unsigned place_bits = 22;
constexpr std::uint64_t last_place = (std::uint64_t{1} << place_bits) - 1;
constexpr std::uint64_t score_mask = (std::uint64_t{1} << score_bits) - 1;
static_assert(3 * score_bits + place_bits == 64 && (1U << score_bits) > 10'000);

std::uint64_t entry_of(const Fit& fit, std::uint32_t place) {
  return std::uint64_t{fit.combined_bp()} << (place_bits + 2 * score_bits) | (last_place - place) << (2 * score_bits) |
         std::uint64_t{fit.demand_bp} << score_bits | fit.supply_bp;
}

std::uint16_t combined_of(std::uint64_t entry) {
  return static_cast<std::uint16_t>(entry >> (place_bits + 2 * score_bits));
}

}  // namespace

BestOfPeople::BestOfPeople(std::size_t people, const std::vector<Id128>& vacancies, std::uint64_t seed,
                           std::uint32_t top)
    : top_(top), place_of_vacancy_(places_among_equals(vacancies, seed)), counts_(people), least_(people) {
  if (vacancies.size() > last_place + 1) {
    throw Error(ErrorCode::invalid_input, "a batch takes at most " + std::to_string(last_place + 1) +
                                              " vacancies, and here are " + std::to_string(vacancies.size()));
  }
  vacancy_at_place_.resize(vacancies.size());
  for (std::uint32_t vacancy = 0; vacancy < vacancies.size(); ++vacancy) {
    vacancy_at_place_[place_of_vacancy_[vacancy]] = vacancy;
  }
  // Left as the system gives it: memory is only used for places that are taken.
  entries_ = std::make_unique_for_overwrite<std::uint64_t[]>(people * top_);
}

void BestOfPeople::offer(const Fit& fit, std::uint32_t vacancy) {
  const std::uint64_t entry = entry_of(fit, place_of_vacancy_[vacancy]);
  std::uint64_t* const begin = entries_.get() + fit.party * top_;
  auto& count = counts_[fit.party];
  if (count == top_) {
    if (entry <= begin[0]) return;
    std::pop_heap(begin, begin + count, std::greater<>());
    begin[count - 1] = entry;
  } else {
    begin[count++] = entry;
  }
  std::push_heap(begin, begin + count, std::greater<>());
  if (count == top_) least_[fit.party] = combined_of(begin[0]);
}

std::vector<Fit> BestOfPeople::ranked(std::uint32_t person) const {
  const std::uint64_t* const begin = entries_.get() + person * top_;
  std::vector<std::uint64_t> entries(begin, begin + counts_[person]);
  std::sort(entries.begin(), entries.end(), std::greater<>());
  std::vector<Fit> fits;
  fits.reserve(entries.size());
  for (const auto entry : entries) {
    const auto place = last_place - (entry >> (2 * score_bits) & last_place);
    fits.push_back({vacancy_at_place_[place], static_cast<std::uint16_t>(entry >> score_bits & score_mask),
                    static_cast<std::uint16_t>(entry & score_mask)});
  }
  return fits;
}

std::uint64_t BestOfPeople::bytes() const {
  return people() * (top_ * sizeof(std::uint64_t) + 2 * sizeof(std::uint16_t)) +
         place_of_vacancy_.size() * 2 * sizeof(std::uint32_t);
}

}  // namespace passend::batch
