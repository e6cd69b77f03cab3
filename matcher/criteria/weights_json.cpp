// SPDX-License-Identifier: EUPL-1.2
#include "matcher/criteria/weights_json.hpp"

#include <nlohmann/json.hpp>

#include "indexer/base/hash.hpp"
#include "indexer/model/object_reader.hpp"
#include "indexer/model/strict_json.hpp"
#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

constexpr std::size_t longest_name = 120;

OrderedJson side_json(const SideWeights& weights, Side side) {
  OrderedJson json = OrderedJson::object();
  for (const auto& rule : all_rules()) {
    if (!judges(rule, side)) continue;
    const auto index = static_cast<std::size_t>(rule.criterion);
    json[std::string(passend::to_text(rule.criterion))] = {{"base", weights.base[index]},
                                                           {"importance", passend::to_text(weights.importance[index])}};
  }
  return json;
}

OrderedJson numbers_json(const Weights& weights) {
  OrderedJson json;
  for (const auto importance : {Importance::desired, Importance::important, Importance::required}) {
    json["multiplier"][std::string(passend::to_text(importance))] =
        weights.multiplier[static_cast<std::size_t>(importance)];
  }
  json["demand"] = side_json(weights.demand, Side::demand);
  json["supply"] = side_json(weights.supply, Side::supply);
  return json;
}

SideWeights read_side(const Json& json, const std::string& pointer, Side side, std::vector<Violation>& violations) {
  SideWeights weights;
  weights.importance.fill(Importance::desired);
  ObjectReader reader(json, pointer, violations);
  for (const auto& rule : all_rules()) {
    if (!judges(rule, side)) continue;
    const auto name = passend::to_text(rule.criterion);
    const Json* row = reader.member(name);
    if (row == nullptr) continue;
    const auto index = static_cast<std::size_t>(rule.criterion);
    ObjectReader values(*row, reader.pointer_to(name), violations);
    weights.base[index] = values.number("base", {lowest_base(rule.criterion), highest_base});
    weights.importance[index] = values.code<Importance>("importance");
    values.finish();
  }
  reader.finish();
  return weights;
}

}  // namespace

std::string encode(const Weights& weights) {
  OrderedJson json;
  json["name"] = weights.name;
  json.update(numbers_json(weights));
  return json.dump();
}

std::string content_hash(const Weights& weights) {
  return sha256_hex(numbers_json(weights).dump());
}

Weights read_weights(ObjectReader& object, std::vector<Violation>& violations) {
  Weights weights;
  if (const Json* multiplier = object.member("multiplier")) {
    ObjectReader reader(*multiplier, object.pointer_to("multiplier"), violations);
    for (const auto importance : {Importance::desired, Importance::important, Importance::required}) {
      weights.multiplier[static_cast<std::size_t>(importance)] =
          reader.number(passend::to_text(importance), {1, highest_multiplier});
    }
    reader.finish();
  }
  for (const auto side : {Side::demand, Side::supply}) {
    const char* name = side == Side::demand ? "demand" : "supply";
    if (const Json* json = object.member(name)) {
      (side == Side::demand ? weights.demand : weights.supply) =
          read_side(*json, object.pointer_to(name), side, violations);
    }
  }
  return weights;
}

Weights decode_weights(std::string_view text) {
  const Json json = parse_strict_json(text);
  std::vector<Violation> violations;
  ObjectReader reader(json, "", violations);
  const auto name = reader.text("name", longest_name);
  auto weights = read_weights(reader, violations);
  weights.name = name;
  reader.finish();
  if (violations.empty()) return weights;
  throw Error(ErrorCode::invalid_input,
              "the recorded weights break " + std::to_string(violations.size()) +
                  " rule(s): " + passend::to_text(violations.front()),
              violations);
}

}  // namespace passend::criteria
