// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"

namespace passend {
namespace {

TEST(ErrorsDocument, ListsEveryCodeOfTheTableAndNoOther) {
  std::istringstream page(read_file(PASSEND_SOURCE_DIR "/docs/errors.md"));
  std::set<std::string> listed;
  for (std::string line; std::getline(page, line);) {
    if (line.starts_with("| `")) listed.insert(line);
  }
  EXPECT_EQ(listed.size(), all_errors().size());
  for (const ErrorInfo& info : all_errors()) {
    const std::string row = "| `" + std::string(info.name) + "` | " + std::to_string(info.http_status) + " | " +
                            std::to_string(info.exit_status) + " | " + std::string(info.title) + " | ";
    const auto found = listed.lower_bound(row);
    EXPECT_TRUE(found != listed.end() && found->starts_with(row)) << "docs/errors.md lacks the row: " << row;
  }
}

}  // namespace
}  // namespace passend
