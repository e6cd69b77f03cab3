// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/picture.hpp"

#include <algorithm>
#include <utility>

#include "matcher/feed/bytes.hpp"

namespace passend::feed {

std::uint32_t Picture::handle_of(CandidateId candidate) {
  const auto [place, added] = handles_.try_emplace(candidate, static_cast<std::uint32_t>(candidates_.size()));
  if (added) candidates_.push_back(candidate);
  return place->second;
}

std::optional<std::uint32_t> Picture::find_handle(CandidateId candidate) const {
  const auto found = handles_.find(candidate);
  return found == handles_.end() ? std::nullopt : std::optional(found->second);
}

std::span<const std::uint32_t> Picture::fitting(VacancyId vacancy) const {
  const auto found = fitting_.find(vacancy);
  if (found == fitting_.end()) return {};
  return found->second;
}

bool Picture::fits(CandidateId candidate, VacancyId vacancy) const {
  const auto handle = handles_.find(candidate);
  const auto list = fitting(vacancy);
  return handle != handles_.end() && std::binary_search(list.begin(), list.end(), handle->second);
}

std::vector<VacancyId> Picture::vacancies_of(CandidateId candidate) const {
  std::vector<VacancyId> found;
  const auto handle = handles_.find(candidate);
  if (handle == handles_.end()) return found;
  for (const auto& [vacancy, list] : fitting_) {
    if (std::binary_search(list.begin(), list.end(), handle->second)) found.push_back(vacancy);
  }
  return found;
}

std::vector<VacancyId> Picture::vacancies() const {
  std::vector<VacancyId> all;
  for (const auto& [vacancy, list] : fitting_) all.push_back(vacancy);
  return all;
}

void Picture::set(VacancyId vacancy, std::vector<std::uint32_t> ascending_handles) {
  if (ascending_handles.empty()) {
    fitting_.erase(vacancy);
  } else {
    fitting_[vacancy] = std::move(ascending_handles);
  }
}

void Picture::turn(CandidateId candidate, VacancyId vacancy) {
  const auto handle = handle_of(candidate);
  auto& list = fitting_[vacancy];
  const auto place = std::lower_bound(list.begin(), list.end(), handle);
  if (place != list.end() && *place == handle) {
    list.erase(place);
    if (list.empty()) fitting_.erase(vacancy);
  } else {
    list.insert(place, handle);
  }
}

std::uint64_t Picture::pairs() const {
  std::uint64_t pairs = 0;
  for (const auto& [vacancy, list] : fitting_) pairs += list.size();
  return pairs;
}

bool Picture::operator==(const Picture& other) const {
  return to_bytes() == other.to_bytes();
}

std::string Picture::to_bytes() const {
  std::vector<bool> named(candidates_.size());
  std::vector<VacancyId> vacancies;
  for (const auto& [vacancy, list] : fitting_) {
    vacancies.push_back(vacancy);
    for (const auto handle : list) named[handle] = true;
  }
  std::sort(vacancies.begin(), vacancies.end());
  // Numbers in the file go by ascending id, so that equal pictures have equal bytes.
  std::vector<std::uint32_t> order;
  for (std::uint32_t handle = 0; handle < candidates_.size(); ++handle) {
    if (named[handle]) order.push_back(handle);
  }
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return candidates_[a] < candidates_[b]; });
  std::vector<std::uint32_t> number(candidates_.size());
  std::string bytes;
  put_small(bytes, order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    number[order[i]] = i;
    put(bytes, candidates_[order[i]]);
  }
  put_small(bytes, vacancies.size());
  std::vector<std::uint32_t> list;
  for (const auto& vacancy : vacancies) {
    list.clear();
    for (const auto handle : fitting(vacancy)) list.push_back(number[handle]);
    std::sort(list.begin(), list.end());
    put(bytes, vacancy);
    put_small(bytes, list.size());
    std::uint32_t last = 0;
    for (const auto one : list) put_small(bytes, one - std::exchange(last, one));
  }
  return bytes;
}

Picture Picture::from_bytes(std::string_view bytes) {
  ByteReader reader(bytes);
  Picture picture;
  for (auto left = reader.count(); left > 0; --left) picture.handle_of(reader.value<CandidateId>());
  for (auto left = reader.count(); left > 0; --left) {
    const auto vacancy = reader.value<VacancyId>();
    std::vector<std::uint32_t> list(reader.count());
    std::uint64_t last = 0;
    for (auto& handle : list) {
      last += reader.small();
      if (last >= picture.candidates_.size()) {
        throw Error(ErrorCode::storage_corrupt, "a picture of the feed names a candidate that it has not");
      }
      handle = static_cast<std::uint32_t>(last);
    }
    picture.set(vacancy, std::move(list));
  }
  if (!reader.at_end()) throw Error(ErrorCode::storage_corrupt, "there is more than a picture in a file of the feed");
  return picture;
}

}  // namespace passend::feed
