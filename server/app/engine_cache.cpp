// SPDX-License-Identifier: EUPL-1.2
#include "server/app/engine_cache.hpp"

#include <algorithm>

namespace passend {

void EngineCache::renew(std::shared_ptr<const pool::Pool> pool, Date today) {
  const auto earlier = current();
  const engine::EngineSettings settings{today};
  auto next = earlier ? std::make_shared<const engine::Engine>(pool, *earlier, today)
                      : std::make_shared<const engine::Engine>(pool, weights_, executor_, settings);
  const std::lock_guard lock(mutex_);
  pool_ = std::move(pool);
  today_ = today;
  current_ = std::move(next);
  // Who nobody asked for since the last snapshot would keep that one in memory.
  others_.remove_if([](const Other& one) { return !one.was_asked_for; });
  for (Other& other : others_) other.is_newest = other.was_asked_for = false;
}

std::shared_ptr<const engine::Engine> EngineCache::current() const {
  const std::lock_guard lock(mutex_);
  return current_;
}

std::shared_ptr<const pool::Pool> EngineCache::pool() const {
  const std::lock_guard lock(mutex_);
  return pool_;
}

/// By what the engine weighs, with the name that stands in the answer, and whose it is.
std::list<EngineCache::Other>::iterator EngineCache::place_of(const criteria::Weights& weights,
                                                              const Boundary* boundary) {
  return std::find_if(others_.begin(), others_.end(), [&](const Other& one) {
    const auto& seen = one.engine->pool().boundary();
    const bool is_same_part = boundary == nullptr ? seen == nullptr : seen && seen->tenant == boundary->tenant;
    return is_same_part && one.engine->weights() == weights;
  });
}

std::shared_ptr<const engine::Engine> EngineCache::found(const criteria::Weights& weights, const Boundary* boundary) {
  const std::lock_guard lock(mutex_);
  const auto place = place_of(weights, boundary);
  if (place == others_.end() || !place->is_newest) return nullptr;
  place->was_asked_for = true;
  others_.splice(others_.begin(), others_, place);
  return place->engine;
}

/// Where the same was asked for over an earlier snapshot, what did not change is taken over from it.
std::shared_ptr<const engine::Engine> EngineCache::make(const criteria::Weights& weights,
                                                        const std::shared_ptr<const Boundary>& boundary) {
  std::unique_lock lock(mutex_);
  const auto pool = pool_;
  const auto today = today_;
  const auto before = place_of(weights, boundary.get());
  const auto earlier = before == others_.end() ? nullptr : before->engine;
  lock.unlock();
  const auto seen = boundary ? pool->within(boundary) : pool;
  auto engine = earlier
                    ? std::make_shared<const engine::Engine>(seen, *earlier, today)
                    : std::make_shared<const engine::Engine>(seen, weights, executor_, engine::EngineSettings{today});
  lock.lock();
  // A newer snapshot may have come meanwhile: this engine serves the request and is not kept.
  if (pool == pool_ && today == today_) {
    const auto stale = place_of(weights, boundary.get());
    if (stale != others_.end()) others_.erase(stale);
    others_.push_front({engine});
    if (others_.size() > most_others) others_.pop_back();
  }
  return engine;
}

std::shared_ptr<const engine::Engine> EngineCache::weighing(const criteria::Weights& weights,
                                                            const std::shared_ptr<const Boundary>& boundary) {
  if (!boundary && weights == weights_) return current();
  if (auto engine = found(weights, boundary.get())) return engine;
  const std::lock_guard making(making_);
  if (auto engine = found(weights, boundary.get())) return engine;
  return make(weights, boundary);
}

}  // namespace passend
