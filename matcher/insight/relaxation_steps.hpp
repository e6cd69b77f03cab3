// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/pool/facts.hpp"
#include "matcher/engine/engine.hpp"

namespace passend::insight {

/// One thing that an employer could ask less, or offer more. Codes are the JSON names of indexer/model/codes.hpp.
struct RelaxationStep {
  enum class Kind : std::uint8_t {
    waive,              ///< The requirement becomes important. texts: what is required, by name
    waive_item,         ///< One required item of a list does. texts: the item
    lower_work_level,   ///< texts: from, to
    lower_education,    ///< Every demanded level one step. texts: from, to of the first
    experience_counts,  ///< Three years in the occupation stand for the diploma.
    lower_language,     ///< Every skill asked one level. texts: the language
    lower_competence,   ///< texts: the competence, from, to
    fewer_years,        ///< numbers: from, to
    wider_hours,        ///< numbers: minimum, maximum, new minimum, new maximum; -1 = open
    later_start,        ///< texts: from, to. numbers: days
    offer_contract,     ///< texts: the other type
    offer_condition     ///< texts: what the work would offer as well
  };
  Kind kind = Kind::waive;
  Criterion criterion = Criterion::occupation;
  std::vector<std::string> texts;
  std::vector<std::int64_t> numbers;
  bool operator==(const RelaxationStep&) const = default;
};

/// A step and the vacancy as it would be.
struct RelaxedVacancy {
  RelaxationStep step;
  pool::VacancyFacts facts;
};

/// Which criteria turn people away, or leave a question, by the word of the vacancy and by that of the people: bit per
/// Criterion.
struct Obstacles {
  std::uint32_t demand = 0;
  std::uint32_t supply = 0;
};
Obstacles obstacles_of(const std::vector<engine::RequirementCost>& costs);

/// The steps that can change something for this vacancy, in the order of Criterion and then of Kind. A step on a
/// criterion that stands in nobody's way is left out.
std::vector<RelaxedVacancy> relaxation_steps(const pool::VacancyFacts& vacancy, const Obstacles& obstacles,
                                             const taxonomy::Taxonomy& taxonomy);

}  // namespace passend::insight
