// SPDX-License-Identifier: EUPL-1.2
#include "server/api/explanation_json.hpp"

#include <algorithm>

#include "server/api/explanation.hpp"
#include "server/api/fields_json.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {
namespace {

using Kind = engine::Evidence::Kind;

/// The name of a kind of evidence, and those of its texts and numbers.
struct EvidenceNames {
  const char* name = "";
  std::vector<const char*> texts;
  std::vector<const char*> numbers;
};

EvidenceNames names_of(Kind kind) {
  switch (kind) {
    case Kind::same_concept:
      return {"same_concept", {"demanded"}, {}};
    case Kind::related_concept:
      return {"related_concept", {"demanded", "own", "reason"}, {"similarityBp"}};
    case Kind::missing_concept:
      return {"missing_concept", {"demanded"}, {}};
    case Kind::level:
      return {"level", {"own", "demanded"}, {}};
    case Kind::distance:
      return {"distance", {"transport"}, {"metres", "limitMetres", "minutes", "limitMinutes"}};
    case Kind::hours:
      return {"hours", {}, {"ownMinimum", "ownMaximum", "offeredMinimum", "offeredMaximum"}};
    case Kind::years:
      return {"years", {}, {"ownMonths", "demandedMonths"}};
    case Kind::dates:
      return {"dates", {"ownFrom", "ownUntil", "offeredFrom", "offeredUntil"}, {}};
    case Kind::valid_until:
      return {"valid_until", {"credential", "validUntil"}, {}};
    case Kind::overlap:
      return {"overlap", {}, {"overlapping", "wanted"}};
    case Kind::money:
      return {"money", {}, {"wantedCentsPerHour", "offeredCentsPerHour"}};
    case Kind::not_stated_by_person:
      return {"not_stated_by_person", {}, {}};
    case Kind::not_stated_by_vacancy:
      return {"not_stated_by_vacancy", {}, {}};
    case Kind::not_asked:
      return {"not_asked", {}, {}};
  }
  return {};
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
  const EvidenceNames names = names_of(evidence.kind);
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
