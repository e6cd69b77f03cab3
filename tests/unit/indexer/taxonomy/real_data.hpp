// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdlib>
#include <filesystem>
#include <string>

#include "tests/temporary_directory.hpp"

namespace passend::taxonomy {

/// The folder with real data that is not part of the project; it need not exist.
inline std::filesystem::path shared_data() {
  const char* chosen = std::getenv("PASSEND_SHARED_DATA");
  return chosen != nullptr ? chosen : PASSEND_SOURCE_DIR "/../shared/data";
}

using test::TemporaryDirectory;

}  // namespace passend::taxonomy
