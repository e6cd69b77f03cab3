// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/region_copy.hpp"

namespace passend::bench {

namespace fs = std::filesystem;

RegionCopy::RegionCopy(const fs::path& region, const std::string& name) : folder_(region / name) {
  fs::remove_all(folder_);
  fs::create_directory(folder_);
  fs::permissions(folder_, fs::perms::owner_all);
  for (const char* part : {"store", "key", "index"}) {
    if (fs::exists(region / part)) {
      fs::copy(region / part, folder_ / part, fs::copy_options::recursive | fs::copy_options::copy_symlinks);
    }
  }
  fs::permissions(folder_ / "store", fs::perms::owner_all);
}

RegionCopy::~RegionCopy() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

}  // namespace passend::bench
