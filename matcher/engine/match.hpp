// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/id.hpp"
#include "indexer/model/codes.hpp"
#include "matcher/criteria/judgement.hpp"
#include "matcher/scan/outcome.hpp"

/// What a match is, as values. Scores are integers in basis points, 0..10000.
namespace passend::engine {

using criteria::Evidence;
using criteria::Side;
using criteria::Verdict;
using scan::Lane;

enum class SortBy : std::uint8_t { combined, demand, supply, distance, freshness };

/// Expected score (an unknown counts as the rate among the known), and the interval (unknown as 0, as 1).
struct Score {
  int expected_bp = 0;
  int low_bp = 0;
  int high_bp = 0;
  bool operator==(const Score&) const = default;
};

/// One ranked pair. `id` is the other party: a candidate for a vacancy, a vacancy for a candidate.
struct MatchRow {
  Id128 id;
  std::uint64_t rank = 0;  ///< From 1, in the whole lane and not only on the page.
  Lane lane = Lane::fits;
  Score combined;
  Score demand;
  Score supply;
  std::optional<int> distance_m;
  std::uint32_t open_criteria = 0;    ///< Bit per Criterion: required by either side and unknown.
  std::uint32_t failed_criteria = 0;  ///< Bit per Criterion: required by either side and not met.
  bool operator==(const MatchRow&) const = default;
};

struct MatchQuery {
  Lane lane = Lane::fits;  ///< fits or one_question_open are listed; falls_short is countable only: invalid_input.
  SortBy sort = SortBy::combined;
  std::uint64_t page = 1;        ///< From 1.
  std::uint64_t page_size = 25;  ///< 1..1000
  std::uint64_t seed = 0;        ///< Key of the tie break.
};

/// A candidate who fits a vacancy, as the whole matrix sees the pair.
struct FittingCandidate {
  std::uint32_t row = 0;  ///< In the pool.
  std::uint16_t combined_bp = 0;
  std::uint16_t demand_bp = 0;
  std::uint16_t supply_bp = 0;
  bool operator==(const FittingCandidate&) const = default;
};

/// The same seen from a candidate.
struct FittingVacancy {
  std::uint32_t row = 0;  ///< In the pool.
  std::uint16_t combined_bp = 0;
  std::uint16_t demand_bp = 0;
  std::uint16_t supply_bp = 0;
  bool operator==(const FittingVacancy&) const = default;
};

/// What a later replay needs to know.
struct RunFacts {
  std::string engine_version;
  std::string weights_name;
  std::string taxonomy_hash;
  std::int64_t pool_position = 0;
  std::uint64_t seed = 0;
  Date today;                     ///< The day for which was matched.
  std::int64_t microseconds = 0;  ///< Time inside the engine.
};

/// What one requirement costs, over the whole pool. Requirements of the vacancy stand on side demand; those that people
/// themselves have set, on side supply.
struct RequirementCost {
  Side side = Side::demand;
  Criterion criterion = Criterion::occupation;
  std::uint64_t failing = 0;     ///< People who do not meet it.
  std::uint64_t open = 0;        ///< People of whom it is not known.
  std::uint64_t alone_fits = 0;  ///< Failing it and nothing else, nothing open: they would fit without it.
  std::uint64_t alone_open = 0;  ///< Failing it and nothing else, with a question open beside it.
  bool operator==(const RequirementCost&) const = default;
};

struct MatchPage {
  std::array<std::uint64_t, 3> lane_counts{};  ///< By Lane, over the whole pool.
  std::vector<MatchRow> rows;
  /// Candidates of a vacancy only: the requirements that anybody fails or leaves open, in the order of Criterion,
  /// demand before supply.
  std::vector<RequirementCost> requirement_costs;
  RunFacts run;
};

/// One criterion as judged for one side. Contributions of a side add up to its expected score exactly, maxima to 10000,
/// and no contribution exceeds its maximum.
struct CriterionResult {
  Criterion criterion = Criterion::occupation;
  Side side = Side::demand;
  Importance importance = Importance::ignored;
  Verdict verdict = Verdict::unknown;
  int degree_bp = 0;  ///< 0..10000; for unknown: the expected value used.
  int weight = 0;     ///< Relative weight among the criteria of the side.
  int contribution_bp = 0;
  int maximum_bp = 0;  ///< What it brings when it is met in full.
  std::vector<Evidence> evidence;
  bool operator==(const CriterionResult&) const = default;
};

/// Everything about one pair; enough to render it in words without running anything again.
struct PairExplanation {
  CandidateId candidate;
  VacancyId vacancy;
  Lane lane = Lane::fits;
  Score combined;
  Score demand;
  Score supply;
  std::optional<int> distance_m;
  std::uint64_t rank = 0;                 ///< Among the candidates of the vacancy in its lane; 0 when it falls short.
  std::vector<CriterionResult> criteria;  ///< In the order of Criterion, demand before supply.
  std::vector<Criterion> open_questions;  ///< Required by either side and unknown.
  std::vector<Criterion> failed;          ///< Required by either side and not met: why not.
  RunFacts run;
};

}  // namespace passend::engine
