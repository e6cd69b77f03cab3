// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/base/id.hpp"

namespace passend::feed {

/// Which pairs fit, as the feed last saw it: ids and nothing else. One bit for each candidate and vacancy: in a region
/// of 100,000 people a vacancy fits thousands.
class Picture {
 public:
  /// A short number for a candidate, kept for the life of the picture.
  std::uint32_t handle_of(CandidateId candidate);
  /// Absent when the picture has not met the candidate.
  std::optional<std::uint32_t> find_handle(CandidateId candidate) const;
  CandidateId candidate(std::uint32_t handle) const { return candidates_[handle]; }

  /// Who fits one vacancy.
  class Row {
   public:
    bool has(std::uint32_t handle) const {
      const auto word = handle / 64;
      return word < words_.size() && (words_[word] >> (handle % 64) & 1U) != 0;
    }
    void turn(std::uint32_t handle);
    std::uint32_t count() const { return count_; }
    std::vector<std::uint32_t> handles() const;  ///< Ascending.
    std::size_t bytes() const { return words_.size() * sizeof(std::uint64_t); }

   private:
    friend class Picture;
    std::vector<std::uint64_t> words_;
    std::uint32_t count_ = 0;
  };

  /// Null when nobody fits it.
  const Row* row(VacancyId vacancy) const;
  bool fits(CandidateId candidate, VacancyId vacancy) const;
  /// Handles of who fits a vacancy, ascending.
  std::vector<std::uint32_t> fitting(VacancyId vacancy) const;
  /// Vacancies that a candidate fits, in no order.
  std::vector<VacancyId> vacancies_of(CandidateId candidate) const;
  std::vector<VacancyId> vacancies() const;  ///< That somebody fits, in no order.

  /// Says who fits a vacancy, of which the picture knew nothing yet.
  void draw(VacancyId vacancy, const std::vector<std::uint32_t>& handles);
  /// A pair that fitted does no longer, and the other way round.
  void turn(CandidateId candidate, VacancyId vacancy);

  std::uint64_t pairs() const;
  std::uint64_t bytes() const;  ///< Of memory, nearly.

  std::string to_bytes() const;
  /// Throws storage_corrupt for bytes that are not what to_bytes() made.
  static Picture from_bytes(std::string_view bytes);

 private:
  std::vector<CandidateId> candidates_;
  std::unordered_map<CandidateId, std::uint32_t> handles_;
  std::unordered_map<VacancyId, Row> rows_;  ///< Never an empty one.
};

}  // namespace passend::feed
