// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/executor.hpp"
#include "indexer/base/id.hpp"
#include "indexer/pool/pool.hpp"
#include "matcher/criteria/pair.hpp"
#include "matcher/criteria/weights.hpp"
#include "matcher/engine/match.hpp"
#include "matcher/scan/question.hpp"

namespace passend::engine {

class FillRates;
struct CandidateColumns;
struct PairScore;

/// How an engine works. Of these only `today` has an influence on what comes out.
struct EngineSettings {
  Date today;  ///< The day for which is matched: validity of papers, age of experience, start of work.
  std::size_t block_size = 256;  ///< Pairs that one thread scores at a time; at least 1.
};

/// The facade of matching: pure functions over one snapshot of the pool. Thread-safe. Make one per snapshot, day and
/// weights and share it: it remembers what an unknown counts for (fill_rates.hpp).
/// The same pair has the same scores from every function here.
class Engine {
 public:
  /// Throws configuration for weights outside their ranges.
  Engine(std::shared_ptr<const pool::Pool> pool, const criteria::Weights& weights, const Executor& executor,
         const EngineSettings& settings);
  /// As of today.
  Engine(std::shared_ptr<const pool::Pool> pool, const criteria::Weights& weights, const Executor& executor);
  /// The same weights and executor over a later snapshot; takes over from `earlier` what the changes left as it was.
  Engine(std::shared_ptr<const pool::Pool> pool, const Engine& earlier, Date today);

  /// Ranked candidates for a vacancy; ranked vacancies for a candidate, without those that closed before today. Throws
  /// not_found when the pool has no such record, invalid_input for a page outside 1..., a page size outside 1..1000, or
  /// lane falls_short. A page beyond the last one is empty.
  MatchPage candidates_for(VacancyId vacancy, const MatchQuery& query) const;
  /// The same for a vacancy that need not stand in the pool: one being written, or one with a requirement relaxed.
  MatchPage candidates_for(const pool::VacancyFacts& vacancy, const MatchQuery& query) const;
  MatchPage vacancies_for(CandidateId candidate, const MatchQuery& query) const;

  /// Throws not_found when either is not in the pool.
  PairExplanation explain(CandidateId candidate, VacancyId vacancy, std::uint64_t seed) const;
  /// The same with rank 0, in the time of one pair instead of that of the whole pool: for the rows of a page.
  PairExplanation explain_pair(CandidateId candidate, VacancyId vacancy, std::uint64_t seed) const;
  /// For a vacancy that need not stand in the pool.
  PairExplanation explain(CandidateId candidate, const pool::VacancyFacts& vacancy, std::uint64_t seed) const;

  /// Everyone in lane `fits` of the vacancy in this row, ascending row. Runs in the calling thread alone: who wants the
  /// whole matrix calls it from many.
  std::vector<FittingCandidate> fitting_candidates(std::uint32_t vacancy_row) const;
  /// The other way round: every vacancy that the candidate in this row fits, ascending row, without those that closed
  /// before today. Likewise in the calling thread alone.
  std::vector<FittingVacancy> fitting_vacancies(std::uint32_t candidate_row) const;

  const pool::Pool& pool() const { return *pool_; }
  const criteria::Weights& weights() const { return weights_; }
  /// What every judgement of this engine has in common: the day and the multipliers.
  const criteria::Circumstances& circumstances() const { return circumstances_; }

 private:
  /// A vacancy with what an unknown counts for in it.
  struct Asked;
  Asked asked(VacancyId vacancy) const;
  scan::Question question(const Asked& asked) const;
  PairScore score(const pool::CandidateFacts& candidate, const Asked& asked) const;
  MatchPage candidates_for(const Asked& asked, const MatchQuery& query) const;
  PairExplanation explain_pair(CandidateId candidate, const Asked& asked, std::uint64_t seed) const;
  PairExplanation explain(CandidateId candidate, const Asked& asked, std::uint64_t seed) const;
  RunFacts run_facts(std::uint64_t seed) const;

  std::shared_ptr<const pool::Pool> pool_;
  criteria::Weights weights_;
  criteria::Circumstances circumstances_;
  const Executor& executor_;
  std::size_t block_size_;
  std::shared_ptr<const FillRates> rates_;
  std::shared_ptr<CandidateColumns> columns_;
};

}  // namespace passend::engine
