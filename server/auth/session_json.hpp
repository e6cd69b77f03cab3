// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <string>

#include "server/auth/sessions.hpp"

namespace passend::auth {

/// What a person sees of their own session; `now` is the time that its rests count from.
std::string write_session(const Session& session, std::chrono::sys_seconds now);

/// The same of somebody who needs no session, and so without ends.
std::string write_principal(const Principal& principal);

/// {"logoutUrl": address}, without the member for an empty one.
std::string write_logout(const std::string& address);

}  // namespace passend::auth
