// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdlib>
#include <filesystem>
#include <string>

namespace passend::taxonomy {

/// The folder with real data that is not part of the project; it need not exist.
inline std::filesystem::path shared_data() {
  const char* chosen = std::getenv("PASSEND_SHARED_DATA");
  return chosen != nullptr ? chosen : PASSEND_SOURCE_DIR "/../shared/data";
}

/// A directory of its own for each test, removed afterwards.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string pattern = (std::filesystem::temp_directory_path() / "passend-taxonomy-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~TemporaryDirectory() { std::filesystem::remove_all(path_); }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace passend::taxonomy
