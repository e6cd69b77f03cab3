// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "matcher/engine/engine.hpp"

namespace passend {

/// The engines over the newest snapshot: one that weighs as the server does, and one for each other way of weighing
/// that was asked for lately. Thread-safe; who got an engine keeps it, whatever comes after.
class EngineCache {
 public:
  /// Other ways of weighing that are kept; the one that was not asked for longest goes first.
  static constexpr std::size_t most_others = 8;

  /// `executor` must outlive the cache and every engine from it.
  EngineCache(const criteria::Weights& weights, const Executor& executor) : weights_(weights), executor_(executor) {}

  /// From here on all engines are over this snapshot and day.
  void renew(std::shared_ptr<const pool::Pool> pool, Date today);

  /// This and the rest: after renew().
  std::shared_ptr<const pool::Pool> pool() const;
  std::shared_ptr<const engine::Engine> current() const;
  /// Throws configuration for weights outside their ranges.
  std::shared_ptr<const engine::Engine> weighing(const criteria::Weights& weights);

 private:
  using Named = std::pair<std::string, std::shared_ptr<const engine::Engine>>;
  std::shared_ptr<const engine::Engine> found(const std::string& key);

  criteria::Weights weights_;
  const Executor& executor_;
  mutable std::mutex mutex_;
  std::mutex making_;  ///< So that two requests do not make the same engine at once.
  std::shared_ptr<const pool::Pool> pool_;
  Date today_;
  std::shared_ptr<const engine::Engine> current_;
  std::list<Named> others_;  ///< The one asked for last in front.
};

}  // namespace passend
