// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>

#include "matcher/feed/announcement.hpp"

namespace passend::feed {

/// "vacancy", "candidate", "everything"
std::string_view to_text(Cause cause);

/// One line without its end.
std::string to_json(const Announcement& announcement);

}  // namespace passend::feed
