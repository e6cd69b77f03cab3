// SPDX-License-Identifier: EUPL-1.2
#include "server/api/search.hpp"

#include <algorithm>

#include "matcher/search/empty_help.hpp"
#include "matcher/search/radius.hpp"
#include "server/api/places.hpp"
#include "server/api/wording.hpp"

namespace passend::api {
namespace {

/// Counts below this many people are kept back.
constexpr std::uint64_t smallest_shown_count = 5;

bool counts_areas(Facet facet) {
  return facet == Facet::municipality || facet == Facet::place;
}

std::string index_field(Facet facet) {
  return counts_areas(facet) ? "pc4" : std::string(to_text(facet));
}

/// Members of `filters` that narrow by a field of the index: what goes when the help says that the field is to go.
constexpr std::pair<std::string_view, std::string_view> filter_members[]{{"pc4", "municipalities"},
                                                                         {"pc4", "places"},
                                                                         {"pc4", "radius"},
                                                                         {"occupation", "occupationUris"},
                                                                         {"sector", "sectors"},
                                                                         {"contract_type", "contractTypes"},
                                                                         {"agreement", "agreements"},
                                                                         {"work_level", "workLevels"},
                                                                         {"language", "languages"},
                                                                         {"driving_licence", "drivingLicences"},
                                                                         {"employer_id", "employerIds"}};

/// Collects the filters of a request; a filter is there when it has values or lets the unknown pass.
class FilterList {
 public:
  explicit FilterList(const std::vector<Facet>& unknown) : unknown_(unknown) {}

  void add(std::string field, std::vector<std::string> values) {
    if (!values.empty() || lets_unknown_pass(field)) add_always(std::move(field), std::move(values));
  }
  void add_always(std::string field, std::vector<std::string> values) {
    const bool or_unknown = lets_unknown_pass(field);
    filters_.push_back({std::move(field), std::move(values), or_unknown});
  }
  template <class Code>
  void add_codes(std::string field, const std::vector<Code>& codes) {
    std::vector<std::string> values;
    for (const Code code : codes) values.emplace_back(to_text(code));
    add(std::move(field), std::move(values));
  }
  std::vector<search::Filter> take() { return std::move(filters_); }

 private:
  bool lets_unknown_pass(const std::string& field) const {
    return std::any_of(unknown_.begin(), unknown_.end(), [&](Facet facet) { return index_field(facet) == field; });
  }

