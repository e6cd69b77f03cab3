// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>

#include "matcher/criteria/evidence_log.hpp"
#include "matcher/criteria/judgement.hpp"
#include "matcher/criteria/pair.hpp"

/// The criteria: pure functions over the facts of one pair, in whole numbers. One file each; docs/matching.md explains
/// every one of them.
namespace passend::criteria {

/// Judges a pair. `evidence` may be null, which changes nothing but that no reasons are written down.
using Judge = Judgement (*)(const Pair& pair, EvidenceLog* evidence);

/// The vacancy asks something of the person.
struct DemandRule {
  bool (*stated)(const pool::VacancyFacts& vacancy) = nullptr;
  /// The strongest importance among the items of a list; null where the criterion is no list.
  Importance (*strongest)(const pool::VacancyFacts& vacancy) = nullptr;
  Judge judge = nullptr;  ///< Null: vacancies ask nothing of the kind.
};

/// The person wishes something of the vacancy.
struct SupplyRule {
  bool (*stated)(const pool::CandidateFacts& candidate) = nullptr;
  Judge judge = nullptr;  ///< Null: persons wish nothing of the kind.
};

/// Whether a criterion can knock out, and whether it counts even when its side says nothing.
enum class Nature : std::uint8_t {
  plain,
  always_asked,  ///< Counts, as unknown, for a side that says nothing: no party scores better for being silent.
  soft           ///< Never knocks out: `required` counts as `important`.
};

struct Rule {
  Criterion criterion = Criterion::occupation;
  Nature nature = Nature::plain;
  DemandRule demand;
  SupplyRule supply;
};

/// In the order of Criterion.
const std::array<Rule, criterion_count>& all_rules();
inline const Rule& rule_of(Criterion criterion) {
  return all_rules()[static_cast<std::size_t>(criterion)];
}

/// Whether the vacancy asks, or the person wishes, anything of the kind.
inline bool judges(const Rule& rule, Side side) {
  return side == Side::demand ? rule.demand.judge != nullptr : rule.supply.judge != nullptr;
}

Rule occupation_rule();
Rule competences_rule();
Rule work_level_rule();
Rule education_rule();
Rule languages_rule();
Rule driving_licences_rule();
Rule credentials_rule();
Rule experience_rule();
Rule distance_rule();
Rule hours_rule();
Rule working_times_rule();
Rule period_rule();
Rule contract_rule();
Rule agreement_rule();
Rule sector_rule();
Rule interests_rule();
Rule salary_rule();
Rule working_conditions_rule();

}  // namespace passend::criteria
