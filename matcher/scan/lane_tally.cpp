// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/lane_tally.hpp"

#include <bit>

namespace passend::scan {
namespace {

using Requirements = std::array<LaneTally::Requirement, knock_outs.size()>;

void count_bits(Mask mask, Requirements& requirements) {
  for (Mask left = mask & failed_bits; left != 0; left &= left - 1) {
    ++requirements[static_cast<std::size_t>(std::countr_zero(left))].failing;
  }
  for (Mask left = (mask & open_bits) >> open_shift; left != 0; left &= left - 1) {
    ++requirements[static_cast<std::size_t>(std::countr_zero(left))].open;
  }
}

}  // namespace

void LaneTally::add(std::span<const Mask> demand, std::span<const Mask> supply) {
  for (std::size_t i = 0; i < demand.size(); ++i) {
    const Mask both = demand[i] | supply[i];
    if ((both & void_bit) != 0) continue;
    ++lanes[static_cast<std::size_t>(lane_of(both))];
    if (both == 0) continue;
    count_bits(demand[i], requirements[0]);
    count_bits(supply[i], requirements[1]);
    const Mask failed_demand = demand[i] & failed_bits;
    const Mask failed_supply = supply[i] & failed_bits;
    if (std::popcount(failed_demand) + std::popcount(failed_supply) != 1) continue;
    auto& only = failed_demand != 0 ? requirements[0][static_cast<std::size_t>(std::countr_zero(failed_demand))]
                                    : requirements[1][static_cast<std::size_t>(std::countr_zero(failed_supply))];
    ++((both & open_bits) == 0 ? only.alone_fits : only.alone_open);
  }
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
