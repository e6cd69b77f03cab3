// SPDX-License-Identifier: EUPL-1.2
#include "server/api/view_budget.hpp"

#include "indexer/base/error.hpp"
#include "indexer/base/log.hpp"

namespace passend::api {

std::size_t ViewBudget::take(const std::string& account, CandidateId person, Date day) {
  const std::lock_guard lock(mutex_);
  if (day != day_) {
    day_ = day;
    opened_.clear();
  }
  auto& opened = opened_[account];
  if (opened.size() >= most_a_day_ && !opened.contains(person)) {
    log(LogLevel::warning, "an account has used up what it may open outside its own caseload today: " + account);
    throw Error(ErrorCode::too_many_requests,
                "You have opened the details of " + std::to_string(most_a_day_) +
                    " people outside your own caseload today, which is as many as one account may; tomorrow there are "
                    "new ones, and your administrator can allow more.");
  }
  opened.insert(person);
  return most_a_day_ - opened.size();
}

}  // namespace passend::api
