// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/geo/postcodes.hpp"
#include "matcher/search/search.hpp"
#include "server/api/search_input.hpp"

/// The index knows four-digit postcodes; people speak of municipalities, places and kilometres. Here one becomes the
/// other.
namespace passend::api {

/// The postcodes that meet all of the geographic filters at once; absent when none is given. Throws invalid_input for a
/// municipality, place or postcode that the table does not have.
std::optional<std::vector<std::string>> postcodes_of(const Filters& filters, const geo::PostcodeTable& table);

/// Counts per postcode added up per municipality or place, by falling count, then by name.
std::vector<search::FacetValue> count_areas(const std::vector<search::FacetValue>& by_postcode,
                                            std::string geo::PostcodeArea::*name, const geo::PostcodeTable& table);

}  // namespace passend::api
