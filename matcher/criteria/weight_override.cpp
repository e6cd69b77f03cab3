// SPDX-License-Identifier: EUPL-1.2
#include "matcher/criteria/weight_override.hpp"

#include <charconv>

#include "matcher/criteria/rules.hpp"

namespace passend::criteria {
namespace {

std::optional<int> number_of(std::string_view text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

std::string names_judged_by(Side side) {
  std::string names;
  for (const auto& rule : all_rules()) {
    if (judges(rule, side)) names += (names.empty() ? "" : ", ") + std::string(passend::to_text(rule.criterion));
  }
  return names;
}

std::string range_text(int lowest, int highest) {
  return std::to_string(lowest) + " to " + std::to_string(highest);
}

std::variant<WeightOverride, std::string> parse_multiplier(std::string_view name, std::string_view value) {
  const auto importance = parse_code<Importance>(name);
  if (!importance || *importance == Importance::ignored) {
    return "a multiplier is that of desired, important or required, not of '" + std::string(name) + "'";
  }
  const auto number = number_of(value);
  if (!number || *number < 1 || *number > highest_multiplier) {
    return "multiplier." + std::string(name) + " is " + range_text(1, highest_multiplier) + ", not '" +
           std::string(value) + "'";
  }
  return WeightOverride{*importance, Criterion::occupation, *number};
}

std::variant<WeightOverride, std::string> parse_criterion(Side side, std::string_view name, std::string_view value) {
  const std::string side_name = side == Side::demand ? "demand" : "supply";
  const auto criterion = parse_code<Criterion>(name);
  if (!criterion || !judges(rule_of(*criterion), side)) {
    return side_name + " has no criterion '" + std::string(name) + "'; it has " + names_judged_by(side);
  }
  if (const auto importance = parse_code<Importance>(value)) return WeightOverride{side, *criterion, *importance};
  const auto number = number_of(value);
  const int lowest = lowest_base(*criterion);
  if (!number || *number < lowest || *number > highest_base) {
    return side_name + "." + std::string(name) + " is " + range_text(lowest, highest_base) +
           ", or ignored, desired, important or required, not '" + std::string(value) + "'";
  }
  return WeightOverride{side, *criterion, *number};
}

void apply(Weights& weights, const WeightOverride& change) {
  if (const auto* importance = std::get_if<Importance>(&change.part)) {
    weights.multiplier[static_cast<std::size_t>(*importance)] = std::get<int>(change.value);
    return;
  }
  auto& side = std::get<Side>(change.part) == Side::demand ? weights.demand : weights.supply;
  const auto index = static_cast<std::size_t>(change.criterion);
  if (const auto* base = std::get_if<int>(&change.value)) {
    side.base[index] = *base;
  } else {
    side.importance[index] = std::get<Importance>(change.value);
  }
}

}  // namespace

std::variant<WeightOverride, std::string> parse_override(std::string_view text) {
  const auto dot = text.find('.');
  const auto equals = text.find('=');
  if (dot == std::string_view::npos || equals == std::string_view::npos || equals < dot) {
    return "'" + std::string(text) + "' is not of the form demand.education=0, supply.distance=important or " +
           "multiplier.required=8";
  }
  const auto part = text.substr(0, dot);
  const auto name = text.substr(dot + 1, equals - dot - 1);
  const auto value = text.substr(equals + 1);
  if (part == "multiplier") return parse_multiplier(name, value);
  if (part == "demand") return parse_criterion(Side::demand, name, value);
  if (part == "supply") return parse_criterion(Side::supply, name, value);
  return "'" + std::string(part) + "' is not demand, supply or multiplier";
}

Weights overridden(Weights weights, const std::vector<WeightOverride>& changes) {
  if (changes.empty()) return weights;
  for (const auto& change : changes) apply(weights, change);
  weights.name +=
      changes.size() == 1 ? std::string(" with 1 change") : " with " + std::to_string(changes.size()) + " changes";
  return weights;
}

}  // namespace passend::criteria
