// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/id.hpp"

namespace passend::vum_mediator {

/// What the exchange showed us, each under an id of our own that names the profile and the question. Of each question
/// at most ten details are asked, as VUM wants it. Kept in memory for a day: after a restart one asks again.
/// Thread-safe.
class ShownProfiles {
 public:
  static constexpr std::size_t details_per_question = 10;
  static constexpr std::size_t most_questions = 2000;  ///< The oldest is forgotten for a newer one.
  static constexpr std::int64_t window_ms = std::int64_t{24} * 60 * 60 * 1000;

  /// Notes the answer to a question and gives each of its ids one of ours, in their order.
  std::vector<Id128> show(const std::vector<std::string>& vum_ids, Timestamp now);

  struct Opening {
    std::string vum_id;
    std::size_t left = 0;  ///< Details that may still be asked of this question.
    bool is_new = false;   ///< It was counted just now.
  };
  /// Counts the opening; the same profile again costs nothing. Throws not_found for an id that was not shown in the
  /// last day, too_many_requests above ten.
  Opening open(const Id128& id, Timestamp now);
  /// Undoes what open() just counted, for a profile that did not come.
  void give_back(const Id128& id);

 private:
  struct Question {
    Timestamp asked;
    std::map<Id128, std::string> shown;
    std::set<Id128> opened;
  };
  void forget_old(Timestamp now);

  std::mutex mutex_;
  std::deque<std::shared_ptr<Question>> questions_;  ///< The oldest first.
  std::map<Id128, std::shared_ptr<Question>> by_id_;
};

}  // namespace passend::vum_mediator
