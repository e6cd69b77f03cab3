// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <regex>

#include "tests/architecture/house_rules.hpp"

/// Reads every source of the product and fails on an include against the storeys, a cycle between folders, a library
/// outside its door, or a file that grew too long.
namespace passend::architecture {
namespace {

namespace fs = std::filesystem;

struct Source {
  std::string path;  ///< From the root of the project.
  std::string folder;
  int lines = 0;
  std::string first_line;
  std::vector<std::string> includes;
};

bool is_source(const fs::path& path) {
  return path.extension() == ".cpp" || path.extension() == ".hpp";
}

Source read_source(const fs::path& file) {
  static const std::regex include_line(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"].*)");
  Source source;
  source.path = fs::relative(file, PASSEND_SOURCE_DIR).generic_string();
  source.folder = fs::path(source.path).parent_path().generic_string();
  std::ifstream in(file);
  std::smatch match;
  for (std::string line; std::getline(in, line); ++source.lines) {
    if (source.lines == 0) source.first_line = line;
    if (std::regex_match(line, match, include_line)) source.includes.push_back(match[1]);
  }
  return source;
}

const std::vector<Source>& sources() {
  static const auto all = [] {
    std::vector<Source> found;
    for (const char* storey : {"indexer", "matcher", "server", "fixtures"}) {
      for (const auto& entry : fs::recursive_directory_iterator(fs::path(PASSEND_SOURCE_DIR) / storey)) {
        if (entry.path().generic_string().find("node_modules") != std::string::npos) continue;
        if (entry.is_regular_file() && is_source(entry.path())) found.push_back(read_source(entry.path()));
      }
    }
    return found;
  }();
  return all;
}

/// The project folder of an include; empty for a library's header.
std::string folder_of(const std::string& include) {
  for (const char* storey : {"indexer/", "matcher/", "server/", "fixtures/"}) {
    if (include.starts_with(storey)) return fs::path(include).parent_path().generic_string();
  }
  return {};
}

TEST(House, HasSourcesToRead) {
  EXPECT_GT(sources().size(), 20u);
}

TEST(House, IncludesFollowTheStoreys) {
  for (const auto& source : sources()) {
    const auto rule = allowed_edges.find(source.folder);
    ASSERT_NE(rule, allowed_edges.end()) << source.folder << " has no row in house_rules.hpp";
    for (const auto& include : source.includes) {
      const std::string folder = folder_of(include);
      if (folder.empty() || folder == source.folder) continue;
      EXPECT_TRUE(rule->second.contains(folder)) << source.path << " may not include " << include;
      if (folder == "indexer/store" && store_by_interface.contains(source.folder)) {
        EXPECT_TRUE(include == "indexer/store/store.hpp" || include == "indexer/store/read_log.hpp")
            << source.path << " knows more of the store than its interface";
      }
    }
  }
}

TEST(House, FoldersHaveNoCycles) {
  std::map<std::string, std::set<std::string>> edges;
  for (const auto& source : sources()) {
    for (const auto& include : source.includes) {
      const std::string folder = folder_of(include);
      if (!folder.empty() && folder != source.folder) edges[source.folder].insert(folder);
    }
  }
  std::set<std::string> done;
  std::vector<std::string> path;
  const std::function<void(const std::string&)> visit = [&](const std::string& folder) {
    ASSERT_EQ(std::find(path.begin(), path.end(), folder), path.end()) << "a cycle through " << folder;
    if (!done.insert(folder).second) return;
    path.push_back(folder);
    for (const auto& next : edges[folder]) visit(next);
    path.pop_back();
  };
  for (const auto& [folder, targets] : std::map(edges)) visit(folder);
}

TEST(House, HeavyLibrariesStandBehindTheirDoors) {
  for (const auto& source : sources()) {
    for (const auto& include : source.includes) {
      for (const auto& door : doors) {
        if (!include.starts_with(door.header)) continue;
        bool open = false;
        for (const auto& files : door.files) open = open || std::regex_match(source.path, std::regex(files));
        EXPECT_TRUE(open) << source.path << " may not include " << include;
      }
    }
  }
}

TEST(House, FilesStayShortAndNameTheirLicence) {
  for (const auto& source : sources()) {
    EXPECT_LE(source.lines, maximum_file_lines) << source.path << " has more than one reason to exist";
    EXPECT_EQ(source.first_line, "// SPDX-License-Identifier: EUPL-1.2") << source.path;
  }
}

TEST(House, BuildListsNameTheirLicence) {
  int lists = 0;
  for (const char* storey : {"indexer", "matcher", "server", "fixtures", "tests"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(PASSEND_SOURCE_DIR) / storey)) {
      if (entry.path().filename() != "CMakeLists.txt") continue;
      if (entry.path().generic_string().find("node_modules") != std::string::npos) continue;
      std::ifstream in(entry.path());
      std::string first_line;
      std::getline(in, first_line);
      EXPECT_EQ(first_line, "# SPDX-License-Identifier: EUPL-1.2") << entry.path();
      ++lists;
    }
  }
  EXPECT_GT(lists, 60);
}

TEST(House, HasNoAttic) {
  for (const auto& source : sources()) {
    for (const char* attic : {"util", "utils", "common", "helpers", "misc"}) {
      EXPECT_EQ(source.path.find(std::string("/") + attic + "/"), std::string::npos) << source.path;
    }
  }
}

}  // namespace
}  // namespace passend::architecture
