// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>
#include <utility>

#include "indexer/base/file.hpp"
#include "indexer/model/configuration_file.hpp"
#include "indexer/model/strict_json.hpp"

namespace passend {

nlohmann::json read_configuration(const std::filesystem::path& file) {
  try {
    return parse_strict_json(read_file(file));
  } catch (const Error& error) {
    if (error.code() != ErrorCode::malformed_document) throw;
    throw Error(ErrorCode::configuration, "'" + file.string() + "': " + error.what());
  }
}

void refuse_broken(const std::filesystem::path& file, std::vector<Violation> violations, std::string_view page) {
  if (violations.empty()) return;
  const std::string what = "'" + file.string() + "': " + to_text(violations.front()) + " (" + std::string(page) + ")";
  throw Error(ErrorCode::configuration, what, std::move(violations));
}

}  // namespace passend
