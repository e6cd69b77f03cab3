// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/lane_tally.hpp"

#include <bit>

namespace passend::scan {
namespace {

using Requirements = std::array<LaneTally::Requirement, knock_outs.size()>;

constexpr bool has_one_bit(Mask mask) {
  return mask != 0 && (mask & (mask - 1)) == 0;
}

std::size_t lowest_bit(Mask mask) {
  return static_cast<std::size_t>(std::countr_zero(mask));
}

void count_bits(Mask mask, std::uint64_t rows, Requirements& requirements) {
  for (Mask left = mask & failed_bits; left != 0; left &= left - 1) requirements[lowest_bit(left)].failing += rows;
  for (Mask left = (mask & open_bits) >> open_shift; left != 0; left &= left - 1) {
    requirements[lowest_bit(left)].open += rows;
  }
}

/// Counts `rows` rows with the same masks.
void count(Mask demand, Mask supply, std::uint64_t rows, LaneTally& tally) {
  const Mask both = demand | supply;
  if ((both & void_bit) != 0) return;
  tally.lanes[static_cast<std::size_t>(lane_of(both))] += rows;
  count_bits(demand, rows, tally.requirements[0]);
  count_bits(supply, rows, tally.requirements[1]);
  const Mask failed_demand = demand & failed_bits;
  const Mask failed_supply = supply & failed_bits;
  const bool by_demand = has_one_bit(failed_demand) && failed_supply == 0;
  const bool by_supply = has_one_bit(failed_supply) && failed_demand == 0;
  if (!by_demand && !by_supply) return;
  auto& only =
      by_demand ? tally.requirements[0][lowest_bit(failed_demand)] : tally.requirements[1][lowest_bit(failed_supply)];
  ((both & open_bits) == 0 ? only.alone_fits : only.alone_open) += rows;
}

/// Gathers equal pairs of masks before they are counted: there are few different ones, and each has many bits.
class Gathered {
 public:
  explicit Gathered(LaneTally& tally) : tally_(tally) {}
  ~Gathered() {
    for (const auto& cell : cells_) flush(cell);
  }
  Gathered(const Gathered&) = delete;
  Gathered& operator=(const Gathered&) = delete;

  void add(Mask demand, Mask supply) {
    const std::uint64_t both = std::uint64_t{supply} << 32 | demand;
    Cell& cell = cells_[(both * 0x9E3779B97F4A7C15ULL) >> (64 - cell_bits)];
    if (cell.masks != both) {
      flush(cell);
      cell = {both, 0};
    }
    ++cell.rows;
  }

 private:
  struct Cell {
    std::uint64_t masks = 0;
    std::uint64_t rows = 0;
  };
  static constexpr unsigned cell_bits = 9;
  void flush(const Cell& cell) {
    if (cell.rows == 0) return;
    count(static_cast<Mask>(cell.masks), static_cast<Mask>(cell.masks >> 32), cell.rows, tally_);
  }
  LaneTally& tally_;
  std::array<Cell, 1U << cell_bits> cells_{};
};

}  // namespace

void LaneTally::add(std::span<const Mask> demand, std::span<const Mask> supply) {
  Gathered gathered(*this);
  for (std::size_t i = 0; i < demand.size(); ++i) gathered.add(demand[i], supply[i]);
}

void LaneTally::add(const LaneTally& other) {
  for (std::size_t i = 0; i < lanes.size(); ++i) lanes[i] += other.lanes[i];
  for (std::size_t side = 0; side < requirements.size(); ++side) {
    for (std::size_t k = 0; k < knock_outs.size(); ++k) {
      auto& sum = requirements[side][k];
      const auto& more = other.requirements[side][k];
      sum.failing += more.failing;
      sum.open += more.open;
      sum.alone_fits += more.alone_fits;
      sum.alone_open += more.alone_open;
    }
  }
}

}  // namespace passend::scan
