// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string_view>

namespace passend {

/// Parses JSON that may come from anyone: a pass over the events refuses nesting deeper than 32 and repeated keys
/// before a tree is built, since nlohmann's dump and copy recurse. Throws malformed_document naming the byte and what
/// is wrong.
nlohmann::json parse_strict_json(std::string_view text);

}  // namespace passend
