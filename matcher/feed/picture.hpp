// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/base/id.hpp"

namespace passend::feed {

/// Which pairs fit, as the feed last saw it: ids and nothing else. 4 bytes a pair in memory, between 1 and 2 in a file.
class Picture {
 public:
  /// A short number for a candidate, kept for the life of the picture.
  std::uint32_t handle_of(CandidateId candidate);
  /// Absent when the picture has not met the candidate.
  std::optional<std::uint32_t> find_handle(CandidateId candidate) const;
  CandidateId candidate(std::uint32_t handle) const { return candidates_[handle]; }

  /// Who fits a vacancy: handles, ascending.
  std::span<const std::uint32_t> fitting(VacancyId vacancy) const;
  bool fits(CandidateId candidate, VacancyId vacancy) const;
  /// Vacancies that a candidate fits, in no order.
  std::vector<VacancyId> vacancies_of(CandidateId candidate) const;
  std::vector<VacancyId> vacancies() const;  ///< That somebody fits, in no order.

  /// Puts the list of a vacancy in place of what it was.
  void set(VacancyId vacancy, std::vector<std::uint32_t> ascending_handles);
  /// A pair that fitted does no longer, and the other way round.
  void turn(CandidateId candidate, VacancyId vacancy);

  std::uint64_t pairs() const;
  /// Two pictures are equal when the same pairs fit, whatever the handles.
  bool operator==(const Picture& other) const;

  /// Without candidates who fit nothing. Throws storage_corrupt for bytes that are not what to_bytes() made.
  std::string to_bytes() const;
  static Picture from_bytes(std::string_view bytes);

 private:
  std::vector<CandidateId> candidates_;
  std::unordered_map<CandidateId, std::uint32_t> handles_;
  std::unordered_map<VacancyId, std::vector<std::uint32_t>> fitting_;  ///< Never an empty list.
};

}  // namespace passend::feed
