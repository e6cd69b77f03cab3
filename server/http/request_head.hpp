// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <optional>
#include <string_view>

#include "server/http/message.hpp"

namespace passend::http {

/// Method, target and fields of a head that the gate has let in, as Beast reads it. Absent should the two ever disagree
/// on whether it is one.
std::optional<Request> read_head(std::string_view head, std::size_t head_bytes, std::size_t body_bytes);

}  // namespace passend::http
