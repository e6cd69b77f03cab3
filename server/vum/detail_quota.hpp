// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/id.hpp"

namespace passend::vum_source {

/// Which details a party may open: only of records that an answer to one of its own questions showed in the last day,
/// and of each answer at most ten. Kept in memory: after a restart a party asks its question again. Thread-safe.
class DetailQuota {
 public:
  enum class Verdict : std::uint8_t { granted, granted_before, exceeded, not_shown };
  static constexpr std::size_t details_per_question = 10;
  static constexpr std::size_t questions_per_party = 1000;  ///< The oldest is forgotten for a newer one.
  static constexpr std::int64_t window_ms = std::int64_t{24} * 60 * 60 * 1000;

  /// Notes what the answer to a question showed.
  void show(const std::string& party, std::vector<Id128> ids, Timestamp now);
  /// Counts the record against the newest question that showed it and has room. To open one again costs nothing.
  Verdict open(const std::string& party, const Id128& id, Timestamp now);
  /// Undoes what open() just granted, for a record that could not be read then.
  void give_back(const std::string& party, const Id128& id);

 private:
  struct Question {
    Timestamp asked;
    std::vector<Id128> shown;  ///< Ascending.
    std::set<Id128> opened;
  };

  std::mutex mutex_;
  std::map<std::string, std::deque<Question>> questions_;  ///< By party, the oldest first.
};

}  // namespace passend::vum_source
