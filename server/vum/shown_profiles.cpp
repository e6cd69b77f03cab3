// SPDX-License-Identifier: EUPL-1.2
#include "server/vum/shown_profiles.hpp"

#include "indexer/base/error.hpp"

namespace passend::vum_mediator {

std::vector<Id128> ShownProfiles::show(const std::vector<std::string>& vum_ids, Timestamp now) {
  auto question = std::make_shared<Question>();
  question->asked = now;
  std::vector<Id128> ids;
  for (const std::string& vum_id : vum_ids) {
    ids.push_back(random_id128());
    question->shown.emplace(ids.back(), vum_id);
  }
  const std::lock_guard lock(mutex_);
  forget_old(now);
  for (const Id128& id : ids) by_id_.emplace(id, question);
  questions_.push_back(std::move(question));
  return ids;
}

ShownProfiles::Opening ShownProfiles::open(const Id128& id, Timestamp now) {
  const std::lock_guard lock(mutex_);
  forget_old(now);
  const auto found = by_id_.find(id);
  if (found == by_id_.end()) {
    throw Error(ErrorCode::not_found,
                "No answer of the VUM exchange of the last day has a profile with this id. Ask the question again.");
  }
  Question& question = *found->second;
  const bool is_new = !question.opened.contains(id);
  if (is_new && question.opened.size() == details_per_question) {
    throw Error(ErrorCode::too_many_requests,
                "Of each answer of the VUM exchange ten details may be opened, and these ten were. Ask a narrower "
                "question.");
  }
  question.opened.insert(id);
  return {question.shown.at(id), details_per_question - question.opened.size(), is_new};
}

void ShownProfiles::give_back(const Id128& id) {
  const std::lock_guard lock(mutex_);
  const auto found = by_id_.find(id);
  if (found != by_id_.end()) found->second->opened.erase(id);
}

void ShownProfiles::forget_old(Timestamp now) {
  while (!questions_.empty() && (questions_.size() >= most_questions ||
                                 questions_.front()->asked.milliseconds + window_ms < now.milliseconds)) {
    for (const auto& [id, vum_id] : questions_.front()->shown) by_id_.erase(id);
    questions_.pop_front();
  }
}

}  // namespace passend::vum_mediator
