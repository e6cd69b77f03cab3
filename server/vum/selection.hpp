// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>

#include "indexer/geo/postcodes.hpp"
#include "indexer/model/portfolio.hpp"
#include "indexer/model/vacancy.hpp"
#include "server/vum/question.hpp"

namespace passend::vum_source {

/// Whether a record is an answer: it has every attribute that is asked, with a value that satisfies it. Unlike in our
/// own matching, what is not known does not satisfy anything. The distance is between the centroids of the postcode
/// areas; it is not known of an area that is not in the table.
bool selects(const CandidateQuestion& question, const SearchProfile& profile, const geo::PostcodeTable& postcodes);
bool selects(const VacancyQuestion& question, const Vacancy& vacancy, const geo::PostcodeTable& postcodes);

/// The code of a concept as VUM knows it: its URI, or the bare code that a source without URIs gave; empty when there
/// is only a name.
std::string_view vum_code(const ConceptRef& ref);

}  // namespace passend::vum_source
