// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>

#include "server/api/change.hpp"
#include "server/api/input.hpp"
#include "server/api/services.hpp"
#include "server/auth/policy.hpp"

/// Whether people and vacancies are ranked: the switch by which people stop it at once (EU AI Act, article 14 (4)(e)).
namespace passend::api {

/// Throws overloaded with the reason when the action ranks and that was stopped by hand.
void require_ranking_allowed(auth::Action action, const Services& services);

struct MatchingInput {};
MatchingInput read_matching(Input& input);

struct MatchingState {
  std::optional<run::MatchingStop> stop;  ///< Absent: it is allowed.
};

/// GET /v1/matching
struct GetMatching {
  const Services& services;
  MatchingState operator()(const MatchingInput& input) const;
};
http::Response write_matching(const MatchingState& state, const MatchingInput& input, const Services& services);

/// PUT /v1/matching: in every process of the data directory from the answer on. Stops first and notes it in the audit
/// after, so that a full disk stops nobody who stops; lets go on only when that is noted.
struct SetMatching {
  const Services& services;
  http::Response operator()(const Change& change) const;
};

}  // namespace passend::api
