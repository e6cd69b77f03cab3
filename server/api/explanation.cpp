// SPDX-License-Identifier: EUPL-1.2
#include "server/api/explanation.hpp"

#include "server/api/records.hpp"

namespace passend::api {

ExplanationInput read_explanation(Input& input) {
  return {input.id<VacancyId>("vacancyId"), input.id<CandidateId>("candidateId"),
          input.code<Language>("language", Where::query).value_or(Language::dutch), read_weights_query(input)};
}

ExplanationOutput GetExplanation::operator()(const ExplanationInput& input, const store::Scope& scope) const {
  require_found(services.store.vacancy(input.vacancy, scope), "vacancy");
  require_found(services.store.search_profile(input.candidate, scope), "candidate");
  ExplanationOutput output;
  output.facts = engine_of(input.weights, services, scope)->explain(input.candidate, input.vacancy, 0);
  output.words = explain::render(output.facts, style_of(input.language));
  return output;
}

}  // namespace passend::api
