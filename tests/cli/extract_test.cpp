// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

namespace passend::cli_test {
namespace {

class Extract : public testing::Test {
 protected:
  TemporaryDirectory directory_;
  Program program_{directory_.path()};
};

TEST_F(Extract, ListsProposalsWithTheirWords) {
  program_.prepare();
  const auto file = program_.write("vacature.txt", "Wij vragen: rijbewijs B (vereist) en goed Nederlands.\n");
  const auto outcome = program_.run({"extract", file});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  for (const char* word : {"driving_licences", "required", "rijbewijs B", "goed Nederlands", "%"})
    EXPECT_NE(outcome.out.find(word), std::string::npos) << outcome.out;
}

TEST_F(Extract, SpeaksJsonToPrograms) {
  program_.prepare();
  const auto file = program_.write("cv.txt", "Rijbewijs: BE\n");
  const auto outcome = program_.run({"extract", file, "--kind", "cv", "--json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const auto json = nlohmann::json::parse(outcome.out);
  ASSERT_EQ(json.at("proposals").size(), 1U);
  EXPECT_EQ(json["proposals"][0]["value"]["category"], "BE");
  EXPECT_EQ(json["proposals"][0]["evidence"]["words"], "Rijbewijs: BE");
}

TEST_F(Extract, RefusesWhatIsNoText) {
  program_.prepare();
  const auto binary = program_.write("cv.pdf", "%PDF-1.4 \xFF\xFE");
  const auto outcome = program_.run({"extract", binary});
  EXPECT_EQ(outcome.status, 3);
  EXPECT_NE(outcome.err.find("UTF-8"), std::string::npos) << outcome.err;
  const auto long_text = program_.write("long.txt", std::string((1 << 20) + 1, 'a'));
  EXPECT_EQ(program_.run({"extract", long_text}).status, 3);
  EXPECT_EQ(program_.run({"extract", directory_.path() / "absent.txt"}).status, 4);
  EXPECT_EQ(program_.run({"extract", binary, "--kind", "letter"}).status, 2);
}

}  // namespace
}  // namespace passend::cli_test
