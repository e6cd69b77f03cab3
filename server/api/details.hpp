// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <optional>
#include <string>

#include "server/api/change.hpp"
#include "server/api/records.hpp"

/// Who a person is: the detail profile, for a mediator with a purpose. Each opening stands in the audit with it.
namespace passend::api {

/// POST /v1/candidates/{candidateId}/_details
struct DetailsInput {
  CandidateId candidate;
  std::string purpose;  ///< 3..180 characters, in the words of who asks.
};
struct DetailsOutput {
  DetailProfile details;
  bool own_caseload = false;
  std::optional<std::size_t> left_today;  ///< People outside the own caseload that may still be opened today.
};
DetailsInput read_details(Input& input);
struct OpenDetails {
  const Services& services;
  DetailsOutput operator()(const DetailsInput& input, const auth::Caller& caller) const;
};
http::Response write_details(const DetailsOutput& output, const DetailsInput& input, const Services& services);

}  // namespace passend::api
