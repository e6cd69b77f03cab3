// SPDX-License-Identifier: EUPL-1.2
#include "server/api/details.hpp"

namespace passend::api {

DetailsInput read_details(Input& input) {
  DetailsInput read{input.id<CandidateId>("candidateId"), {}};
  if (!input.has("purpose")) input.refuse("purpose", "says why you open it");
  read.purpose = input.text("purpose", {3, 180}).value_or("");
  return read;
}

DetailsOutput OpenDetails::operator()(const DetailsInput& input, const auth::Caller& caller) const {
  const auto profile = require_found(services.store.search_profile(input.candidate, caller.scope), "candidate").record;
  DetailsOutput output;
  output.own_caseload = !profile.caseload.empty() && profile.caseload == caller.principal.caseload;
  if (!output.own_caseload) {
    output.left_today = services.view_budget->take(caller.actor.who, input.candidate, now().date());
  }
  auto details =
      services.store.detail_profile(input.candidate, caller.scope, {caller.actor.who, "details: " + input.purpose});
  if (!details) throw Error(ErrorCode::not_found, "There is no candidate with this id, or no longer.");
  output.details = std::move(*details);
  return output;
}

}  // namespace passend::api
