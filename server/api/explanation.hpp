// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "server/api/codes.hpp"
#include "server/api/input.hpp"
#include "server/api/services.hpp"
#include "server/api/weights.hpp"

namespace passend::api {

struct ExplanationInput {
  VacancyId vacancy;
  CandidateId candidate;
  Language language = Language::dutch;
  WeightsChoice weights;
};

struct ExplanationOutput {
  engine::PairExplanation facts;
  explain::RenderedExplanation words;
};

ExplanationInput read_explanation(Input& input);

/// GET /v1/vacancies/{vacancyId}/candidates/{candidateId}/explanation
struct GetExplanation {
  const Services& services;
  ExplanationOutput operator()(const ExplanationInput& input, const store::Scope& scope) const;
};

http::Response write_explanation(const ExplanationOutput& output, const ExplanationInput& input,
                                 const Services& services);

}  // namespace passend::api
