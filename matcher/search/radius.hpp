// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <map>
#include <string>

#include "indexer/geo/postcodes.hpp"

namespace passend::search {

/// The four-digit postcodes of the table at most `km` from one of them, with the distance in metres: the values of a
/// filter "pc4", and what Order::nearest goes by.
std::map<std::string, std::uint32_t> postcodes_near(const geo::PostcodeTable& table, int centre_pc4, int km);

}  // namespace passend::search
