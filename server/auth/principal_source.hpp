// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <optional>

#include "server/auth/principal.hpp"
#include "server/http/message.hpp"

namespace passend::auth {

/// Who makes a request; absent for somebody who has not signed in. Thread-safe. Throws unauthenticated for credentials
/// that are not good, forbidden for a request that another page could have made.
using PrincipalSource = std::function<std::optional<Principal>(const http::Request&)>;

}  // namespace passend::auth
