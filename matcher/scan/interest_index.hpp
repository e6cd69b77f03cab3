// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "indexer/pool/candidate_segment.hpp"

namespace passend::scan {

/// From the concepts and words of interests to the dictionary entries that have them. An entry that shares none with a
/// vacancy has nothing in common with it: only the others need be judged.
class InterestIndex {
 public:
  explicit InterestIndex(const pool::CandidateSegment& segment);

  /// The entries that share a concept or a word with the vacancy; ascending.
  std::vector<std::uint32_t> entries_near(const pool::VacancyFacts& vacancy) const;
  /// Entries that say nothing.
  const std::vector<std::uint32_t>& blank() const { return blank_; }

 private:
  std::unordered_map<pool::Concept, std::vector<std::uint32_t>> by_concept_;
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> by_word_;
  std::vector<std::uint32_t> blank_;
};

}  // namespace passend::scan
