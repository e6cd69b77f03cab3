// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <vector>

#include "matcher/insight/relaxations.hpp"
#include "server/api/codes.hpp"
#include "server/api/requirements.hpp"
#include "server/api/services.hpp"
#include "server/api/weights.hpp"

namespace passend::api {

struct RelaxationsInput {
  VacancyId vacancy;
  Language language = Language::dutch;
  WeightsChoice weights;
};

struct RelaxationsOutput {
  insight::Relaxations facts;  ///< Its steps are those that may be shown.
  std::vector<RequirementLine> requirements;
};

RelaxationsInput read_relaxations(Input& input);

/// POST /v1/vacancies/{vacancyId}/_relaxations
struct RelaxVacancy {
  const Services& services;
  RelaxationsOutput operator()(const RelaxationsInput& input, const store::Scope& scope) const;
};

http::Response write_relaxations(const RelaxationsOutput& output, const RelaxationsInput& input,
                                 const Services& services);

}  // namespace passend::api
