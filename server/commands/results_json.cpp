// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "server/commands/results.hpp"

namespace passend::commands {
namespace {

using Json = nlohmann::ordered_json;

std::string_view name_of(engine::Lane lane) {
  switch (lane) {
    case engine::Lane::fits:
      return "fits";
    case engine::Lane::one_question_open:
      return "oneQuestionOpen";
    case engine::Lane::falls_short:
      return "fallsShort";
  }
  return {};
}

std::string_view name_of(engine::Verdict verdict) {
  switch (verdict) {
    case engine::Verdict::met:
      return "met";
    case engine::Verdict::not_met:
      return "notMet";
    case engine::Verdict::unknown:
      return "unknown";
  }
  return {};
}

Json score_json(const engine::Score& score) {
  return {{"expectedBp", score.expected_bp}, {"lowBp", score.low_bp}, {"highBp", score.high_bp}};
}

Json row_json(const engine::MatchRow& row) {
  Json json{{"id", to_text(row.id)},
            {"rank", row.rank},
            {"lane", name_of(row.lane)},
            {"combined", score_json(row.combined)},
            {"demand", score_json(row.demand)},
            {"supply", score_json(row.supply)}};
  if (row.distance_m) json["distanceM"] = *row.distance_m;
  return json;
}

Json criteria_json(const engine::PairExplanation& explanation, const explain::RenderedExplanation& words) {
  Json json = Json::array();
  for (std::size_t i = 0; i < explanation.criteria.size(); ++i) {
    const auto& result = explanation.criteria[i];
    json.push_back({{"criterion", to_text(result.criterion)},
                    {"side", result.side == engine::Side::demand ? "demand" : "supply"},
                    {"importance", to_text(result.importance)},
                    {"outcome", name_of(result.verdict)},
                    {"degreeBp", result.degree_bp},
                    {"weight", result.weight},
                    {"contributionBp", result.contribution_bp},
                    {"sentences", words.criteria.at(i).sentences}});
  }
  return json;
}

Json run_json(const engine::RunFacts& run) {
  return {{"engineVersion", run.engine_version},
          {"weights", run.weights_name},
          {"taxonomyHash", run.taxonomy_hash},
          {"poolPosition", run.pool_position},
          {"seed", run.seed},
          {"microseconds", run.microseconds}};
}

}  // namespace

std::string to_json(const search::Page& page, std::uint64_t number, std::uint64_t size) {
  Json hits = Json::array();
  for (const auto& hit : page.hits) {
    Json fragments = Json::array();
    for (const auto& fragment : hit.fragments) {
      Json runs = Json::array();
      for (const auto& run : fragment.runs) runs.push_back({{"text", run.text}, {"marked", run.marked}});
      fragments.push_back({{"field", fragment.field}, {"runs", runs}});
    }
    hits.push_back({{"id", to_text(hit.id)}, {"fragments", fragments}});
  }
  Json facets = Json::object();
  for (const auto& [field, values] : page.facets) {
    for (const auto& value : values) facets[field].push_back({{"value", value.value}, {"count", value.count}});
  }
  return Json{{"total", page.total},
              {"page", number},
              {"pageSize", size},
              {"hits", hits},
              {"facets", facets},
              {"indexPosition", page.position},
              {"microseconds", page.microseconds}}
      .dump();
}

std::string to_json(const engine::MatchPage& page, const std::vector<engine::PairExplanation>& explanations,
                    explain::Style style) {
  Json rows = Json::array();
  for (std::size_t i = 0; i < page.rows.size(); ++i) {
    Json row = row_json(page.rows[i]);
    if (i < explanations.size()) {
      const auto words = explain::render(explanations[i], style);
      row["headline"] = words.headline;
      row["criteria"] = criteria_json(explanations[i], words);
      row["openQuestions"] = words.open_questions;
    }
    rows.push_back(std::move(row));
  }
  return Json{
      {"counts",
       {{"fits", page.lane_counts[0]}, {"oneQuestionOpen", page.lane_counts[1]}, {"fallsShort", page.lane_counts[2]}}},
      {"rows", rows},
      {"run", run_json(page.run)}}
      .dump();
}

}  // namespace passend::commands
