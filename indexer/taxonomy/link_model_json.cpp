// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/taxonomy/link_model.hpp"
#include "indexer/taxonomy/unit_group.hpp"

namespace passend::taxonomy {
namespace {

using Json = nlohmann::ordered_json;

constexpr int known_version = 1;

std::uint32_t read_unit_group(const std::string& text) {
  if (const auto code = unit_group_code(text)) return *code;
  throw Error(ErrorCode::malformed_document, "'" + text + "' is no unit group of ISCO-08: four digits are wanted");
}

LearnedWord read_word(const Json& json) {
  LearnedWord word;
  word.importance_bp = std::clamp(json.at("importance").get<std::int32_t>(), 0, 20000);
  for (const auto& [unit, likeness] : json.at("means").items()) {
    word.means.push_back({unit, std::clamp(likeness.get<std::int32_t>(), 0, 10000)});
  }
  for (const auto& [code, occupations] : json.at("groups").items()) {
    word.groups.push_back({read_unit_group(code), std::min(occupations.get<std::uint32_t>(), 10000U)});
  }
  return word;
}

LinkModel read_model(const Json& json) {
  LinkModel model;
  const auto& weights = json.at("weights");
  for (std::size_t i = 0; i < link_feature_count; ++i) {
    model.weights[i] = weights.at(std::string(to_text(static_cast<LinkFeature>(i)))).get<std::int32_t>();
  }
  const auto& calibration = json.at("calibration");
  model.calibration = {calibration.at("constant").get<std::int64_t>(), calibration.at("by_score").get<std::int64_t>(),
                       calibration.at("by_lead").get<std::int64_t>()};
  for (const auto& [unit, word] : json.at("words").items()) model.words.emplace(unit, read_word(word));
  return model;
}

}  // namespace

LinkModel parse_link_model(std::string_view json, std::string_view source) {
  try {
    const Json parsed = Json::parse(json);
    if (parsed.at("version").get<int>() != known_version) {
      throw Error(ErrorCode::invalid_input, std::string(source) +
                                                " has a version that this program does not know; it " +
                                                "reads version " + std::to_string(known_version));
    }
    return read_model(parsed);
  } catch (const Json::exception& error) {
    throw Error(ErrorCode::malformed_document, std::string(source) + " holds no weights of linking: " + error.what() +
                                                   "; make it anew with tests/quality/run --write-weights");
  }
}

std::string to_json_text(const LinkModel& model) {
  std::string text = "{\n  \"version\": 1,\n  \"weights\": {";
  for (std::size_t i = 0; i < link_feature_count; ++i) {
    text += std::string(i == 0 ? "" : ",") + "\n    " + Json(to_text(static_cast<LinkFeature>(i))).dump() + ": " +
            std::to_string(model.weights[i]);
  }
  text += "\n  },\n  \"calibration\": {\"constant\": " + std::to_string(model.calibration.constant) +
          ", \"by_score\": " + std::to_string(model.calibration.by_score) +
          ", \"by_lead\": " + std::to_string(model.calibration.by_lead) + "},\n  \"words\": {";
  bool first = true;
  for (const auto& [unit, word] : model.words) {
    Json means = Json::object();
    for (const LearnedUnit& learned : word.means) means[learned.unit] = learned.likeness_bp;
    Json groups = Json::object();
    for (const LearnedGroup& learned : word.groups) groups[unit_group_text(learned.code)] = learned.occupations;
    const Json row{{"importance", word.importance_bp}, {"means", means}, {"groups", groups}};
    text += std::string(first ? "" : ",") + "\n    " + Json(unit).dump() + ": " + row.dump();
    first = false;
  }
  return text + "\n  }\n}\n";
}

const LinkModel& built_in_link_model() {
  static const LinkModel model = parse_link_model(built_in_link_model_json(), "the built-in weights of linking");
  return model;
}

}  // namespace passend::taxonomy
