// SPDX-License-Identifier: EUPL-1.2
#include "matcher/batch/matrix.hpp"

#include <algorithm>

#include "indexer/base/error.hpp"

namespace passend::batch {
namespace {

/// People whose lists one thread keeps at a time.
constexpr std::size_t people_per_shard = 1U << 13;

}  // namespace

Matrix::Matrix(const Roster& roster, std::uint64_t seed, std::uint32_t top)
    : people_(roster.candidates.size(), roster.vacancies, seed, top),
      vacancies_(static_cast<std::uint32_t>(roster.vacancies.size())) {}

void Matrix::verify(const Slice& slice, const std::string& name) const {
  const auto refuse = [&](const char* why) {
    throw Error(ErrorCode::storage_corrupt, "'" + name + "' does not belong to this batch: " + why);
  };
  if (slice.vacancies.end > vacancies_) refuse("it has vacancies that the roster has not");
  for (const auto& [begin, part] : parts_) {
    if (slice.vacancies.begin < part.end && begin < slice.vacancies.end) refuse("its vacancies came in before");
  }
  for (const auto* lists : {&slice.best, &slice.standing}) {
    for (const auto& fit : lists->fits()) {
      if (fit.party >= people_.people()) refuse("it has candidates that the roster has not");
      if (fit.demand_bp > 10'000 || fit.supply_bp > 10'000) refuse("it has a score above 10000");
    }
  }
}

void Matrix::add(Slice slice, const Executor& executor, const std::string& name) {
  if (slice.vacancies.size() == 0) return;
  verify(slice, name);
  // Each thread has its own people, so that no list is written by two.
  executor.for_each_block(people_.people(), people_per_shard, [&](std::size_t begin, std::size_t end) {
    const auto before = [](const Fit& fit, std::size_t person) { return fit.party < person; };
    for (std::uint32_t i = 0; i < slice.standing.size(); ++i) {
      const auto list = slice.standing[i];
      auto fit = std::lower_bound(list.begin(), list.end(), begin, before);
      for (; fit != list.end() && fit->party < end; ++fit) people_.offer(*fit, slice.vacancies.begin + i);
    }
  });
  pairs_ += slice.pairs;
  vacancies_in_ += slice.vacancies.size();
  parts_[slice.vacancies.begin] = {slice.vacancies.end, std::move(slice.best)};
}

bool Matrix::covers(const Range& range) const {
  return next_gap(range, 1).size() == 0;
}

Range Matrix::next_gap(const Range& range, std::uint32_t most) const {
  std::uint32_t begin = range.begin;
  for (const auto& [first, part] : parts_) {
    if (first > begin) return {begin, std::min({first, range.end, begin + most})};
    begin = std::max(begin, part.end);
    if (begin >= range.end) return {range.end, range.end};
  }
  return {begin, std::min(range.end, begin + most)};
}

Slice Matrix::merged(const Range& range) const {
  Slice slice;
  slice.vacancies = range;
  slice.pairs = pairs_;
  for (std::uint32_t vacancy = range.begin; vacancy < range.end; ++vacancy) slice.best.add(best_of_vacancy(vacancy));
  std::vector<std::vector<Fit>> standing(range.size());
  for (std::uint32_t person = 0; person < people_.people(); ++person) {
    for (const auto& fit : people_.ranked(person)) {
      standing[fit.party - range.begin].push_back({person, fit.demand_bp, fit.supply_bp});
    }
  }
  for (const auto& list : standing) slice.standing.add(list);
  return slice;
}

std::span<const Fit> Matrix::best_of_vacancy(std::uint32_t vacancy) const {
  const auto part = std::prev(parts_.upper_bound(vacancy));
  return part->second.best[vacancy - part->first];
}

std::uint64_t Matrix::bytes() const {
  std::uint64_t bytes = people_.bytes();
  for (const auto& [begin, part] : parts_) bytes += part.best.bytes();
  return bytes;
}

}  // namespace passend::batch
