// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/model/portfolio.hpp"
#include "indexer/model/vacancy.hpp"

/// Our records in the form of VUM 3.0.0: the search form with what every asking party sees (Z in the data standard) and
/// the detail form with all of it (D). What VUM has no attribute for, and what is not known, is left out; ids are ours,
/// random, not those of the source. Texts that are longer than VUM allows are cut; values that may not be cut (a number
/// of a vacancy, a telephone number) are left out.
namespace passend::vum_source {

/// {maximumAantalResultatenBereikt, matches}; `more`: there were others.
enum class More : std::uint8_t { none, there_are };
std::string encode_matches(const std::vector<const SearchProfile*>& profiles, More more);
std::string encode_matches(const std::vector<const Vacancy*>& vacancies, More more);

/// Werkzoekende and Vacature, whole.
std::string encode_detail(const SearchProfile& profile, const DetailProfile& detail);
std::string encode_detail(const Vacancy& vacancy);

}  // namespace passend::vum_source
