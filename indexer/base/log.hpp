// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>

namespace passend {

/// The log sink (spdlog, to standard error). A line never holds a name, an e-mail address, a postcode or a BSN.
enum class LogLevel { debug, info, warning, error };
void set_log_level(LogLevel level);
void log(LogLevel level, std::string_view message);

}  // namespace passend
