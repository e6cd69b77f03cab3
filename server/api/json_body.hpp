// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <nlohmann/json_fwd.hpp>

#include "server/http/message.hpp"

namespace passend::api {

/// The body of a request, which is a JSON object. Throws malformed_document for anything else, also for no body.
nlohmann::json object_in(const http::Request& request);

}  // namespace passend::api
