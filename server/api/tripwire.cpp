// SPDX-License-Identifier: EUPL-1.2
#include "server/api/tripwire.hpp"

#include "indexer/base/log.hpp"

namespace passend::api {

void Tripwire::note(const std::string& account, std::size_t people, Date day) {
  if (people_a_day_ == 0) return;
  const std::lock_guard lock(mutex_);
  if (day != day_) {
    day_ = day;
    counts_.clear();
  }
  Count& count = counts_.try_emplace(account, Count{0, people_a_day_}).first->second;
  count.shown += people;
  if (count.shown < count.next_alarm) return;
  while (count.next_alarm <= count.shown) count.next_alarm *= 2;
  alarms_.fetch_add(1, std::memory_order_relaxed);
  log(LogLevel::warning, "tripwire: " + account + " was shown " + std::to_string(count.shown) +
                             " people today; look in the read log for what for (passend reads export)");
}

}  // namespace passend::api
