// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <functional>
#include <vector>

#include "indexer/base/executor.hpp"
#include "matcher/engine/engine.hpp"
#include "matcher/feed/journal.hpp"

namespace passend::feed {

/// Records that may have changed since the look before: too many does no harm, too few would.
struct Changed {
  std::vector<CandidateId> candidates;
  std::vector<VacancyId> vacancies;
};

/// How a look is taken.
struct LookOptions {
  Timestamp at;
  /// Asked now and then when everything is looked at; true ends the look with `cancelled`, as if it had not begun.
  std::function<bool()> stop;
};

enum class Extent : std::uint8_t { nothing_new, changed_records, everything };

struct LookReport {
  Extent extent = Extent::nothing_new;
  std::uint64_t newly_fitting = 0;  ///< Pairs, announced or only counted.
  std::uint64_t announced = 0;
};

/// Finds the pairs that newly fit. It knows which pairs fitted when it last looked, on disk; a look compares with that,
/// and what it finds becomes durable together with the new state. Hence every pair is announced exactly once, whatever
/// is killed when, and a change that was not seen when it happened is seen later. One thread at a time.
class Feed {
 public:
  /// Throws storage_busy when another process keeps the feed in this directory, storage_corrupt.
  explicit Feed(std::filesystem::path directory);

  /// Looks at a later snapshot. The very first look announces nothing: it is what later ones are compared with. Throws
  /// disk_full or storage_failed: then the next look finds the same.
  LookReport look(const engine::Engine& engine, const Changed& changed, const Executor& executor,
                  const LookOptions& options);

  /// Up to where the change feed of the store has been looked at; 0 before the first look.
  std::int64_t position() const { return position_; }
  /// Whether a look at this engine would look at everything, whatever has changed.
  bool must_look_at_everything(const engine::Engine& engine) const;
  const Journal::State& state() const { return journal_.state(); }

 private:
  void take_in(Look& look);
  Journal journal_;
  std::int64_t position_ = 0;  ///< Of the state, or later when nothing turned since.
};

/// Everything but the records and the day that decides who fits: engine, weights, taxonomy, postcodes.
std::string rules_of(const engine::Engine& engine);

}  // namespace passend::feed
