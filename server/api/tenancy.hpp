// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "server/api/services.hpp"
#include "server/auth/principal.hpp"

namespace passend::api {

/// What the organisation of somebody sees; null when the installation is of one. Who shows no organisation, as people
/// and employers often do, is of the one whose record theirs is. Throws forbidden for who is of none.
BoundaryPointer boundary_for(const auth::Principal& principal, const Services& services);

}  // namespace passend::api
