// SPDX-License-Identifier: EUPL-1.2
#include "server/api/search_input.hpp"

#include <algorithm>

#include "indexer/geo/postcodes.hpp"

namespace passend::api {
namespace {

constexpr std::size_t maximum_values = 50;
constexpr TextRule place_rule{1, 80};

enum class Side { candidates, vacancies };

void read_languages(Input& input, Filters& filters) {
  input.each_text("languages", {20}, {3, 3}, [&](const std::string& item, const std::string& code) {
    if (!std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
      input.refuse(item, "is a language code of ISO 639-3, three lower-case letters");
    }
    filters.languages.push_back(code);
  });
}

void read_radius(Input& input, Filters& filters) {
  input.within("radius", [&] {
    const auto postcode = input.text("postcode", {4, 6});
    const auto km = input.number("km", {1, 200});
    if (postcode && !geo::normalise_postcode(*postcode)) {
      input.refuse("postcode", "is a Dutch postcode of four digits, or of four digits and two letters");
    }
    if (!postcode) input.refuse("postcode", "is required");
    if (!km) input.refuse("km", "is required");
    filters.radius = Radius{postcode.value_or(""), static_cast<int>(km.value_or(1))};
  });
}

void read_filters(Input& input, Filters& filters, Side side) {
  filters.municipalities = input.texts("municipalities", {maximum_values}, place_rule);
  filters.places = input.texts("places", {maximum_values}, place_rule);
  filters.occupation_uris = input.texts("occupationUris", {maximum_values}, {1, 200});
  filters.sectors = input.numbers("sectors", {maximum_values}, {0, 99'999});
  filters.contract_types = input.codes<ContractType>("contractTypes", {2});
  filters.agreements = input.codes<AgreementType>("agreements", {5});
  filters.work_levels = input.codes<WorkLevel>("workLevels", {6});
  filters.driving_licences = input.codes<DrivingLicence>("drivingLicences", {16});
  read_languages(input, filters);
  read_radius(input, filters);
  filters.unknown = input.codes<Facet>("unknown", {10, Repeats::refused});
  if (side == Side::candidates) {
    filters.caseload = input.code<CaseloadChoice>("caseload");
    return;
  }
  filters.statuses = input.codes<VacancyStatus>("statuses", {2});
  for (const EmployerId id : input.ids<EmployerId>("employerIds", {maximum_values})) {
    filters.employer_ids.push_back(to_text(id));
  }
}

void read_records(Input& input, SearchInput& search) {
  if (const auto like = input.id_member<CandidateId>("like")) search.like = like->value;
  if (!input.has("within")) return;
  search.within.emplace();
  for (const CandidateId id : input.ids<CandidateId>("within", {search::max_within}))
    search.within->push_back(id.value);
}

SearchInput read_search(Input& input, Side side) {
  SearchInput search;
  search.query = input.text("query", {0, 512}).value_or("");
  input.within("filters", [&] { read_filters(input, search.filters, side); });
  search.facets = input.codes<Facet>("facets", {10, Repeats::refused});
  const bool asks_status = std::find(search.facets.begin(), search.facets.end(), Facet::status) != search.facets.end();
  if (side == Side::candidates && asks_status) input.refuse("facets", "candidates have no status");
  search.order = input.code<search::Order>("sort").value_or(search::Order::relevance);
  read_records(input, search);
  if (side == Side::candidates && search.order == search::Order::closing) {
    input.refuse("sort", "candidates have no closing date");
  }
  if (search.order == search::Order::nearest && !search.filters.radius) {
    input.refuse("sort", "distance wants the filter radius, from whose postcode it is counted");
  }
  search.language = input.code<Language>("language").value_or(Language::dutch);
  search.paging = read_paging(input);
  return search;
}

}  // namespace

SearchInput read_candidate_search(Input& input) {
  return read_search(input, Side::candidates);
}

SearchInput read_vacancy_search(Input& input) {
  return read_search(input, Side::vacancies);
}

}  // namespace passend::api
