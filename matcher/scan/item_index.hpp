// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "indexer/pool/candidate_segment.hpp"

namespace passend::scan {

/// The dictionary entries of an aspect that is a list of items (languages with their levels, driving licences and
/// credentials with their last day), by what a vacancy may ask of them. Entries that differ only in what is not asked,
/// or in days on the same side of the start, answer alike: a criterion need judge one of them.
class ItemIndex {
 public:
  ItemIndex(const pool::CandidateSegment& segment, pool::Aspect aspect);

  struct Classes {
    std::vector<std::uint32_t> of_entry;
    std::vector<std::optional<std::uint32_t>> examples;  ///< By class: an entry of it; absent when it has none.
  };
  /// Absent where there are too many classes to be worth it. `start` is the day on which the work starts.
  std::optional<Classes> alike_for(const pool::VacancyFacts& vacancy, Date start) const;

 private:
  /// Who holds an item of one kind, each entry once. The value is the four levels of a language as one number, or the
  /// latest of the last days of a licence or credential.
  struct Holders {
    std::vector<std::uint32_t> entries;
    std::vector<std::uint32_t> value_numbers;  ///< In `values`.
    std::vector<std::uint32_t> values;         ///< Ascending.
  };
  using Key = std::uint32_t;  ///< Language, category or credential.
  void gather(const pool::CandidateFacts& facts, std::uint32_t entry);
  void add(Key key, std::uint32_t value, std::uint32_t entry);
  std::vector<Key> keys_asked_by(const pool::VacancyFacts& vacancy) const;
  /// By value number: which values answer alike, numbered from 0.
  std::vector<std::uint32_t> alike_values(const Holders& holders, Date start) const;

  pool::Aspect aspect_;
  std::vector<std::uint8_t> knowledge_;  ///< By entry: bit 0 the list is known, bit 1 items are unplaced.
  std::map<Key, Holders> holders_;
};

}  // namespace passend::scan
