// SPDX-License-Identifier: EUPL-1.2
#include "server/commands/insight.hpp"

#include <nlohmann/json.hpp>

#include "matcher/criteria/weights_json.hpp"
#include "matcher/engine/codes.hpp"
#include "matcher/explain/insight_words.hpp"
#include "matcher/insight/codes.hpp"
#include "matcher/insight/requirements.hpp"
#include "matcher/insight/small_groups.hpp"

namespace passend::commands {
namespace {

using Json = nlohmann::ordered_json;

Json standing_json(const insight::Standing& standing) {
  return {{"lane", to_text(standing.lane)}, {"rank", standing.rank}, {"combinedBp", standing.combined.expected_bp}};
}

Json gain_json(const insight::LaneGain& gain) {
  return {{"fits", gain.fits}, {"oneQuestionOpen", gain.one_question_open}};
}

Json cost_json(const engine::RequirementCost& cost, const std::vector<std::string>& things, explain::Style style) {
  return {{"criterion", to_text(cost.criterion)},
          {"side", to_text(cost.side)},
          {"failing", cost.failing},
          {"open", cost.open},
          {"aloneFits", cost.alone_fits},
          {"aloneOpen", cost.alone_open},
          {"text", explain::render(cost, things, style)}};
}

}  // namespace

std::string to_json(const insight::WhyNot& why_not, explain::Style style) {
  const auto words = explain::render(why_not, style);
  Json requirements = Json::array();
  for (std::size_t i = 0; i < why_not.failed.size(); ++i) {
    const auto& failed = why_not.failed[i];
    requirements.push_back(
        {{"criterion", to_text(failed.criterion)}, {"side", to_text(failed.side)}, {"text", words.requirements.at(i)}});
    if (failed.if_waived) requirements.back()["ifWaived"] = standing_json(*failed.if_waived);
  }
  Json json{{"candidate", to_text(why_not.now.candidate)},
            {"vacancy", to_text(why_not.now.vacancy)},
            {"weights", why_not.now.run.weights_name},
            {"now", standing_json({why_not.now.lane, why_not.now.rank, why_not.now.combined})},
            {"headline", words.headline},
            {"requirements", std::move(requirements)}};
  if (why_not.if_all_waived) json["ifAllWaived"] = standing_json(*why_not.if_all_waived);
  return json.dump();
}

std::string to_json(const insight::Relaxations& relaxations, const pool::VacancyFacts& vacancy,
                    const taxonomy::Taxonomy& taxonomy, explain::Style style) {
  Json costs = Json::array();
  for (const auto& cost : insight::costs_to_show(relaxations.costs)) {
    const auto things = cost.side == engine::Side::demand ? insight::required_things(vacancy, cost.criterion, taxonomy)
                                                          : std::vector<std::string>();
    costs.push_back(cost_json(cost, things, style));
  }
  Json steps = Json::array();
  for (const auto& relaxation : relaxations.steps) {
    const auto words = explain::render(relaxation, style);
    steps.push_back({{"kind", to_text(relaxation.step.kind)},
                     {"criterion", to_text(relaxation.step.criterion)},
                     {"step", words.step},
                     {"effect", words.effect},
                     {"gain", gain_json(relaxation.gain)}});
  }
  Json nearer = Json::array();
  for (const auto& one : relaxations.nearer) nearer.push_back({{"km", one.km}, {"gain", gain_json(one.gain)}});
  return Json{{"vacancy", to_text(vacancy.id)},
              {"weights", relaxations.run.weights_name},
              {"counts",
               {{"fits", relaxations.lane_counts[0]},
                {"oneQuestionOpen", relaxations.lane_counts[1]},
                {"fallsShort", relaxations.lane_counts[2]}}},
              {"requirementCosts", std::move(costs)},
              {"steps", std::move(steps)},
              {"nearer", std::move(nearer)}}
      .dump();
}

std::string to_json(const insight::QuestionValue& question, explain::Style style) {
  Json examples = Json::array();
  for (const auto& id : question.examples) examples.push_back(to_text(id));
  return Json{{"candidate", to_text(question.candidate)},
              {"criterion", to_text(question.criterion)},
              {"vacancies", question.vacancies},
              {"examples", std::move(examples)},
              {"question", explain::question_to_person(question.criterion, style)}}
      .dump();
}

std::string to_json(const criteria::Profiles& profiles, const criteria::Weights& effective) {
  Json list = Json::array();
  for (const auto& profile : profiles.all()) {
    list.push_back({{"name", profile.name},
                    {"version", profile.version},
                    {"title", {{"nl", profile.title.dutch}, {"en", profile.title.english}}},
                    {"purpose", {{"nl", profile.purpose.dutch}, {"en", profile.purpose.english}}},
                    {"hash", criteria::content_hash(profile.weights)}});
  }
  return Json{{"profiles", std::move(list)},
              {"effective", Json::parse(criteria::encode(effective))},
              {"hash", criteria::content_hash(effective)}}
      .dump();
}

}  // namespace passend::commands
