// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "indexer/base/error.hpp"
#include "server/http/message.hpp"

namespace passend::http {

/// The one place where an error becomes an answer: application/problem+json (RFC 9457) with status, title, detail, code
/// and every violation. Values are left out, for they may name a person. Of a failure inside the server the detail
/// stays in the log; the answer says only that it was logged. A 503 or 429 carries Retry-After, a 401
/// WWW-Authenticate (RFC 9110 section 11.6.1).
Response render_problem(const Error& error);

/// What is being thrown, as an error; for a catch clause. What an unexpected exception says may quote a record: its
/// type is enough to find it.
Error error_being_handled();

}  // namespace passend::http
