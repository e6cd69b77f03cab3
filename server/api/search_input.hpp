// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/id.hpp"
#include "server/api/codes.hpp"
#include "server/api/paging.hpp"

namespace passend::api {

struct Radius {
  std::string postcode;
  int km = 0;  ///< 1..200
};

/// Filters work together; the values of one filter are alternatives. An empty list does not filter.
struct Filters {
  std::vector<std::string> municipalities;
  std::vector<std::string> places;
  std::optional<Radius> radius;
  std::vector<std::string> occupation_uris;
  std::vector<std::int64_t> sectors;
  std::vector<ContractType> contract_types;
  std::vector<AgreementType> agreements;
  std::vector<WorkLevel> work_levels;
  std::vector<std::string> languages;
  std::vector<DrivingLicence> driving_licences;
  std::vector<VacancyStatus> statuses;    ///< Of vacancies.
  std::vector<std::string> employer_ids;  ///< Of vacancies.
};

struct SearchInput {
  std::string query;
  Filters filters;
  std::vector<Facet> facets;
  search::Order order = search::Order::relevance;
  Language language = Language::dutch;
  Paging paging;
};

/// Rules: components/schemas/CandidateSearch and VacancySearch of schemas/openapi/passend.yaml.
SearchInput read_candidate_search(Input& input);
SearchInput read_vacancy_search(Input& input);

struct ConceptSearchInput {
  std::string text;
  std::vector<ConceptKind> kinds;  ///< Empty for all.
  Language language = Language::dutch;
  std::size_t limit = 10;
};

ConceptSearchInput read_concept_search(Input& input);

struct ConceptLinkInput {
  std::string text;
  ConceptKind kind = ConceptKind::occupation;
  Language language = Language::dutch;
  std::size_t limit = 5;
};

ConceptLinkInput read_concept_link(Input& input);

}  // namespace passend::api
