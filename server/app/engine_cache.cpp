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
  others_.clear();
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
  const auto place = std::find_if(others_.begin(), others_.end(), [&](const Named& one) { return one.first == key; });
  if (place == others_.end()) return nullptr;
  others_.splice(others_.begin(), others_, place);
  return others_.front().second;
}

std::shared_ptr<const engine::Engine> EngineCache::weighing(const criteria::Weights& weights) {
  if (weights == weights_) return current();
  // The name too: it stands in the answer.
  const auto key = criteria::encode(weights);
  if (auto engine = found(key)) return engine;
  const std::lock_guard making(making_);
  if (auto engine = found(key)) return engine;
  std::unique_lock lock(mutex_);
  const auto pool = pool_;
  const auto today = today_;
  lock.unlock();
  auto engine = std::make_shared<const engine::Engine>(pool, weights, executor_, engine::EngineSettings{today});
  lock.lock();
  // A newer snapshot may have come meanwhile: this engine serves the request and is not kept.
  if (pool == pool_ && today == today_) {
    others_.emplace_front(key, engine);
    if (others_.size() > most_others) others_.pop_back();
  }
  return engine;
}

}  // namespace passend
