// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>

#include "indexer/fetch/fetch.hpp"
#include "indexer/fetch/url.hpp"

namespace passend::embed {

using fetch::PlainHttp;

/// Reads where embeddings are asked for: "http://127.0.0.1:8081" or "https://host/v1"; what is missing of
/// /v1/embeddings is added. Throws configuration for anything else, and for http to another machine unless that is
/// allowed.
fetch::Url parse_endpoint(std::string_view url, PlainHttp plain);

}  // namespace passend::embed
