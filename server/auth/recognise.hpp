// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <variant>

#include "server/auth/claims.hpp"
#include "server/auth/configuration.hpp"
#include "server/auth/principal.hpp"

namespace passend::auth {

/// Why a good token makes nobody of ours.
enum class Unfit : std::uint8_t {
  no_subject,  ///< It names nobody, or by a citizen service number.
  no_role,     ///< None of its roles is one of ours, or of those that are allowed.
  too_weak,    ///< None of its roles may be had with so weak a way of signing in.
};

/// Who a token is about. Of the roles of the token those count that are among `allowed` and for which the way of
/// signing in ("acr") is strong enough.
std::variant<Principal, Unfit> recognise(const Claims& claims, const Configuration& configuration, Roles allowed);

/// All roles of people: everything but a machine.
inline constexpr Roles roles_of_people{Role::job_seeker,       Role::employer, Role::jobhunter,
                                       Role::employer_adviser, Role::manager,  Role::functional_administrator,
                                       Role::auditor};

}  // namespace passend::auth
