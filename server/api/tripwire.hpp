// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>

#include "indexer/base/date.hpp"

namespace passend::api {

/// Raises an alarm when one account is shown more people in a day than its work explains: it does not stop anybody, it
/// makes somebody look. Counts each showing of a search profile, also of the same person. Kept in memory: a restart
/// begins the day anew. Thread-safe.
class Tripwire {
 public:
  /// A jobhunter who looks at forty pages of 25 people in a day is at a thousand.
  static constexpr std::size_t usual = 5'000;

  /// 0: never.
  explicit Tripwire(std::size_t people_a_day = usual) : people_a_day_(people_a_day) {}

  /// Logs an alarm when an account passes the number, and again each time that it has doubled.
  void note(const std::string& account, std::size_t people, Date day);

  /// Alarms since the start.
  std::uint64_t alarms() const { return alarms_.load(std::memory_order_relaxed); }

 private:
  struct Count {
    std::size_t shown = 0;
    std::size_t next_alarm = 0;
  };

  std::size_t people_a_day_;
  std::mutex mutex_;
  Date day_;
  std::map<std::string, Count> counts_;
  std::atomic<std::uint64_t> alarms_ = 0;
};

}  // namespace passend::api
