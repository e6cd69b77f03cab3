// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "indexer/model/casework.hpp"
#include "indexer/model/import_report.hpp"
#include "indexer/model/match_result.hpp"
#include "indexer/model/portfolio.hpp"
#include "indexer/model/vacancy.hpp"

namespace passend {

/// Records in which every field of the type is present, so that a test that walks over one meets them all.
SearchProfile full_search_profile();
DetailProfile full_detail_profile();
Vacancy full_vacancy();
Employer full_employer();
Selection full_selection();
Proposal full_proposal();
ContactMoment full_contact_moment();
ImportReport full_import_report();
MatchResult full_match_result();

}  // namespace passend
