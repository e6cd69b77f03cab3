// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "matcher/insight/relaxation_steps.hpp"

/// The JSON names of the coded values of insight.
namespace passend {

template <>
struct CodeNames<insight::RelaxationStep::Kind> {
  using Kind = insight::RelaxationStep::Kind;
  static constexpr CodeTable<Kind, 12> names{{{Kind::waive, "waive"},
                                              {Kind::waive_item, "waive_item"},
                                              {Kind::lower_work_level, "lower_work_level"},
                                              {Kind::lower_education, "lower_education"},
                                              {Kind::experience_counts, "experience_counts"},
                                              {Kind::lower_language, "lower_language"},
                                              {Kind::lower_competence, "lower_competence"},
                                              {Kind::fewer_years, "fewer_years"},
                                              {Kind::wider_hours, "wider_hours"},
                                              {Kind::later_start, "later_start"},
                                              {Kind::offer_contract, "offer_contract"},
                                              {Kind::offer_condition, "offer_condition"}}};
};

}  // namespace passend
