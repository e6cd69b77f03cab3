// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "matcher/explain/insight_words.hpp"
#include "matcher/insight/why_not.hpp"
#include "server/api/explanation.hpp"

namespace passend::api {

struct WhyNotOutput {
  insight::WhyNot facts;
  explain::RenderedWhyNot words;
};

/// GET /v1/vacancies/{vacancyId}/candidates/{candidateId}/why-not; asks what the explanation asks.
struct GetWhyNot {
  const Services& services;
  WhyNotOutput operator()(const ExplanationInput& input, const store::Scope& scope) const;
};

http::Response write_why_not(const WhyNotOutput& output, const ExplanationInput& input, const Services& services);

}  // namespace passend::api
