// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "matcher/batch/inputs.hpp"
#include "matcher/batch/roster.hpp"
#include "matcher/criteria/geometric_mean.hpp"

namespace passend::batch {

/// A pair that fits, seen from one party: the other one by its position in the roster. The combined score follows from
/// these two (combined_bp).
struct Fit {
  std::uint32_t party = 0;
  std::uint16_t demand_bp = 0;
  std::uint16_t supply_bp = 0;
  bool operator==(const Fit&) const = default;
  /// Their geometric mean, rounded down: as the engine combines them.
  std::uint16_t combined_bp() const {
    return static_cast<std::uint16_t>(criteria::geometric_mean_bp(demand_bp, supply_bp));
  }
};

/// Lists of fits behind one another.
class FitLists {
 public:
  void add(std::span<const Fit> list) {
    fits_.insert(fits_.end(), list.begin(), list.end());
    ends_.push_back(static_cast<std::uint32_t>(fits_.size()));
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(ends_.size()); }
  std::span<const Fit> operator[](std::uint32_t list) const {
    const std::uint32_t begin = list == 0 ? 0 : ends_[list - 1];
    return {fits_.data() + begin, ends_[list] - begin};
  }
  const std::vector<Fit>& fits() const { return fits_; }
  const std::vector<std::uint32_t>& ends() const { return ends_; }
  std::uint64_t bytes() const { return fits_.capacity() * sizeof(Fit) + ends_.capacity() * sizeof(std::uint32_t); }
  bool operator==(const FitLists&) const = default;

 private:
  friend class SliceReader;
  std::vector<Fit> fits_;
  std::vector<std::uint32_t> ends_;
};

/// What some vacancies next to each other brought: a chunk of a run, or a whole partition.
struct Slice {
  Range vacancies;
  std::uint64_t pairs = 0;  ///< All that fit.
  FitLists best;            ///< Per vacancy its best candidates, ranked.
  /// Per vacancy the candidates, ascending, among whose best it stands as far as these vacancies go; more is allowed,
  /// less is not.
  FitLists standing;
  bool operator==(const Slice&) const = default;
};

/// A slice as it stands in a file. The roster of a chunk is empty: its reader has the pool.
struct SliceFile {
  Inputs inputs;
  Partition partition;
  Roster roster;
  Slice slice;
};

std::string encode(const SliceFile& file);
/// Throws storage_corrupt, naming `name`, for anything that encode() did not write or that has changed since.
SliceFile decode_slice(std::string_view bytes, const std::string& name);

}  // namespace passend::batch
