// SPDX-License-Identifier: EUPL-1.2
#include "server/api/why_not.hpp"

#include "server/api/records.hpp"

namespace passend::api {

WhyNotOutput GetWhyNot::operator()(const ExplanationInput& input, const store::Scope& scope) const {
  const auto engine = engine_of(input.weights, services, scope);
  const auto row = engine->pool().find(input.vacancy);
  if (!row || !services.store.vacancy(input.vacancy, scope)) {
    throw Error(ErrorCode::not_found, "There is no open vacancy with this id, or no longer.");
  }
  require_found(services.store.search_profile(input.candidate, scope), "candidate");
  WhyNotOutput output{insight::why_not(*engine, input.candidate, engine->pool().vacancy(*row), 0), {}};
  output.words = explain::render(output.facts, style_of(input.language));
  return output;
}

}  // namespace passend::api
