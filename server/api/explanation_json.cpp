// SPDX-License-Identifier: EUPL-1.2
#include "server/api/explanation_json.hpp"

#include <algorithm>

#include "server/api/explanation.hpp"
#include "server/api/fields_json.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {
namespace {

using Kind = engine::Evidence::Kind;

/// The names of the texts and numbers of each kind of evidence, in the order of engine::Evidence.
struct EvidenceNames {
  Kind kind = Kind::same_concept;
  const char* name = "";
  std::vector<const char*> texts;
  std::vector<const char*> numbers;
};

const std::vector<EvidenceNames>& evidence_names() {
  static const std::vector<EvidenceNames> table{
      {Kind::same_concept, "same_concept", {"demanded"}, {}},
      {Kind::related_concept, "related_concept", {"demanded", "own", "reason"}, {"similarityBp"}},
      {Kind::missing_concept, "missing_concept", {"demanded"}, {}},
      {Kind::level, "level", {"own", "demanded"}, {}},
      {Kind::distance, "distance", {"transport"}, {"metres", "limitMetres", "minutes", "limitMinutes"}},
      {Kind::hours, "hours", {}, {"ownMinimum", "ownMaximum", "offeredMinimum", "offeredMaximum"}},
      {Kind::years, "years", {}, {"ownMonths", "demandedMonths"}},
      {Kind::dates, "dates", {"ownFrom", "ownUntil", "offeredFrom", "offeredUntil"}, {}},
      {Kind::valid_until, "valid_until", {"credential", "validUntil"}, {}},
      {Kind::overlap, "overlap", {}, {"overlapping", "wanted"}},
      {Kind::money, "money", {}, {"wantedCentsPerHour", "offeredCentsPerHour"}},
      {Kind::not_stated_by_person, "not_stated_by_person", {}, {}},
      {Kind::not_stated_by_vacancy, "not_stated_by_vacancy", {}, {}},
  };
  return table;
}

Json side_json(const ExplanationOutput& output, engine::Side side) {
  const engine::Score& score = side == engine::Side::demand ? output.facts.demand : output.facts.supply;
  Json criteria = Json::array();
  for (std::size_t i = 0; i < output.facts.criteria.size(); ++i) {
    const engine::CriterionResult& result = output.facts.criteria[i];
    if (result.side != side) continue;
    const explain::RenderedCriterion& words = output.words.criteria.at(i);
    Json evidence = Json::array();
    for (const engine::Evidence& fact : result.evidence) evidence.push_back(evidence_json(fact));
    criteria.push_back({{"criterion", to_text(result.criterion)},
                        {"name", words.name},
                        {"importance", to_text(result.importance)},
                        {"outcome", to_text(result.verdict)},
                        {"degreeBp", result.degree_bp},
                        {"weight", result.weight},
                        {"contributionBp", result.contribution_bp},
                        {"maximumBp", result.maximum_bp},
                        {"sentences", words.sentences},
                        {"evidence", std::move(evidence)}});
  }
  return {{"scoreBp", score.expected_bp}, {"interval", interval_json(score)}, {"criteria", std::move(criteria)}};
}

}  // namespace

Json sentences_json(const std::vector<Criterion>& criteria, const std::vector<std::string>& sentences) {
  Json json = Json::array();
  for (std::size_t i = 0; i < std::min(criteria.size(), sentences.size()); ++i) {
    json.push_back({{"criterion", to_text(criteria[i])}, {"text", sentences[i]}});
  }
  return json;
}

Json evidence_json(const engine::Evidence& evidence) {
  const EvidenceNames& names = evidence_names().at(static_cast<std::size_t>(evidence.kind));
  Json json;
  json["kind"] = names.name;
  for (std::size_t i = 0; i < std::min(names.texts.size(), evidence.texts.size()); ++i) {
    put(json, names.texts[i], evidence.texts[i]);
  }
  for (std::size_t i = 0; i < std::min(names.numbers.size(), evidence.numbers.size()); ++i) {
    if (evidence.numbers[i] >= 0) json[names.numbers[i]] = evidence.numbers[i];
  }
  if (evidence.kind == Kind::overlap) json["common"] = evidence.texts;
  return json;
}

http::Response write_explanation(const ExplanationOutput& output, const ExplanationInput& input, const Services&) {
  const engine::PairExplanation& facts = output.facts;
  Json json;
  json["candidateId"] = to_text(facts.candidate);
  json["vacancyId"] = to_text(facts.vacancy);
  json["language"] = to_text(input.language);
  json["lane"] = to_text(facts.lane);
  if (facts.rank != 0) json["rank"] = facts.rank;
  if (facts.distance_m) json["distanceKm"] = km_json(*facts.distance_m);
  json["scores"] = scores_json(facts.combined, facts.demand, facts.supply);
  json["headline"] = output.words.headline;
  json["demand"] = side_json(output, engine::Side::demand);
  json["supply"] = side_json(output, engine::Side::supply);
  json["whyNot"] = sentences_json(facts.failed, output.words.why_not);
  json["openQuestions"] = sentences_json(facts.open_questions, output.words.open_questions);
  json["run"] = run_json(facts.run);
  return json_response(json);
}

}  // namespace passend::api
