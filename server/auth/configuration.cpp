// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/configuration.hpp"

#include "indexer/base/file.hpp"

namespace passend::auth {

Configuration load_configuration(const std::filesystem::path& file) {
  return read_configuration(read_file(file), file.parent_path(), "the sign-in configuration '" + file.string() + "'");
}

std::string redirect_address(const Configuration& configuration) {
  return configuration.public_url + "/auth/callback";
}

}  // namespace passend::auth
