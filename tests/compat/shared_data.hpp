// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdlib>
#include <filesystem>

namespace passend {

/// The folder with data of others that tests may read and the repository does not hold; it may not exist.
inline std::filesystem::path shared_data() {
  const char* given = std::getenv("PASSEND_SHARED_DATA");
  return given != nullptr ? std::filesystem::path(given)
                          : std::filesystem::path(PASSEND_SOURCE_DIR) / ".." / "shared" / "data";
}

}  // namespace passend

#define PASSEND_SKIP_WITHOUT(path)                                                                             \
  if (!std::filesystem::exists(path)) {                                                                        \
    GTEST_SKIP() << (path).string() << " is not here; set PASSEND_SHARED_DATA to the folder with shared data"; \
  }
