// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "indexer/geo/postcodes.hpp"
#include "indexer/model/portfolio.hpp"
#include "indexer/model/vacancy.hpp"
#include "indexer/pool/facts.hpp"
#include "indexer/pool/resolver.hpp"

namespace passend::pool {

/// What matching knows of a person, from the search profile alone: the detail profile is never read.
CandidateFacts candidate_facts(const SearchProfile& profile, Resolver& resolver);

/// What matching knows of a vacancy, with the kin of its occupation and of each demanded competence written out. A
/// place without a postcode stands for its most populous area.
VacancyFacts vacancy_facts(const Vacancy& vacancy, Resolver& resolver, const geo::PostcodeTable& postcodes);

}  // namespace passend::pool
