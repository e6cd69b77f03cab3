// SPDX-License-Identifier: EUPL-1.2
#include "server/api/explanation.hpp"

namespace passend::api {

ExplanationInput read_explanation(Input& input) {
  return {input.id<VacancyId>("vacancyId"), input.id<CandidateId>("candidateId"),
          input.code<Language>("language", Where::query).value_or(Language::dutch), read_weights_query(input)};
}

ExplanationOutput GetExplanation::operator()(const ExplanationInput& input, const store::Scope& scope) const {
  if (!services.store.vacancy(input.vacancy, scope)) {
    throw Error(ErrorCode::not_found, "There is no vacancy with this id, or no longer.");
  }
  if (!services.store.search_profile(input.candidate, scope)) {
    throw Error(ErrorCode::not_found, "There is no candidate with this id, or no longer.");
  }
  ExplanationOutput output;
  output.facts = engine_of(input.weights, services, scope)->explain(input.candidate, input.vacancy, 0);
  output.words = explain::render(output.facts, style_of(input.language));
  return output;
}

}  // namespace passend::api
