// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "server/api/explanation_json.hpp"
#include "server/api/fields_json.hpp"
#include "server/api/match.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {
namespace {

Json criteria_json(const engine::PairExplanation& facts, Language language) {
  Json criteria = Json::array();
  for (const engine::CriterionResult& result : facts.criteria) {
    criteria.push_back({{"criterion", to_text(result.criterion)},
                        {"name", explain::criterion_name(result.criterion, style_of(language))},
                        {"side", to_text(result.side)},
                        {"importance", to_text(result.importance)},
                        {"outcome", to_text(result.verdict)},
                        {"degreeBp", result.degree_bp}});
  }
  return criteria;
}

template <class Record>
Json match_json(const MatchLine<Record>& line, const Wording& wording) {
  Json match;
  match["rank"] = line.row.rank;
  match["lane"] = to_text(line.row.lane);
  match["scores"] = scores_json(line.row.combined, line.row.demand, line.row.supply);
  if (line.row.distance_m) match["distanceKm"] = km_json(*line.row.distance_m);
  match[member_of(line.record)] = summary_json(line.record, wording);
  match["openQuestions"] = sentences_json(line.explanation.open_questions, line.words.open_questions);
  match["reasons"] = line.words.reasons;
  match["criteria"] = criteria_json(line.explanation, wording.language());
  return match;
}

template <class Record>
Json page_json(const MatchOutput<Record>& output, const MatchInput& input, const Wording& wording) {
  Json matches = Json::array();
  for (const MatchLine<Record>& line : output.lines) matches.push_back(match_json(line, wording));
  Json run = run_json(output.run);
  run["runId"] = to_text(output.run_id);
  return {{"counts", lane_counts_json(output.lane_counts)},
          {"total", total_of(output, input)},
          {"page", input.query.page},
          {"pageSize", input.query.page_size},
          {"matches", std::move(matches)},
          {"run", std::move(run)}};
}

}  // namespace

std::string line_json(const MatchLine<SearchProfile>& line, const Wording& wording) {
  return json_text(match_json(line, wording));
}

std::string line_json(const MatchLine<Vacancy>& line, const Wording& wording) {
  return json_text(match_json(line, wording));
}

http::Response write_vacancy_match(const VacancyMatchOutput& output, const VacancyMatchInput& input,
                                   const Services& services) {
  const Wording wording(services, input.language);
  Json json = page_json(output, input, wording);
  json["requirementCosts"] = requirements_json(output.requirements);
  if (const auto& suggested = output.suggestion) {
    json["suggestedProfile"] = {{"name", suggested->name}, {"title", suggested->title}, {"reason", suggested->reason}};
  }
  return json_response(json);
}

http::Response write_candidate_match(const CandidateMatchOutput& output, const CandidateMatchInput& input,
                                     const Services& services) {
  const Wording wording(services, input.language);
  return json_response(page_json(output, input, wording));
}

}  // namespace passend::api
