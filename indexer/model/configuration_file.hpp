// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <nlohmann/json_fwd.hpp>
#include <string_view>
#include <vector>

#include "indexer/base/error.hpp"

namespace passend {

/// The JSON of a file of settings. Throws file_missing, and configuration naming the file when it is no JSON.
nlohmann::json read_configuration(const std::filesystem::path& file);

/// Throws configuration that names the file, the first rule that it breaks and the page that explains it, with all of
/// them; nothing when it breaks none.
void refuse_broken(const std::filesystem::path& file, std::vector<Violation> violations, std::string_view page);

}  // namespace passend
