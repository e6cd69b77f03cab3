// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <optional>
#include <vector>

#include "indexer/pool/pool.hpp"
#include "matcher/criteria/pair.hpp"
#include "matcher/criteria/weights.hpp"
#include "matcher/engine/match.hpp"

namespace passend::engine {

/// What docs/matching.md says, in the plainest code: every pair judged anew, every list sorted whole, every fraction
/// kept as numerator and denominator. Shares the judgements of the criteria with the engine and nothing else.
class Reference {
 public:
  Reference(const pool::Pool& pool, const criteria::Weights& weights, Date today);

  MatchPage candidates_for(const pool::VacancyFacts& vacancy, const MatchQuery& query) const;
  MatchPage vacancies_for(const pool::CandidateFacts& candidate, const MatchQuery& query) const;
  /// Ascending row.
  std::vector<FittingCandidate> fitting_candidates(const pool::VacancyFacts& vacancy) const;

  /// One criterion of one side of one pair; `contribution_bp` is not filled in.
  struct Line {
    Criterion criterion = Criterion::occupation;
    Importance importance = Importance::ignored;
    Verdict verdict = Verdict::unknown;
    int degree_bp = 0;  ///< For unknown: what it counts for.
    int weight = 0;
  };
  std::vector<Line> lines(Side side, const pool::CandidateFacts& candidate, const pool::VacancyFacts& vacancy) const;

 private:
  using Degrees = std::map<Criterion, int>;
  std::vector<Line> judged(Side side, const criteria::Pair& pair) const;
  criteria::Pair pair_of(const pool::CandidateFacts& candidate, const pool::VacancyFacts& vacancy) const;
  const Degrees& demand_rates(const pool::VacancyFacts& vacancy) const;
  const Degrees& supply_rates() const;
  MatchRow row(const pool::CandidateFacts& candidate, const pool::VacancyFacts& vacancy) const;
  std::vector<RequirementCost> costs(const pool::VacancyFacts& vacancy) const;

  const pool::Pool& pool_;
  std::vector<pool::CandidateFacts> candidates_;
  std::vector<pool::VacancyFacts> vacancies_;
  criteria::Weights weights_;
  criteria::Circumstances circumstances_;
  mutable std::map<VacancyId, Degrees> demand_rates_;
  mutable std::optional<Degrees> supply_rates_;
};

}  // namespace passend::engine
