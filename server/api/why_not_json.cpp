// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "server/api/view_json.hpp"
#include "server/api/why_not.hpp"

namespace passend::api {
namespace {

Json standing_json(const insight::Standing& standing) {
  Json json{{"lane", to_text(standing.lane)}};
  if (standing.rank != 0) json["rank"] = standing.rank;
  json["combinedBp"] = standing.combined.expected_bp;
  json["interval"] = interval_json(standing.combined);
  return json;
}

}  // namespace

http::Response write_why_not(const WhyNotOutput& output, const ExplanationInput& input, const Services&) {
  const auto& now = output.facts.now;
  Json requirements = Json::array();
  for (std::size_t i = 0; i < output.facts.failed.size(); ++i) {
    const auto& failed = output.facts.failed[i];
    Json json{{"criterion", to_text(failed.criterion)},
              {"name", explain::criterion_name(failed.criterion, style_of(input.language))},
              {"side", to_text(failed.side)},
              {"text", output.words.requirements.at(i)}};
    if (failed.if_waived) json["ifWaived"] = standing_json(*failed.if_waived);
    requirements.push_back(std::move(json));
  }
  Json json{{"candidateId", to_text(now.candidate)}, {"vacancyId", to_text(now.vacancy)},
            {"language", to_text(input.language)},   {"now", standing_json({now.lane, now.rank, now.combined})},
            {"headline", output.words.headline},     {"requirements", std::move(requirements)}};
  if (output.facts.if_all_waived) json["ifAllWaived"] = standing_json(*output.facts.if_all_waived);
  if (!output.words.together.empty()) json["together"] = output.words.together;
  json["run"] = run_json(now.run);
  return json_response(json);
}

}  // namespace passend::api
