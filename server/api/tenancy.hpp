// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>

#include "server/api/services.hpp"
#include "server/auth/policy.hpp"

namespace passend::api {

/// What the organisation of somebody sees; null when the installation is of one. Who shows no organisation, as people
/// and employers often do, is of the one whose record theirs is. Throws forbidden for who is of none.
BoundaryPointer boundary_for(const auth::Principal& principal, const Services& services);

/// Somebody who may do it, within what their organisation sees (auth::caller_for). Throws as boundary_for.
std::optional<auth::Caller> caller_within(auth::Principal principal, auth::Action action, std::string purpose,
                                          const Services& services);

}  // namespace passend::api
