// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>
#include <regex>
#include <stdexcept>
#include <vector>

#include "indexer/base/file.hpp"
#include "tests/api/region_server.hpp"

/// Every example of docs/api.md, run by the real curl against a real server. The n-th record of the generator is the
/// same in a region of any size, so the ids of the demo region exist here too.
namespace passend::test {
namespace {

struct Example {
  std::string commands;
  std::string status;
  std::vector<std::string> members;  ///< Of the answer, by the words under the example.
};

std::vector<Example> examples_of(const std::string& page) {
  std::vector<Example> examples;
  static const std::regex block("```sh\n((?:[^`]|`(?!``))*)```\n\nAnswers (\\d{3})(?: with ([^\n]*))?\\.\n");
  static const std::regex member("`([^`]+)`");
  const std::sregex_iterator none;
  for (std::sregex_iterator found(page.begin(), page.end(), block); found != none; ++found) {
    Example example{(*found)[1], (*found)[2], {}};
    const std::string words = (*found)[3];
    for (std::sregex_iterator name(words.begin(), words.end(), member); name != none; ++name) {
      example.members.push_back((*name)[1]);
    }
    examples.push_back(std::move(example));
  }
  return examples;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
    text.replace(at, from.size(), to);
  }
  return text;
}

/// What the commands print, run in a directory whose .curlrc lets curl end each answer with its status.
std::string output_of(const std::string& commands, const std::filesystem::path& directory) {
  std::ofstream(directory / ".curlrc") << "write-out = \"\\n%{http_code}\\n\"\nnoproxy = \"*\"\nmax-time = 60\n";
  std::ofstream(directory / "example.sh") << commands;
  const std::string shell = "cd '" + directory.string() + "' && CURL_HOME=. sh ./example.sh 2>&1";
  std::FILE* pipe = ::popen(shell.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("no shell could be started");
  std::string output;
  std::array<char, 4096> buffer{};
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe)) {
    output.append(buffer.data(), count);
  }
  EXPECT_EQ(::pclose(pipe), 0) << commands << output;
  return output;
}

TEST(Examples, OfTheApiPageAnswerAsThePageSays) {
  const RegionServer region;
  const std::string page = read_file(PASSEND_SOURCE_DIR "/docs/api.md");
  const auto examples = examples_of(page);
  EXPECT_GE(examples.size(), 10u);
  const std::size_t blocks = replaced(page, "```sh", "```sh+").size() - page.size();
  EXPECT_EQ(examples.size(), blocks) << "an example has no line 'Answers ...' under it";
  for (const Example& example : examples) {
    SCOPED_TRACE(example.commands);
    const std::string output =
        output_of(replaced(example.commands, "localhost:8080", "localhost:" + std::to_string(region.port)),
                  region.directory.path());
    ASSERT_GE(output.size(), 5u);
    EXPECT_EQ(output.substr(output.size() - 5), "\n" + example.status + "\n") << output;
    if (example.members.empty()) continue;
    const Json body = Json::parse(output.substr(0, output.size() - 5), nullptr, false);
    ASSERT_TRUE(body.is_object()) << output;
    for (const std::string& member : example.members) EXPECT_TRUE(body.contains(member)) << member << " in " << output;
  }
}

}  // namespace
}  // namespace passend::test
