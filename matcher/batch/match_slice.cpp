// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>

#include "indexer/base/random.hpp"
#include "matcher/batch/matrix.hpp"
#include "matcher/engine/ranking.hpp"

namespace passend::batch {
namespace {

/// Vacancies between two looks at the clock and at whether to stop.
constexpr std::uint32_t vacancies_per_wave = 64;

/// What one vacancy brought.
struct Brought {
  std::uint64_t pairs = 0;
  std::vector<Fit> best;
  std::vector<Fit> standing;
};

struct Ranked {
  engine::Standing standing;
  Fit fit;
};

class VacancyMatcher {
 public:
  VacancyMatcher(const Matching& matching, const BestOfPeople& seen) : matching_(matching), seen_(seen) {}

  Brought match(std::uint32_t vacancy) const {
    const auto fitting = matching_.engine.fitting_candidates(matching_.parties.vacancy_rows[vacancy]);
    return {fitting.size(), best_of(fitting), standing_of(fitting)};
  }

 private:
  std::uint32_t position_of(const engine::FittingCandidate& candidate) const {
    return matching_.parties.candidate_positions[candidate.row];
  }

  /// Only whoever reaches the score of the last place is hashed and sorted.
  std::vector<Fit> best_of(const std::vector<engine::FittingCandidate>& fitting) const {
    const int least = score_of_last_place(fitting);
    std::vector<Ranked> ranked;
    for (const auto& candidate : fitting) {
      if (candidate.combined_bp < least) continue;
      const auto position = position_of(candidate);
      const auto& id = matching_.parties.roster.candidates[position];
      ranked.push_back({{candidate.combined_bp, tie_break(matching_.seed, id), id, candidate.row},
                        {position, candidate.demand_bp, candidate.supply_bp}});
    }
    std::sort(ranked.begin(), ranked.end(),
              [](const Ranked& a, const Ranked& b) { return engine::stands_before(a.standing, b.standing); });
    if (ranked.size() > matching_.top) ranked.resize(matching_.top);
    std::vector<Fit> best;
    best.reserve(ranked.size());
    for (const auto& one : ranked) best.push_back(one.fit);
    return best;
  }

  int score_of_last_place(const std::vector<engine::FittingCandidate>& fitting) const {
    if (fitting.size() <= matching_.top) return 0;
    std::array<std::uint32_t, 10'001> people_with_score{};
    for (const auto& candidate : fitting) ++people_with_score[candidate.combined_bp];
    std::uint32_t people = 0;
    int score = 10'000;
    while ((people += people_with_score[static_cast<std::size_t>(score)]) < matching_.top) --score;
    return score;
  }

  std::vector<Fit> standing_of(const std::vector<engine::FittingCandidate>& fitting) const {
    std::vector<Fit> standing;
    for (const auto& candidate : fitting) {
      const auto position = position_of(candidate);
      if (!seen_.may_enter(position, candidate.combined_bp)) continue;
      standing.push_back({position, candidate.demand_bp, candidate.supply_bp});
    }
    // Rows are nearly in the order of the roster; those of recent changes are not.
    const auto less = [](const Fit& a, const Fit& b) { return a.party < b.party; };
    if (!std::is_sorted(standing.begin(), standing.end(), less)) std::sort(standing.begin(), standing.end(), less);
    return standing;
  }

  const Matching& matching_;
  const BestOfPeople& seen_;
};

}  // namespace

Slice match_slice(const Matching& matching, const Range& range, const BestOfPeople& seen,
                  const std::function<void(std::uint32_t done)>& between) {
  const VacancyMatcher matcher(matching, seen);
  Slice slice;
  slice.vacancies = range;
  for (std::uint32_t begin = range.begin; begin < range.end; begin += vacancies_per_wave) {
    std::vector<Brought> wave(std::min(vacancies_per_wave, range.end - begin));
    matching.executor.for_each_block(wave.size(), 1, [&](std::size_t first, std::size_t last) {
      for (std::size_t i = first; i < last; ++i) wave[i] = matcher.match(begin + static_cast<std::uint32_t>(i));
    });
    for (const auto& brought : wave) {
      slice.pairs += brought.pairs;
      slice.best.add(brought.best);
      slice.standing.add(brought.standing);
    }
    between(begin + static_cast<std::uint32_t>(wave.size()) - range.begin);
  }
  return slice;
}

}  // namespace passend::batch
