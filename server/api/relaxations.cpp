// SPDX-License-Identifier: EUPL-1.2
#include "server/api/relaxations.hpp"

#include "matcher/insight/small_groups.hpp"

namespace passend::api {

RelaxationsInput read_relaxations(Input& input) {
  return {input.id<VacancyId>("vacancyId"), input.code<Language>("language").value_or(Language::dutch),
          read_weights_choice(input)};
}

RelaxationsOutput RelaxVacancy::operator()(const RelaxationsInput& input, const store::Scope& scope) const {
  const auto engine = engine_of(input.weights, services, scope);
  const auto row = engine->pool().find(input.vacancy);
  if (!row || !services.store.vacancy(input.vacancy, scope)) {
    throw Error(ErrorCode::not_found, "There is no open vacancy with this id, or no longer.");
  }
  const auto facts = engine->pool().vacancy(*row);
  RelaxationsOutput output{insight::relaxations(*engine, facts), {}};
  output.facts.steps = insight::steps_to_show(output.facts.steps);
  output.requirements = requirement_lines(output.facts.costs, facts, *engine, input.language);
  return output;
}

}  // namespace passend::api
