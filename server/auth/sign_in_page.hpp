// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>

#include "server/auth/sign_in.hpp"
#include "server/http/message.hpp"

namespace passend::auth {

/// The page that goes on to `return_to` by itself. Not a redirect: the provider's page began this navigation, and what
/// a redirect leads to would count as asked for by another site.
http::Response signed_in_page(std::string_view return_to);

/// The page that says, in Dutch, why signing in failed and what to do. Nothing that the provider said stands in it.
http::Response failure_page(SignInFailure failure);

}  // namespace passend::auth
