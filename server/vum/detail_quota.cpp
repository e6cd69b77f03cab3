// SPDX-License-Identifier: EUPL-1.2
#include "server/vum/detail_quota.hpp"

#include <algorithm>

namespace passend::vum_source {

void DetailQuota::show(const std::string& party, std::vector<Id128> ids, Timestamp now) {
  if (ids.empty()) return;
  std::sort(ids.begin(), ids.end());
  const std::lock_guard lock(mutex_);
  auto& questions = questions_[party];
  questions.push_back({now, std::move(ids), {}});
  if (questions.size() > questions_per_party) questions.pop_front();
}

DetailQuota::Verdict DetailQuota::open(const std::string& party, const Id128& id, Timestamp now) {
  const std::lock_guard lock(mutex_);
  auto& questions = questions_[party];
  while (!questions.empty() && now.milliseconds - questions.front().asked.milliseconds > window_ms) {
    questions.pop_front();
  }
  bool is_shown = false;
  Question* with_room = nullptr;
  for (Question& question : questions) {
    if (!std::binary_search(question.shown.begin(), question.shown.end(), id)) continue;
    is_shown = true;
    if (question.opened.contains(id)) return Verdict::granted_before;
    if (question.opened.size() < details_per_question) with_room = &question;
  }
  if (with_room == nullptr) return is_shown ? Verdict::exceeded : Verdict::not_shown;
  with_room->opened.insert(id);
  return Verdict::granted;
}

void DetailQuota::give_back(const std::string& party, const Id128& id) {
  const std::lock_guard lock(mutex_);
  for (Question& question : questions_[party]) question.opened.erase(id);
}

}  // namespace passend::vum_source
