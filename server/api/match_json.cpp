// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "server/api/explanation_json.hpp"
#include "server/api/fields_json.hpp"
#include "server/api/match.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {
namespace {

constexpr std::size_t reasons_shown = 3;

/// The first sentences of what added most to the score.
Json reasons_json(const engine::PairExplanation& facts, const explain::RenderedExplanation& words) {
  std::vector<std::size_t> order;
  const std::size_t count = std::min(facts.criteria.size(), words.criteria.size());
  for (std::size_t i = 0; i < count; ++i) {
    const bool counts = facts.criteria[i].verdict == engine::Verdict::met && facts.criteria[i].contribution_bp > 0;
    if (counts && !words.criteria[i].sentences.empty()) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return facts.criteria[a].contribution_bp > facts.criteria[b].contribution_bp;
  });
  Json reasons = Json::array();
  for (const std::size_t i : order) {
    if (reasons.size() < reasons_shown) reasons.push_back(words.criteria[i].sentences.front());
  }
  return reasons;
}

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

template <class Record, class Summary>
http::Response page_response(const MatchOutput<Record>& output, const MatchInput& input, const char* member,
                             const Summary& summary) {
  Json matches = Json::array();
  for (const MatchLine<Record>& line : output.lines) {
    Json match;
    match["rank"] = line.row.rank;
    match["lane"] = to_text(line.row.lane);
    match["scores"] = scores_json(line.row.combined, line.row.demand, line.row.supply);
    if (line.row.distance_m) match["distanceKm"] = km_json(*line.row.distance_m);
    match[member] = summary(line.record);
    match["openQuestions"] = sentences_json(line.explanation.open_questions, line.words.open_questions);
    match["reasons"] = reasons_json(line.explanation, line.words);
    match["criteria"] = criteria_json(line.explanation, input.language);
    matches.push_back(std::move(match));
  }
  Json run = run_json(output.run);
  run["runId"] = to_text(output.run_id);
  return json_response({{"counts",
                         {{"fits", output.lane_counts[0]},
                          {"oneQuestionOpen", output.lane_counts[1]},
                          {"fallsShort", output.lane_counts[2]}}},
                        {"total", total_of(output, input)},
                        {"page", input.query.page},
                        {"pageSize", input.query.page_size},
                        {"matches", std::move(matches)},
                        {"run", std::move(run)}});
}

}  // namespace

http::Response write_vacancy_match(const VacancyMatchOutput& output, const VacancyMatchInput& input,
                                   const Services& services) {
  const Wording wording(services.taxonomy, services.postcodes, input.language);
  return page_response(output, input, "candidate",
                       [&](const SearchProfile& profile) { return candidate_summary_json(profile, wording); });
}

http::Response write_candidate_match(const CandidateMatchOutput& output, const CandidateMatchInput& input,
                                     const Services& services) {
  const Wording wording(services.taxonomy, services.postcodes, input.language);
  return page_response(output, input, "vacancy",
                       [&](const Vacancy& vacancy) { return vacancy_summary_json(vacancy, wording); });
}

}  // namespace passend::api
