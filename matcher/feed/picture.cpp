// SPDX-License-Identifier: EUPL-1.2
#include "matcher/feed/picture.hpp"

#include <algorithm>
#include <bit>
#include <utility>

#include "matcher/feed/bytes.hpp"

namespace passend::feed {
namespace {

/// How a row stands in a file: whichever is shorter.
enum class Form : std::uint8_t { steps, bits };

[[noreturn]] void refuse() {
  throw Error(ErrorCode::storage_corrupt, "a picture of the feed names a candidate that it has not");
}

}  // namespace

void Picture::Row::turn(std::uint32_t handle) {
  const auto word = handle / 64;
  if (word >= words_.size()) words_.resize(word + 1);
  words_[word] ^= std::uint64_t{1} << (handle % 64);
  count_ += has(handle) ? 1U : ~0U;
}

std::vector<std::uint32_t> Picture::Row::handles() const {
  std::vector<std::uint32_t> handles;
  handles.reserve(count_);
  for (std::uint32_t word = 0; word < words_.size(); ++word) {
    for (auto left = words_[word]; left != 0; left &= left - 1) {
      handles.push_back(word * 64 + static_cast<std::uint32_t>(std::countr_zero(left)));
    }
  }
  return handles;
}

std::uint32_t Picture::handle_of(CandidateId candidate) {
  const auto [place, added] = handles_.try_emplace(candidate, static_cast<std::uint32_t>(candidates_.size()));
  if (added) candidates_.push_back(candidate);
  return place->second;
}

std::optional<std::uint32_t> Picture::find_handle(CandidateId candidate) const {
  const auto found = handles_.find(candidate);
  return found == handles_.end() ? std::nullopt : std::optional(found->second);
}

const Picture::Row* Picture::row(VacancyId vacancy) const {
  const auto found = rows_.find(vacancy);
  return found == rows_.end() ? nullptr : &found->second;
}

bool Picture::fits(CandidateId candidate, VacancyId vacancy) const {
  const auto handle = find_handle(candidate);
  const Row* const found = row(vacancy);
  return handle && found != nullptr && found->has(*handle);
}

std::vector<std::uint32_t> Picture::fitting(VacancyId vacancy) const {
  const Row* const found = row(vacancy);
  return found == nullptr ? std::vector<std::uint32_t>{} : found->handles();
}

std::vector<VacancyId> Picture::vacancies_of(CandidateId candidate) const {
  std::vector<VacancyId> found;
  const auto handle = find_handle(candidate);
  if (!handle) return found;
  for (const auto& [vacancy, row] : rows_) {
    if (row.has(*handle)) found.push_back(vacancy);
  }
  return found;
}

std::vector<VacancyId> Picture::vacancies() const {
  std::vector<VacancyId> all;
  for (const auto& [vacancy, row] : rows_) all.push_back(vacancy);
  return all;
}

void Picture::draw(VacancyId vacancy, const std::vector<std::uint32_t>& handles) {
  if (handles.empty()) return;
  Row& row = rows_[vacancy];
  row.words_.resize((candidates_.size() + 63) / 64);
  for (const auto handle : handles) row.turn(handle);
}

void Picture::turn(CandidateId candidate, VacancyId vacancy) {
  Row& row = rows_[vacancy];
  row.turn(handle_of(candidate));
  if (row.count_ == 0) rows_.erase(vacancy);
}

std::uint64_t Picture::pairs() const {
  std::uint64_t pairs = 0;
  for (const auto& [vacancy, row] : rows_) pairs += row.count();
  return pairs;
}

std::uint64_t Picture::bytes() const {
  std::uint64_t bytes = candidates_.size() * (2 * sizeof(CandidateId) + 16);
  for (const auto& [vacancy, row] : rows_) bytes += row.bytes() + 64;
  return bytes;
}

std::string Picture::to_bytes() const {
  std::string bytes;
  put_small(bytes, candidates_.size());
  for (const auto& candidate : candidates_) put(bytes, candidate);
  auto vacancies = this->vacancies();
  std::sort(vacancies.begin(), vacancies.end());
  put_small(bytes, vacancies.size());
  for (const auto& vacancy : vacancies) {
    const Row& row = *this->row(vacancy);
    put(bytes, vacancy);
    if (row.count() > row.bytes()) {
      put(bytes, Form::bits);
      put_small(bytes, row.words_.size());
      for (const auto word : row.words_) put(bytes, word);
      continue;
    }
    put(bytes, Form::steps);
    put_small(bytes, row.count());
    std::uint32_t last = 0;
    for (const auto handle : row.handles()) put_small(bytes, handle - std::exchange(last, handle));
  }
  return bytes;
}

Picture Picture::from_bytes(std::string_view bytes) {
  ByteReader reader(bytes);
  Picture picture;
  for (auto left = reader.count(); left > 0; --left) picture.handle_of(reader.value<CandidateId>());
  const auto most_words = (picture.candidates_.size() + 63) / 64;
  for (auto left = reader.count(); left > 0; --left) {
    Row& row = picture.rows_[reader.value<VacancyId>()];
    if (reader.value<Form>() == Form::bits) {
      row.words_.resize(reader.count());
      if (row.words_.size() > most_words) refuse();
      for (auto& word : row.words_)
        row.count_ += static_cast<std::uint32_t>(std::popcount(word = reader.value<std::uint64_t>()));
      if (row.count_ == 0 || row.handles().back() >= picture.candidates_.size()) refuse();
      continue;
    }
    row.words_.resize(most_words);
    std::uint64_t handle = 0;
    for (auto pairs = reader.count(); pairs > 0; --pairs) {
      handle += reader.small();
      if (handle >= picture.candidates_.size()) refuse();
      row.turn(static_cast<std::uint32_t>(handle));
    }
  }
  if (!reader.at_end()) throw Error(ErrorCode::storage_corrupt, "there is more than a picture in a file of the feed");
  return picture;
}

}  // namespace passend::feed
