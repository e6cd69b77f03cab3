// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/id.hpp"
#include "server/api/codes.hpp"
#include "server/api/paging.hpp"

namespace passend::api {

/// Of people: those of whom.
enum class CaseloadChoice : std::uint8_t { own };

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
  std::vector<VacancyStatus> statuses;     ///< Of vacancies.
  std::vector<std::string> employer_ids;   ///< Of vacancies.
  std::optional<CaseloadChoice> caseload;  ///< Of people; absent: of everybody.
  std::vector<Facet> unknown;  ///< Records that leave these blank pass as well; alone: only those. A place stands for
                               ///< the postcode, so that municipality and place are one.
};

struct SearchInput {
  std::string query;
  Filters filters;
  std::vector<Facet> facets;
  std::optional<std::vector<Id128>> within;  ///< Search in these records only.
  std::optional<Id128> like;
  search::Order order = search::Order::relevance;
  Language language = Language::dutch;
  Paging paging;
};

/// Rules: components/schemas/CandidateSearch and VacancySearch of schemas/openapi/passend.yaml.
SearchInput read_candidate_search(Input& input);
SearchInput read_vacancy_search(Input& input);

}  // namespace passend::api

namespace passend {

template <>
struct CodeNames<api::CaseloadChoice> {
  static constexpr CodeTable<api::CaseloadChoice, 1> names{{{api::CaseloadChoice::own, "own"}}};
};

}  // namespace passend