  const std::vector<Facet>& unknown_;
  std::vector<search::Filter> filters_;
};

std::vector<search::Filter> filters_of(const Filters& given, const std::optional<std::vector<std::string>>& postcodes) {
  FilterList list(given.unknown);
  // Places without any postcode find nothing, which is not the same as no place at all.
  if (postcodes) list.add_always("pc4", *postcodes);
  if (!postcodes) list.add("pc4", {});
  list.add("occupation", given.occupation_uris);
  list.add("language", given.languages);
  list.add("employer_id", given.employer_ids);
  list.add_codes("contract_type", given.contract_types);
  list.add_codes("agreement", given.agreements);
  list.add_codes("work_level", given.work_levels);
  list.add_codes("driving_licence", given.driving_licences);
  list.add_codes("status", given.statuses);
  std::vector<std::string> sectors;
  for (const std::int64_t sector : given.sectors) sectors.push_back(std::to_string(sector));
  list.add("sector", std::move(sectors));
  return list.take();
}

/// What somebody may not see they may not learn about by what resembles it.
[[noreturn]] void refuse_unlike() {
  throw Error(ErrorCode::not_found, "The record that others are to resemble is not there, or no longer.");
}

/// Whose clients may be told apart is for themselves to see: nobody names the caseload of another. Who has none has
/// nobody in it.
search::Filter own_caseload(const auth::Principal& principal) {
  search::Filter filter{"caseload", {}, false};
  if (!principal.caseload.empty()) filter.values.push_back(principal.caseload);
  return filter;
}

search::Request to_request(const SearchInput& input, const std::optional<std::vector<std::string>>& postcodes,
                           const geo::PostcodeTable& table) {
  search::Request request;
  request.query = input.query;
  request.order = input.order;
  request.page = input.paging.page;
  request.page_size = input.paging.page_size;
  request.within = input.within;
  request.like = input.like;
  request.filters = filters_of(input.filters, postcodes);
  if (input.order == search::Order::nearest && input.filters.radius) {
    const auto centre = geo::parse_pc4(input.filters.radius->postcode);
    if (centre) request.distance_m = search::postcodes_near(table, *centre, input.filters.radius->km);
  }
  for (const Facet facet : input.facets) {
    const std::string field = index_field(facet);
    const bool is_asked = std::find(request.facets.begin(), request.facets.end(), field) != request.facets.end();
    if (!is_asked) request.facets.push_back(field);
  }
  return request;
}

/// Counts of few people are kept back.
std::optional<std::uint64_t> shown_count(std::uint64_t count, index::Corpus corpus) {
  const bool is_kept_back = corpus == index::Corpus::candidates && count < smallest_shown_count;
  return is_kept_back ? std::nullopt : std::optional(count);
}

std::vector<FacetOutput> facets_of(const search::Page& page, const SearchInput& input, const Services& services,
                                   index::Corpus corpus) {
  const Wording wording(services, input.language);
  std::vector<FacetOutput> facets;
  for (const Facet facet : input.facets) {
    const auto found = page.facets.find(index_field(facet));
    auto counted = found == page.facets.end() ? search::Facet() : found->second;
    auto& values = counted.values;
    if (facet == Facet::municipality) {
      values = count_areas(values, &geo::PostcodeArea::municipality, services.postcodes);
    }
    if (facet == Facet::place) values = count_areas(values, &geo::PostcodeArea::place, services.postcodes);
    FacetOutput output{facet, {}, {}};
    for (const auto& [value, count] : values) {
      output.values.push_back({value, facet == Facet::occupation ? wording.concept_view({value, ""}).label : value,
                               shown_count(count, corpus)});
    }
    if (counted.unknown > 0) output.unknown = shown_count(counted.unknown, corpus);
    facets.push_back(std::move(output));
  }
  return facets;
}

/// Present when nothing was found although something was asked.
std::optional<HelpOutput> help_of(const search::Page& page, const search::Request& request, const Services& services,
                                  index::Corpus corpus) {
  if (page.total > 0 || (page.chips.empty() && request.filters.empty())) return std::nullopt;
  const auto found = search::help_with_nothing(services.searcher, corpus, request, services.suggester.words());
  HelpOutput help;
  for (const search::Drop& drop : found.drops) {
    DropOutput output{drop.chip, {}, shown_count(drop.total, corpus)};
    if (drop.filter) {
      for (const auto& [field, member] : filter_members) {
        if (field == request.filters[*drop.filter].field) output.filters.emplace_back(member);
      }
      if (output.filters.empty()) continue;  // The status, which has a default, and the own caseload.
    }
    help.drops.push_back(std::move(output));
  }
  if (found.did_you_mean) {
    help.did_you_mean = found.did_you_mean->query;
    help.did_you_mean_total = shown_count(found.did_you_mean->total, corpus);
  }
  return help;
}

template <class Record>
void add_findings(SearchOutput<Record>& output, const search::Page& page, const search::Request& request,
                  const SearchInput& input, const Services& services, index::Corpus corpus) {
  output.total = page.total;
  output.microseconds = page.microseconds;
  output.chips = page.chips;
  output.facets = facets_of(page, input, services, corpus);
  output.help = help_of(page, request, services, corpus);
}

/// From the centre of the radius filter, when there is one.
std::optional<int> distance(const SearchInput& input, std::string_view postcode, const geo::PostcodeTable& table) {
  if (!input.filters.radius) return std::nullopt;
  const auto from = geo::parse_pc4(input.filters.radius->postcode);
  const auto to = geo::parse_pc4(postcode);
  return from && to ? table.distance_m(*from, *to) : std::nullopt;
}

search::Request people_request(const SearchInput& input, const auth::Caller& caller, const Services& services) {
  if (input.like && !services.store.search_profile(CandidateId{*input.like}, caller.scope)) refuse_unlike();
  auto request = to_request(input, postcodes_of(input.filters, services.postcodes), services.postcodes);
  if (const auto& boundary = caller.scope.boundary()) request.sources = boundary->profiles;
  if (input.filters.caseload) request.filters.push_back(own_caseload(caller.principal));
  return request;
}

/// What is asked of vacancies when nothing else is said.
constexpr VacancyStatus usual_status = VacancyStatus::open;

bool is_asked_for(VacancyStatus status, const std::vector<VacancyStatus>& asked) {
  return asked.empty() ? status == usual_status : std::find(asked.begin(), asked.end(), status) != asked.end();
}

SearchInput completed(SearchInput input, const store::Scope& scope) {
  if (input.filters.statuses.empty()) input.filters.statuses = {usual_status};
  if (scope.only_employer()) input.filters.employer_ids = {to_text(*scope.only_employer())};
  return input;
}

search::Request vacancy_request(const SearchInput& input, const store::Scope& scope, const Services& services) {
  if (input.like && !services.store.vacancy(VacancyId{*input.like}, scope)) refuse_unlike();
  auto request = to_request(input, postcodes_of(input.filters, services.postcodes), services.postcodes);
  // Of an employer the own vacancies are sought, whichever organisation has them.
  if (scope.boundary() && !scope.only_employer()) request.sources = scope.boundary()->work;
  return request;
}

Found find(index::Corpus corpus, search::Request request, const Services& services, std::uint64_t most) {
  request.facets.clear();
  request.page = 1;
  request.page_size = most;
  request.highlight = search::Highlight::nothing;
  const auto page = services.searcher.search(corpus, request);
  Found found{page.total, {}};
  for (const search::Hit& hit : page.hits) found.ids.push_back(hit.id);
  return found;
}

}  // namespace

CandidateSearchOutput SearchCandidates::operator()(const SearchInput& input, const auth::Caller& caller) const {
  constexpr auto corpus = index::Corpus::candidates;
  const auto request = people_request(input, caller, services);
  search::Page page = services.searcher.search(corpus, request);
  CandidateSearchOutput output;
  for (search::Hit& hit : page.hits) {
    auto found = candidate_hit(CandidateId{hit.id}, input, caller.scope, services);
    if (!found) continue;
    found->fragments = std::move(hit.fragments);
    output.hits.push_back(std::move(*found));
  }
  add_findings(output, page, request, input, services, corpus);
  return output;
}

VacancySearchOutput SearchVacancies::operator()(const SearchInput& asked, const store::Scope& scope) const {
  const SearchInput input = completed(asked, scope);
  constexpr auto corpus = index::Corpus::vacancies;
  const auto request = vacancy_request(input, scope, services);
  search::Page page = services.searcher.search(corpus, request);
  VacancySearchOutput output;
  for (search::Hit& hit : page.hits) {
    auto found = vacancy_hit(VacancyId{hit.id}, input, scope, services);
    if (!found) continue;
    found->fragments = std::move(hit.fragments);
    output.hits.push_back(std::move(*found));
  }
  add_findings(output, page, request, input, services, corpus);
  return output;
}

Found find_candidates(const SearchInput& input, const auth::Caller& caller, const Services& services,
                      std::uint64_t most) {
  return find(index::Corpus::candidates, people_request(input, caller, services), services, most);
}

Found find_vacancies(const SearchInput& input, const store::Scope& scope, const Services& services,
                     std::uint64_t most) {
  return find(index::Corpus::vacancies, vacancy_request(completed(input, scope), scope, services), services, most);
}

/// Read again: what was withdrawn since the index was written is not shown.
std::optional<SearchHit<SearchProfile>> candidate_hit(CandidateId id, const SearchInput& input,
                                                      const store::Scope& scope, const Services& services) {
  auto stored = services.store.search_profile(id, scope);
  if (!stored) return std::nullopt;
  const auto away_m = distance(input, stored->record.mobility.postcode, services.postcodes);
  return SearchHit<SearchProfile>{std::move(stored->record), away_m, {}};
}

std::optional<SearchHit<Vacancy>> vacancy_hit(VacancyId id, const SearchInput& input, const store::Scope& scope,
                                              const Services& services) {
  auto stored = services.store.vacancy(id, scope);
  if (!stored || !is_asked_for(stored->record.status, input.filters.statuses)) return std::nullopt;
  const auto away_m = distance(input, stored->record.location.postcode, services.postcodes);
  return SearchHit<Vacancy>{std::move(stored->record), away_m, {}};
}

}  // namespace passend::api
