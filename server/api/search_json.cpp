// SPDX-License-Identifier: EUPL-1.2
#include "server/api/concepts.hpp"
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

http::Response write_concepts(const std::vector<search::ConceptHit>& hits, const ConceptSearchInput&, const Services&) {
  Json concepts = Json::array();
  for (const search::ConceptHit& hit : hits) {
    concepts.push_back(
        {{"uri", hit.uri}, {"kind", hit.kind}, {"label", hit.label}, {"matched", runs_json(hit.matched)}});
  }
  return json_response({{"concepts", std::move(concepts)}});
}

http::Response write_concept_links(const std::vector<ConceptLink>& links, const ConceptLinkInput&, const Services&) {
  Json list = Json::array();
  for (const ConceptLink& link : links) {
    Json reasons = Json::array();
    for (const taxonomy::LinkFact& fact : link.reasons) {
      reasons.push_back({{"reason", to_text(fact.reason)},
                         {"asked", fact.asked},
                         {"found", fact.found},
                         {"likenessBp", fact.likeness_bp}});
    }
    list.push_back({{"uri", link.uri},
                    {"label", link.label},
                    {"matchedLabel", link.matched_label},
                    {"confidenceBp", link.confidence_bp},
                    {"basis", to_text(link.basis)},
                    {"reasons", std::move(reasons)}});
  }
  return json_response({{"links", std::move(list)}});
}

}  // namespace passend::api
