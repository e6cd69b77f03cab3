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

/// The engines over the newest snapshot: one that weighs as the server does and sees everything, and one for each other
/// way of weighing and for each organisation that sees only its part, as they were asked for lately. Thread-safe; who
/// got an engine keeps it, whatever comes after.
class EngineCache {
 public:
  /// Others that are kept; the one that was not asked for longest goes first.
  static constexpr std::size_t most_others = 16;

  /// `executor` must outlive the cache and every engine from it.
  EngineCache(const criteria::Weights& weights, const Executor& executor) : weights_(weights), executor_(executor) {}

  /// From here on all engines are over this snapshot and day.
  void renew(std::shared_ptr<const pool::Pool> pool, Date today);

  /// This and the rest: after renew().
  std::shared_ptr<const pool::Pool> pool() const;
  std::shared_ptr<const engine::Engine> current() const;
  /// Null `boundary`: sees everything. Throws configuration for weights outside their ranges.
  std::shared_ptr<const engine::Engine> weighing(const criteria::Weights& weights,
                                                 const std::shared_ptr<const Boundary>& boundary);
  /// Weighing as the server does.
  std::shared_ptr<const engine::Engine> current(const std::shared_ptr<const Boundary>& boundary) {
    return weighing(weights_, boundary);
  }

 private:
  struct Other {
    std::shared_ptr<const engine::Engine> engine;
    bool is_newest = true;      ///< Else over an earlier snapshot: what a newer one starts from.
    bool was_asked_for = true;  ///< Since the last renew().
  };
  /// Under the mutex.
  std::list<Other>::iterator place_of(const criteria::Weights& weights, const Boundary* boundary);
  std::shared_ptr<const engine::Engine> found(const criteria::Weights& weights, const Boundary* boundary);
  std::shared_ptr<const engine::Engine> make(const criteria::Weights& weights,
                                             const std::shared_ptr<const Boundary>& boundary);

  criteria::Weights weights_;
  const Executor& executor_;
  mutable std::mutex mutex_;
  std::mutex making_;  ///< So that two requests do not make the same engine at once.
  std::shared_ptr<const pool::Pool> pool_;
  Date today_;
  std::shared_ptr<const engine::Engine> current_;
  std::list<Other> others_;  ///< The one asked for last in front.
};

}  // namespace passend
