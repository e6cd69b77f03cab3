// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/id.hpp"
#include "indexer/model/codes.hpp"

/// A match as it is printed, kept and compared: what the engine found, with its words, apart from how the engine holds
/// it.
namespace passend {

enum class MatchLane : std::uint8_t { fits, one_question_open, falls_short };
enum class MatchSide : std::uint8_t { demand, supply };
enum class MatchOutcome : std::uint8_t { met, not_met, unknown };

template <>
struct CodeNames<MatchLane> {
  static constexpr CodeTable<MatchLane, 3> names{{{MatchLane::fits, "fits"},
                                                  {MatchLane::one_question_open, "one_question_open"},
                                                  {MatchLane::falls_short, "falls_short"}}};
};
template <>
struct CodeNames<MatchSide> {
  static constexpr CodeTable<MatchSide, 2> names{{{MatchSide::demand, "demand"}, {MatchSide::supply, "supply"}}};
};
template <>
struct CodeNames<MatchOutcome> {
  static constexpr CodeTable<MatchOutcome, 3> names{
      {{MatchOutcome::met, "met"}, {MatchOutcome::not_met, "not_met"}, {MatchOutcome::unknown, "unknown"}}};
};

/// Basis points, 0..10000: expected, and the interval with every unknown as 0 and as 1.
struct MatchScore {
  int expected_bp = 0;
  int low_bp = 0;
  int high_bp = 0;
  bool operator==(const MatchScore&) const = default;
};

struct MatchCriterion {
  Criterion criterion = Criterion::occupation;
  MatchSide side = MatchSide::demand;
  Importance importance = Importance::ignored;
  MatchOutcome outcome = MatchOutcome::unknown;
  int degree_bp = 0;
  int weight = 0;
  int contribution_bp = 0;  ///< Those of one side add up to its expected score.
  std::vector<std::string> sentences;
  bool operator==(const MatchCriterion&) const = default;
};

struct MatchedRecord {
  Id<struct MatchedKind> id;  ///< Of the candidate for a vacancy, of the vacancy for a candidate.
  std::uint64_t rank = 0;
  MatchLane lane = MatchLane::fits;
  MatchScore combined;
  MatchScore demand;
  MatchScore supply;
  std::optional<int> distance_m;
  std::string headline;                  ///< Empty when no explanation was asked for.
  std::vector<MatchCriterion> criteria;  ///< As above.
  std::vector<std::string> open_questions;
  bool operator==(const MatchedRecord&) const = default;
};

struct MatchCounts {
  std::uint64_t fits = 0;
  std::uint64_t one_question_open = 0;
  std::uint64_t falls_short = 0;
  bool operator==(const MatchCounts&) const = default;
};

/// Names the record that was kept of a match.
using MatchRunId = Id<struct MatchRunKind>;

/// What must be the same for the same result to come out again.
struct MatchRun {
  std::optional<MatchRunId> id{};  ///< Absent when no record was kept.
  std::string engine_version;
  std::string weights;
  std::string taxonomy_hash;
  std::uint64_t pool_position = 0;
  std::uint64_t seed = 0;
  std::uint64_t microseconds = 0;  ///< Time inside the engine; not part of the result.
  bool operator==(const MatchRun&) const = default;
};

struct MatchResult {
  MatchRun run;
  MatchCounts counts;
  std::vector<MatchedRecord> rows;
  bool operator==(const MatchResult&) const = default;
};

}  // namespace passend
