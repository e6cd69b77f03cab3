// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/indexer/store/place.hpp"

#include "indexer/base/file.hpp"

namespace passend::store::test {

std::string all_bytes(const std::filesystem::path& directory) {
  std::string bytes;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
    if (entry.is_regular_file()) bytes += read_file(entry.path());
  }
  return bytes;
}

ErrorCode code_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::internal;
}

std::string message_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace passend::store::test
