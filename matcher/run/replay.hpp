// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/executor.hpp"
#include "indexer/pool/pool.hpp"
#include "matcher/criteria/profiles.hpp"
#include "matcher/criteria/weight_difference.hpp"
#include "matcher/run/run.hpp"

namespace passend::run {

enum class Verdict : std::uint8_t {
  proved,       ///< The same inputs gave the same bytes.
  same_result,  ///< The same bytes, although an input is not what it was.
  different     ///< Other bytes; the replay names the inputs that are not what they were, and what came out otherwise.
};

using criteria::Difference;

enum class RowChange : std::uint8_t {
  entered,   ///< Stands on the page now and did not then.
  left,      ///< The other way round.
  rescored,  ///< On both, with another lane, score, distance or question.
  moved      ///< On both, the same but for the rank.
};

struct RowDifference {
  Id128 id;
  RowChange change = RowChange::moved;
  std::optional<engine::MatchRow> then;
  std::optional<engine::MatchRow> now;
  /// Whether its record was changed between the two positions of the pool; absent when nobody has told.
  std::optional<bool> record_changed;
};

struct Replay {
  RunId run;
  Verdict verdict = Verdict::different;
  std::string hash_then;
  std::string hash_now;             ///< Empty when there was nothing left to ask for.
  std::vector<Difference> inputs;   ///< That can make another result.
  std::vector<Difference> results;  ///< Lane counts and requirement costs.
  std::vector<RowDifference> rows;  ///< By rank then, those that entered last.
  std::size_t rows_then = 0;
  std::size_t rows_now = 0;
  /// The profile that has the name of the run's weights today, where it has other numbers. The replay does not use it.
  std::vector<Difference> profile;
  std::string sentence;  ///< All of it in one English sentence.
};

/// What stands now, to ask again with.
struct Present {
  std::shared_ptr<const pool::Pool> pool;
  const Executor& executor;
  std::string postcodes_hash;                  ///< Of the pool's table.
  std::optional<criteria::Weights> profile{};  ///< The one of today with the name of the run's weights.
  /// Ids of the records that changed after the run's pool position up to that of `pool`, ascending.
  std::optional<std::vector<Id128>> changed{};
};

/// Asks the question of the run again, with the run's own weights, seed and day, and compares.
Replay replay(const Run& run, const Present& present);

/// The weights of the profile that a run's weights were taken from, as it is among `profiles`: "urgent" for "urgent-1".
std::optional<criteria::Weights> profile_of(const std::string& weights_name, const criteria::Profiles& profiles);

}  // namespace passend::run
