// SPDX-License-Identifier: EUPL-1.2
#include "server/api/search.hpp"

#include "server/api/places.hpp"
#include "server/api/wording.hpp"

namespace passend::api {
namespace {

/// Counts below this many people are kept back.
constexpr std::uint64_t smallest_shown_count = 5;

enum class Counted { people, vacancies };

template <class Code>
void add_codes(std::vector<search::Filter>& filters, std::string field, const std::vector<Code>& codes) {
  if (codes.empty()) return;
  search::Filter filter{std::move(field), {}};
  for (const Code code : codes) filter.values.emplace_back(to_text(code));
  filters.push_back(std::move(filter));
}

void add_texts(std::vector<search::Filter>& filters, std::string field, const std::vector<std::string>& values) {
  if (!values.empty()) filters.push_back({std::move(field), values});
}

bool counts_areas(Facet facet) {
  return facet == Facet::municipality || facet == Facet::place;
}

std::string index_field(Facet facet) {
  return counts_areas(facet) ? "pc4" : std::string(to_text(facet));
}

search::Request to_request(const SearchInput& input, const std::optional<std::vector<std::string>>& postcodes) {
  search::Request request;
  request.query = input.query;
  request.order = input.order;
  request.page = input.paging.page;
  request.page_size = input.paging.page_size;
  const Filters& given = input.filters;
  if (postcodes) request.filters.push_back({"pc4", *postcodes});
  add_texts(request.filters, "occupation", given.occupation_uris);
  add_texts(request.filters, "language", given.languages);
  add_texts(request.filters, "employer_id", given.employer_ids);
  add_codes(request.filters, "contract_type", given.contract_types);
  add_codes(request.filters, "agreement", given.agreements);
  add_codes(request.filters, "work_level", given.work_levels);
  add_codes(request.filters, "driving_licence", given.driving_licences);
  add_codes(request.filters, "status", given.statuses);
  if (!given.sectors.empty()) {
    search::Filter sectors{"sector", {}};
    for (const std::int64_t sector : given.sectors) sectors.values.push_back(std::to_string(sector));
    request.filters.push_back(std::move(sectors));
  }
  for (const Facet facet : input.facets) {
    const std::string field = index_field(facet);
    const bool is_asked = std::find(request.facets.begin(), request.facets.end(), field) != request.facets.end();
    if (!is_asked) request.facets.push_back(field);
  }
  return request;
}

std::vector<FacetOutput> facets_of(const search::Page& page, const SearchInput& input, const Services& services,
                                   Counted counted) {
  const Wording wording(services.taxonomy, services.postcodes, input.language);
  std::vector<FacetOutput> facets;
  for (const Facet facet : input.facets) {
    const auto found = page.facets.find(index_field(facet));
    auto values = found == page.facets.end() ? std::vector<search::FacetValue>() : found->second;
    if (facet == Facet::municipality) {
      values = count_areas(values, &geo::PostcodeArea::municipality, services.postcodes);
    }
    if (facet == Facet::place) values = count_areas(values, &geo::PostcodeArea::place, services.postcodes);
    FacetOutput output{facet, {}};
    for (const auto& [value, count] : values) {
      const bool is_kept_back = counted == Counted::people && count < smallest_shown_count;
      output.values.push_back({value, facet == Facet::occupation ? wording.concept_view({value, ""}).label : value,
                               is_kept_back ? std::nullopt : std::optional(count)});
    }
    facets.push_back(std::move(output));
  }
  return facets;
}

/// From the centre of the radius filter, when there is one.
std::optional<int> distance(const SearchInput& input, std::string_view postcode, const geo::PostcodeTable& table) {
  if (!input.filters.radius) return std::nullopt;
  const auto from = geo::parse_pc4(input.filters.radius->postcode);
  const auto to = geo::parse_pc4(postcode);
  return from && to ? table.distance_m(*from, *to) : std::nullopt;
}

}  // namespace

CandidateSearchOutput SearchCandidates::operator()(const SearchInput& input) const {
  const auto postcodes = postcodes_of(input.filters, services.postcodes);
  CandidateSearchOutput output;
  if (postcodes && postcodes->empty()) return output;
  search::Page page = services.searcher.candidates(to_request(input, postcodes));
  output.total = page.total;
  output.microseconds = page.microseconds;
  for (search::Hit& hit : page.hits) {
    // Read again: what was withdrawn since the index was written is not shown.
    auto stored = services.store.search_profile(CandidateId{hit.id}, store::Scope::pseudonymous());
    if (!stored) continue;
    const auto away_m = distance(input, stored->record.mobility.postcode, services.postcodes);
    output.hits.push_back({std::move(stored->record), away_m, std::move(hit.fragments)});
  }
  output.facets = facets_of(page, input, services, Counted::people);
  return output;
}

VacancySearchOutput SearchVacancies::operator()(const SearchInput& asked) const {
  SearchInput input = asked;
  if (input.filters.statuses.empty()) input.filters.statuses = {VacancyStatus::open};
  const auto postcodes = postcodes_of(input.filters, services.postcodes);
  VacancySearchOutput output;
  if (postcodes && postcodes->empty()) return output;
  search::Page page = services.searcher.vacancies(to_request(input, postcodes));
  output.total = page.total;
  output.microseconds = page.microseconds;
  const auto& statuses = input.filters.statuses;
  for (search::Hit& hit : page.hits) {
    auto stored = services.store.vacancy(VacancyId{hit.id}, store::Scope::pseudonymous());
    if (!stored || std::find(statuses.begin(), statuses.end(), stored->record.status) == statuses.end()) continue;
    const auto away_m = distance(input, stored->record.location.postcode, services.postcodes);
    output.hits.push_back({std::move(stored->record), away_m, std::move(hit.fragments)});
  }
  output.facets = facets_of(page, input, services, Counted::vacancies);
  return output;
}

}  // namespace passend::api
