// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <algorithm>
#include <bit>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "indexer/pool/candidate_segment.hpp"

namespace passend::pool {

/// Segments one after another, the oldest first, whose rows are counted through. A row that a later part replaces, or
/// whose record is gone, is void.
template <class Segment>
class Parts {
 public:
  using Part = SegmentPart<Segment>;
  /// A row as seen by its segment.
  struct Place {
    const Part* part = nullptr;
    std::uint32_t row = 0;
  };

  /// `void_rows` as in SegmentPart.
  void add(std::shared_ptr<const Segment> segment, std::vector<std::uint64_t> void_rows) {
    std::uint64_t living = segment->size();
    for (const std::uint64_t word : void_rows) living -= static_cast<unsigned>(std::popcount(word));
    count_ += living;
    const std::uint32_t first_row = rows_;
    rows_ += segment->size();
    all_.push_back({std::move(segment), first_row, std::move(void_rows)});
  }

  const std::vector<Part>& all() const { return all_; }
  std::uint32_t rows() const { return rows_; }    ///< Void ones too.
  std::uint64_t count() const { return count_; }  ///< Without the void ones.

  Place at(std::uint32_t row) const {
    const Part* part = all_.data();
    while (row - part->first_row >= part->segment->size()) ++part;
    return {part, row - part->first_row};
  }
  bool is_void(std::uint32_t row) const {
    const Place place = at(row);
    return place.part->is_void(place.row);
  }
  /// The living row of an id.
  template <class RecordId>
  std::optional<std::uint32_t> find(RecordId id) const {
    for (auto part = all_.rbegin(); part != all_.rend(); ++part) {
      const auto row = part->segment->find(id);
      if (row && !part->is_void(*row)) return part->first_row + *row;
    }
    return std::nullopt;
  }

 private:
  std::vector<Part> all_;
  std::uint32_t rows_ = 0;
  std::uint64_t count_ = 0;
};

}  // namespace passend::pool
