// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "server/api/persons_shown.hpp"
#include "server/api/services.hpp"
#include "server/auth/caller.hpp"
#include "server/auth/policy.hpp"
#include "server/http/message.hpp"

/// The read log, as the door of the API writes it.
namespace passend::api {

/// One request that was let in.
struct Look {
  const auth::Caller& caller;
  auth::Action action;
  const http::Request& request;
  Timestamp started;
  std::string purpose{};  ///< As the body says it; empty: that of the caller.
};

/// Writes down whom an answer shows, but for a job seeker who looks at themselves; returns when that is durable. Throws
/// overloaded when the log cannot take it: then nobody may be shown.
void log_reads(const Services& services, const Look& look, Persons persons);

}  // namespace passend::api
