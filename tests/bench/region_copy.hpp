// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <string>

namespace passend::bench {

/// A copy of a region's store, key and text index that is thrown away, so that the kept region stays what it is.
class RegionCopy {
 public:
  RegionCopy(const std::filesystem::path& region, const std::string& name);
  ~RegionCopy();
  RegionCopy(const RegionCopy&) = delete;
  RegionCopy& operator=(const RegionCopy&) = delete;

  const std::filesystem::path& folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

}  // namespace passend::bench
