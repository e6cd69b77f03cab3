// SPDX-License-Identifier: EUPL-1.2
#include "matcher/criteria/rules.hpp"

namespace passend::criteria {

const std::array<Rule, criterion_count>& all_rules() {
  static const std::array<Rule, criterion_count> rules{
      occupation_rule(),       competences_rule(), work_level_rule(),        education_rule(), languages_rule(),
      driving_licences_rule(), credentials_rule(), experience_rule(),        distance_rule(),  hours_rule(),
      working_times_rule(),    period_rule(),      contract_rule(),          agreement_rule(), sector_rule(),
      interests_rule(),        salary_rule(),      working_conditions_rule()};
  return rules;
}

}  // namespace passend::criteria
