// SPDX-License-Identifier: EUPL-1.2
#include "server/api/fields_json.hpp"
#include "server/api/search.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {
namespace {

Json facets_json(const std::vector<FacetOutput>& facets) {
  Json json = Json::array();
  for (const FacetOutput& facet : facets) {
    Json values = Json::array();
    for (const FacetCount& counted : facet.values) {
      Json value{{"value", counted.value}, {"label", counted.label}};
      if (counted.count) {
        value["count"] = *counted.count;
      } else {
        value["fewerThan"] = 5;
      }
      values.push_back(std::move(value));
    }
    json.push_back({{"field", to_text(facet.facet)}, {"values", std::move(values)}});
  }
  return json;
}

template <class Record, class Summary>
http::Response page_response(const SearchOutput<Record>& output, const SearchInput& input, const char* member,
                             const Summary& summary) {
  Json hits = Json::array();
  for (const SearchHit<Record>& hit : output.hits) {
    Json fragments = Json::array();
    for (const search::Fragment& fragment : hit.fragments) {
      fragments.push_back({{"field", fragment.field}, {"runs", runs_json(fragment.runs)}});
    }
    Json one;
    one[member] = summary(hit.record);
    if (hit.distance_m) one["distanceKm"] = km_json(*hit.distance_m);
    one["fragments"] = std::move(fragments);
    hits.push_back(std::move(one));
  }
  return json_response({{"total", output.total},
                        {"page", input.paging.page},
                        {"pageSize", input.paging.page_size},
                        {"engineMilliseconds", static_cast<double>(output.microseconds) / 1000.0},
                        {"hits", std::move(hits)},
                        {"facets", facets_json(output.facets)}});
}

}  // namespace

http::Response write_candidate_search(const CandidateSearchOutput& output, const SearchInput& input,
                                      const Services& services) {
  const Wording wording(services.taxonomy, services.postcodes, input.language);
  return page_response(output, input, "candidate",
                       [&](const SearchProfile& profile) { return candidate_summary_json(profile, wording); });
}

http::Response write_vacancy_search(const VacancySearchOutput& output, const SearchInput& input,
                                    const Services& services) {
  const Wording wording(services.taxonomy, services.postcodes, input.language);
  return page_response(output, input, "vacancy",
                       [&](const Vacancy& vacancy) { return vacancy_summary_json(vacancy, wording); });
}

}  // namespace passend::api
