// SPDX-License-Identifier: EUPL-1.2
#include "server/app/engine_cache.hpp"

#include <algorithm>

#include "matcher/criteria/weights_json.hpp"

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

std::shared_ptr<const engine::Engine> EngineCache::found(const std::string& key) {
  const std::lock_guard lock(mutex_);
  const auto place = std::find_if(others_.begin(), others_.end(), [&](const Other& one) { return one.key == key; });
  if (place == others_.end() || !place->is_newest) return nullptr;
  place->was_asked_for = true;
  others_.splice(others_.begin(), others_, place);
  return place->engine;
}

/// Where the same was asked for over an earlier snapshot, what did not change is taken over from it.
std::shared_ptr<const engine::Engine> EngineCache::make(const std::string& key, const criteria::Weights& weights,
                                                        const std::shared_ptr<const Boundary>& boundary) {
  std::unique_lock lock(mutex_);
  const auto pool = pool_;
  const auto today = today_;
  const auto is_same = [&](const Other& one) { return one.key == key; };
  const auto before = std::find_if(others_.begin(), others_.end(), is_same);
  const auto earlier = before == others_.end() ? nullptr : before->engine;
  lock.unlock();
  const auto seen = boundary ? pool->within(boundary) : pool;
  auto engine = earlier
                    ? std::make_shared<const engine::Engine>(seen, *earlier, today)
                    : std::make_shared<const engine::Engine>(seen, weights, executor_, engine::EngineSettings{today});
  lock.lock();
  // A newer snapshot may have come meanwhile: this engine serves the request and is not kept.
  if (pool == pool_ && today == today_) {
    others_.remove_if(is_same);
    others_.push_front({key, engine});
    if (others_.size() > most_others) others_.pop_back();
  }
  return engine;
}

std::shared_ptr<const engine::Engine> EngineCache::weighing(const criteria::Weights& weights,
                                                            const std::shared_ptr<const Boundary>& boundary) {
  if (!boundary && weights == weights_) return current();
  // The name of the weights too: it stands in the answer.
  const auto key = criteria::encode(weights) + (boundary ? boundary->tenant : std::string());
  if (auto engine = found(key)) return engine;
  const std::lock_guard making(making_);
  if (auto engine = found(key)) return engine;
  return make(key, weights, boundary);
}

}  // namespace passend
