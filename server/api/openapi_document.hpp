// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>

namespace passend::api {

/// schemas/openapi/passend.yaml as JSON, written into the program when it is built.
std::string_view openapi_document();
/// schemas/openapi/passend.yaml as it stands there.
std::string_view openapi_source();
/// Its info.version: the value of the header API-Version.
std::string_view api_version();

}  // namespace passend::api
