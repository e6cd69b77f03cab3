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
  filters.languages = input.texts("languages", {20}, {3, 3});
  for (std::size_t i = 0; i < filters.languages.size(); ++i) {
    const std::string& code = filters.languages[i];
    if (!std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; })) {
      input.refuse("languages/" + std::to_string(i), "is a language code of ISO 639-3, three lower-case letters");
    }
  }
}

void read_employers(Input& input, Filters& filters) {
  filters.employer_ids = input.texts("employerIds", {maximum_values}, {32, 32});
  for (std::size_t i = 0; i < filters.employer_ids.size(); ++i) {
    if (!EmployerId::parse(filters.employer_ids[i])) {
      input.refuse("employerIds/" + std::to_string(i), "is 32 hexadecimal digits");
    }
  }
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
  if (side == Side::candidates) return;
  filters.statuses = input.codes<VacancyStatus>("statuses", {2});
  read_employers(input, filters);
}

SearchInput read_search(Input& input, Side side) {
  SearchInput search;
  search.query = input.text("query", {0, 512}).value_or("");
  input.within("filters", [&] { read_filters(input, search.filters, side); });
  search.facets = input.codes<Facet>("facets", {10, Repeats::refused});
  const bool asks_status = std::find(search.facets.begin(), search.facets.end(), Facet::status) != search.facets.end();
  if (side == Side::candidates && asks_status) input.refuse("facets", "candidates have no status");
  search.order = input.code<search::Order>("sort").value_or(search::Order::relevance);
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

ConceptSearchInput read_concept_search(Input& input) {
  ConceptSearchInput search;
  const auto text = input.text("text", {1, 200});
  if (!text) input.refuse("text", "is required");
  search.text = text.value_or("");
  search.kinds = input.codes<ConceptKind>("kinds", {3, Repeats::refused});
  search.language = input.code<Language>("language").value_or(Language::dutch);
  search.limit = static_cast<std::size_t>(input.number("limit", {1, 50}).value_or(10));
  return search;
}

ConceptLinkInput read_concept_link(Input& input) {
  ConceptLinkInput link;
  const auto text = input.text("text", {1, 400});
  if (!text) input.refuse("text", "is required");
  link.text = text.value_or("");
  link.kind = input.code<ConceptKind>("kind").value_or(ConceptKind::occupation);
  link.language = input.code<Language>("language").value_or(Language::dutch);
  link.limit = static_cast<std::size_t>(input.number("limit", {1, 50}).value_or(5));
  return link;
}

}  // namespace passend::api
