// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <mutex>

#include "indexer/base/error.hpp"
#include "indexer/base/log.hpp"
#include "server/auth/clock.hpp"

namespace passend::auth {

/// How long something fetched from elsewhere is used.
struct Lifetimes {
  std::chrono::seconds fresh{600};   ///< Used without asking.
  std::chrono::seconds grace{3600};  ///< Used for want of a newer one; counted from the last that came.
  std::chrono::seconds pause{30};    ///< Between two askings while there is something to use.
};

enum class Wanted : std::uint8_t { fresh, newer };

/// Keeps the last value of something that is fetched, and fetches it again when it is time: one caller does, while the
/// others go on with what there is. Thread-safe.
template <class T>
class Cached {
 public:
  using Fetch = std::function<T()>;

  Cached(Lifetimes lifetimes, Clock clock, Fetch fetch)
      : lifetimes_(lifetimes), clock_(std::move(clock)), fetch_(std::move(fetch)) {}

  /// A value that is fresh, or as fresh as can be had; with Wanted::newer one that is newer than `pause`. Throws
  /// overloaded while somebody else fetches what this caller cannot do without, and what fetching throws when there is
  /// nothing to use instead.
  std::shared_ptr<const T> get(Wanted wanted) {
    std::unique_lock lock(mutex_);
    const auto now = clock_.steady();
    if (value_ && wanted == Wanted::fresh && now - fetched_ < lifetimes_.fresh) return value_;
    const bool is_usable = value_ && now - fetched_ < lifetimes_.grace;
    if (is_fetching_) {
      if (is_usable && wanted == Wanted::fresh) return value_;
      throw Error(ErrorCode::overloaded, "The identity provider is being asked; try again in a second.");
    }
    if (is_usable && now - tried_ < lifetimes_.pause) return value_;
    return fetch(lock, now, is_usable);
  }

 private:
  using Time = std::chrono::steady_clock::time_point;

  std::shared_ptr<const T> fetch(std::unique_lock<std::mutex>& lock, Time now, bool is_usable) {
    is_fetching_ = true;
    tried_ = now;
    lock.unlock();
    std::shared_ptr<const T> fetched;
    std::exception_ptr failure;
    try {
      fetched = std::make_shared<const T>(fetch_());
    } catch (const std::exception& error) {
      failure = std::current_exception();
      if (is_usable)
        log(LogLevel::warning, std::string("the identity provider is known as it was before: ") + error.what());
    }
    lock.lock();
    is_fetching_ = false;
    if (!fetched && !is_usable) std::rethrow_exception(failure);
    if (!fetched) return value_;
    fetched_ = now;
    return value_ = std::move(fetched);
  }

  Lifetimes lifetimes_;
  Clock clock_;
  Fetch fetch_;
  std::mutex mutex_;
  std::shared_ptr<const T> value_;
  Time fetched_{};
  Time tried_{};
  bool is_fetching_ = false;
};

}  // namespace passend::auth
