// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/lane_tally.hpp"

namespace passend::scan {

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
