// SPDX-License-Identifier: EUPL-1.2
#include "matcher/criteria/weights.hpp"

#include <vector>

#include "indexer/base/error.hpp"

namespace passend::criteria {
namespace {

struct Row {
  Criterion criterion = Criterion::occupation;
  int demand = 0;
  Importance demand_importance = Importance::important;
  int supply = 0;
  Importance supply_importance = Importance::important;
};

constexpr auto wish = Importance::desired;
constexpr auto weighty = Importance::important;
constexpr auto limit = Importance::required;

/// What the work is and what one can do weigh most. On the person's side two statements are limits rather than wishes,
/// since they are asked as limits: how far, and what the work must offer.
constexpr std::array<Row, criterion_count> default_rows{{{Criterion::occupation, 100, weighty, 100, weighty},
                                                         {Criterion::competences, 120, weighty, 0, wish},
                                                         {Criterion::work_level, 40, weighty, 0, wish},
                                                         {Criterion::education, 40, weighty, 0, wish},
                                                         {Criterion::languages, 50, weighty, 0, wish},
                                                         {Criterion::driving_licences, 40, weighty, 0, wish},
                                                         {Criterion::credentials, 60, weighty, 0, wish},
                                                         {Criterion::experience, 50, weighty, 0, wish},
                                                         {Criterion::distance, 40, weighty, 80, limit},
                                                         {Criterion::hours, 50, weighty, 60, weighty},
                                                         {Criterion::working_times, 40, weighty, 50, weighty},
                                                         {Criterion::period, 30, weighty, 30, weighty},
                                                         {Criterion::contract, 20, wish, 30, wish},
                                                         {Criterion::agreement, 40, weighty, 50, weighty},
                                                         {Criterion::sector, 0, wish, 30, wish},
                                                         {Criterion::interests, 0, wish, 30, wish},
                                                         {Criterion::salary, 0, wish, 40, wish},
                                                         {Criterion::working_conditions, 0, wish, 80, limit}}};

void check_side(const SideWeights& side, std::string_view name, std::vector<Violation>& violations) {
  for (const auto& [criterion, text] : CodeNames<Criterion>::names) {
    const int base = side.base[static_cast<std::size_t>(criterion)];
    const int lowest = lowest_base(criterion);
    if (base >= lowest && base <= highest_base) continue;
    violations.push_back({std::string(name) + "." + std::string(text), std::to_string(base),
                          "a base weight is " + std::to_string(lowest) + " to 1000"});
  }
}

}  // namespace

Weights default_weights() {
  Weights weights;
  weights.name = "default-1";
  weights.multiplier = {0, 1, 2, 4};
  for (const auto& row : default_rows) {
    const auto index = static_cast<std::size_t>(row.criterion);
    weights.demand.base[index] = row.demand;
    weights.demand.importance[index] = row.demand_importance;
    weights.supply.base[index] = row.supply;
    weights.supply.importance[index] = row.supply_importance;
  }
  return weights;
}

void verify(const Weights& weights) {
  std::vector<Violation> violations;
  check_side(weights.demand, "demand", violations);
  check_side(weights.supply, "supply", violations);
  for (const auto& [importance, text] : CodeNames<Importance>::names) {
    const int multiplier = weights.multiplier[static_cast<std::size_t>(importance)];
    const bool ignored = importance == Importance::ignored;
    if (ignored ? multiplier == 0 : multiplier >= 1 && multiplier <= highest_multiplier) continue;
    violations.push_back({"multiplier." + std::string(text), std::to_string(multiplier),
                          ignored ? "what is ignored has multiplier 0" : "a multiplier is 1 to 100"});
  }
  if (violations.empty()) return;
  throw Error(ErrorCode::configuration,
              "weights profile '" + weights.name + "' breaks " + std::to_string(violations.size()) +
                  " rule(s): " + passend::to_text(violations.front()),
              violations);
}

}  // namespace passend::criteria
