// SPDX-License-Identifier: EUPL-1.2
#include "server/api/fields_json.hpp"
#include "server/api/search.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {
namespace {

/// A count, or that it is kept back.
void put_count(Json& json, const char* name, const std::optional<std::uint64_t>& count) {
  if (count) {
    json[name] = *count;
  } else {
    json["fewerThan"] = 5;
  }
}

Json facets_json(const std::vector<FacetOutput>& facets) {
  Json json = Json::array();
  for (const FacetOutput& facet : facets) {
    Json values = Json::array();
    for (const FacetCount& counted : facet.values) {
      Json value{{"value", counted.value}, {"label", counted.label}};
      put_count(value, "count", counted.count);
      values.push_back(std::move(value));
    }
    Json one{{"field", to_text(facet.facet)}, {"values", std::move(values)}};
    if (facet.unknown) {
      one["unknown"] = Json::object();
      put_count(one["unknown"], "count", *facet.unknown);
    }
    json.push_back(std::move(one));
  }
  return json;
}

Json chips_json(const std::vector<search::Chip>& chips) {
  Json json = Json::array();
  for (const search::Chip& chip : chips) {
    Json one{{"kind", to_text(chip.kind)}, {"role", to_text(chip.role)}, {"text", chip.text}};
    put(one, "field", chip.field);
    one["begin"] = chip.begin;
    one["end"] = chip.end;
    one["without"] = chip.without;
    json.push_back(std::move(one));
  }
  return json;
}

Json help_json(const HelpOutput& help) {
  Json drops = Json::array();
  for (const DropOutput& drop : help.drops) {
    Json one = Json::object();
    if (drop.chip) one["chip"] = *drop.chip;
    if (!drop.filters.empty()) one["filters"] = drop.filters;
    put_count(one, "total", drop.total);
    drops.push_back(std::move(one));
  }
  Json json{{"drops", std::move(drops)}};
  if (!help.did_you_mean.empty()) {
    json["didYouMean"] = {{"query", help.did_you_mean}};
    put_count(json["didYouMean"], "total", help.did_you_mean_total);
  }
  return json;
}

template <class Record>
Json hit_json(const SearchHit<Record>& hit, const Wording& wording) {
  Json fragments = Json::array();
  for (const search::Fragment& fragment : hit.fragments) {
    fragments.push_back({{"field", fragment.field}, {"runs", runs_json(fragment.runs)}});
  }
  Json one;
  one[member_of(hit.record)] = summary_json(hit.record, wording);
  if (hit.distance_m) one["distanceKm"] = km_json(*hit.distance_m);
  one["fragments"] = std::move(fragments);
  return one;
}

template <class Record>
http::Response page_response(const SearchOutput<Record>& output, const SearchInput& input, const Services& services) {
  const Wording wording(services, input.language);
  Json hits = Json::array();
  for (const SearchHit<Record>& hit : output.hits) hits.push_back(hit_json(hit, wording));
  Json page{{"total", output.total},
            {"page", input.paging.page},
            {"pageSize", input.paging.page_size},
            {"engineMilliseconds", static_cast<double>(output.microseconds) / 1000.0},
            {"chips", chips_json(output.chips)},
            {"hits", std::move(hits)},
            {"facets", facets_json(output.facets)}};
  if (output.help) page["help"] = help_json(*output.help);
  return json_response(page);
}

}  // namespace

std::string line_json(const SearchHit<SearchProfile>& hit, const Wording& wording) {
  return json_text(hit_json(hit, wording));
}

std::string line_json(const SearchHit<Vacancy>& hit, const Wording& wording) {
  return json_text(hit_json(hit, wording));
}

http::Response write_candidate_search(const CandidateSearchOutput& output, const SearchInput& input,
                                      const Services& services) {
  return page_response(output, input, services);
}

http::Response write_vacancy_search(const VacancySearchOutput& output, const SearchInput& input,
                                    const Services& services) {
  return page_response(output, input, services);
}

}  // namespace passend::api
