// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <vector>

#include "indexer/model/portfolio.hpp"
#include "indexer/model/vacancy.hpp"
#include "matcher/engine/match.hpp"
#include "matcher/search/search.hpp"
#include "server/api/wording.hpp"
#include "server/http/message.hpp"

/// The pieces of JSON that several resources show. Output is allow-listed: a member that no line here names is not
/// shown.
namespace passend::api {

using Json = nlohmann::ordered_json;

Json concept_json(const ConceptView& view);
Json period_json(const Period& period);
Json hours_json(const WeeklyHours& hours);
/// Enough of a record for a line of a list, and the member of the line that it stands in.
Json summary_json(const SearchProfile& profile, const Wording& wording);
Json summary_json(const Vacancy& vacancy, const Wording& wording);
constexpr const char* member_of(const SearchProfile&) {
  return "candidate";
}
constexpr const char* member_of(const Vacancy&) {
  return "vacancy";
}
Json runs_json(const std::vector<search::Run>& runs);
Json scores_json(const engine::Score& combined, const engine::Score& demand, const engine::Score& supply);
Json interval_json(const engine::Score& score);
Json lane_counts_json(const std::array<std::uint64_t, 3>& counts);
Json run_json(const engine::RunFacts& run);
/// Kilometres with one decimal.
Json km_json(int metres);

/// On one line. What is not UTF-8 is replaced.
std::string json_text(const Json& json);
/// A 200 with this body.
http::Response json_response(const Json& body);

}  // namespace passend::api
