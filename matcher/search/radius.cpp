// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/radius.hpp"

namespace passend::search {

std::map<std::string, std::uint32_t> postcodes_near(const geo::PostcodeTable& table, int centre_pc4, int km) {
  constexpr int metres_in_km = 1000;
  std::map<std::string, std::uint32_t> near;
  for (const geo::PostcodeArea& area : table.areas()) {
    const auto distance_m = table.distance_m(centre_pc4, area.pc4);
    if (distance_m && *distance_m <= km * metres_in_km) {
      near.emplace(std::to_string(area.pc4), static_cast<std::uint32_t>(*distance_m));
    }
  }
  return near;
}

}  // namespace passend::search
