// SPDX-License-Identifier: EUPL-1.2
#include "server/api/relaxations.hpp"

#include <nlohmann/json.hpp>

#include "matcher/explain/insight_words.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {
namespace {

Json gain_json(const insight::LaneGain& gain) {
  return {{"fits", gain.fits}, {"oneQuestionOpen", gain.one_question_open}};
}

}  // namespace

http::Response write_relaxations(const RelaxationsOutput& output, const RelaxationsInput& input, const Services&) {
  const auto style = style_of(input.language);
  Json steps = Json::array();
  for (const auto& relaxation : output.facts.steps) {
    const auto words = explain::render(relaxation, style);
    steps.push_back({{"kind", to_text(relaxation.step.kind)},
                     {"criterion", to_text(relaxation.step.criterion)},
                     {"step", words.step},
                     {"effect", words.effect},
                     {"gain", gain_json(relaxation.gain)}});
  }
  Json nearer = Json::array();
  for (const auto& one : output.facts.nearer) {
    const auto words = explain::render(one, style);
    nearer.push_back({{"km", one.km}, {"step", words.step}, {"effect", words.effect}, {"gain", gain_json(one.gain)}});
  }
  return json_response({{"vacancyId", to_text(input.vacancy)},
                        {"counts", lane_counts_json(output.facts.lane_counts)},
                        {"requirementCosts", requirements_json(output.requirements)},
                        {"steps", std::move(steps)},
                        {"nearer", {{"note", explain::nearer_work_note(style)}, {"steps", std::move(nearer)}}},
                        {"run", run_json(output.facts.run)}});
}

}  // namespace passend::api
