// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <map>
#include <mutex>
#include <set>
#include <string>

#include "indexer/base/date.hpp"
#include "indexer/base/id.hpp"

namespace passend::api {

/// How many people outside the own caseload one account may open in a day. Kept in memory: a restart begins the day
/// anew. Thread-safe.
class ViewBudget {
 public:
  static constexpr std::size_t usual = 40;

  explicit ViewBudget(std::size_t most_a_day = usual) : most_a_day_(most_a_day) {}

  /// Counts the opening of a person, who counts once a day, and returns how many are left. Throws too_many_requests
  /// when none was.
  std::size_t take(const std::string& account, CandidateId person, Date day);

 private:
  std::size_t most_a_day_;
  std::mutex mutex_;
  Date day_;
  std::map<std::string, std::set<CandidateId>> opened_;
};

}  // namespace passend::api
