// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "indexer/base/id.hpp"

namespace passend::run {

/// In how many lists people stood, and how high: what is kept of many lists of which no single runs are. One number a
/// person and top, so that an audit of any of these tops can count every list.
struct Showings {
  std::vector<std::uint32_t> tops{};   ///< Ascending; the last one is how far the lists went.
  std::vector<CandidateId> people{};   ///< In at least one list, ascending.
  std::vector<std::uint32_t> lists{};  ///< tops.size() numbers per person: in how many lists at rank 1 to that top.
  bool operator==(const Showings&) const = default;

  /// Which of the tops says who stood at rank 1 to `top`; absent when the lists went further and none of them does.
  std::optional<std::size_t> place_of(std::uint64_t top) const;
  std::span<const std::uint32_t> lists_of(std::size_t person) const {
    return std::span(lists).subspan(person * tops.size(), tops.size());
  }
};

/// The tops that audits ask for (10, 25, 50, 100, 250, 500) below `top`, and `top` itself; `top` is at least 1.
std::vector<std::uint32_t> tops_within(std::uint32_t top);

/// Counts lists one after the other.
class ShowingsCount {
 public:
  /// `people`: ascending; lists name people by their position in it.
  ShowingsCount(std::span<const Id128> people, std::uint32_t top);
  void add(std::uint32_t person, std::uint64_t rank);  ///< Rank from 1 to the top.
  Showings result() const;

 private:
  std::span<const Id128> people_;
  std::vector<std::uint32_t> tops_;
  std::vector<std::uint32_t> counts_;  ///< tops_.size() per person: between the top before and this one.
};

}  // namespace passend::run
