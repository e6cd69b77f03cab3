// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "indexer/base/file.hpp"
#include "tests/cli/program.hpp"

namespace passend::cli_test {
namespace {

using testing::HasSubstr;
using Json = nlohmann::json;

class PoolCommand : public testing::Test {
 protected:
  PoolCommand() {
    program.prepare();
    const auto region = (directory.path() / "region.ndjson").string();
    EXPECT_EQ(program.run({"generate", "--portfolios", "200", "--vacancies", "20", "--output", region}).status, 0);
    EXPECT_EQ(program.run({"import", region}).status, 0);
  }
  TemporaryDirectory directory;
  Program program{directory.path()};
  std::filesystem::path file = program.data() / "pool" / "pool.bin";
};

TEST_F(PoolCommand, BuildsShowsAndVerifiesThePool) {
  const auto shown = program.run({"pool", "--json"});
  ASSERT_EQ(shown.status, 0) << shown.err;
  const auto state = Json::parse(shown.out);
  EXPECT_EQ(state.at("candidates"), 200);
  EXPECT_EQ(state.at("open vacancies"), 20);
  EXPECT_GT(state.at("bytes of postings"), 0);
  EXPECT_TRUE(std::filesystem::exists(file));
  const auto verified = program.run({"pool", "--verify"});
  EXPECT_EQ(verified.status, 0) << verified.err;
  EXPECT_THAT(verified.out, HasSubstr("bytes a candidate"));
  EXPECT_THAT(verified.err, HasSubstr("byte for byte"));
}

TEST_F(PoolCommand, BuildsADamagedPoolAnewAndSaysWhy) {
  EXPECT_EQ(program.run({"pool", "build"}).status, 0);
  const auto bytes = read_file(file);
  auto damaged = bytes;
  damaged[damaged.size() / 3] ^= 1;
  std::ofstream(file, std::ios::binary) << damaged;
  const auto shown = program.run({"pool"});
  EXPECT_EQ(shown.status, 0);
  EXPECT_THAT(shown.err, HasSubstr("the pool is built anew"));
  EXPECT_THAT(shown.err, HasSubstr("its content is damaged"));
  EXPECT_TRUE(read_file(file) == bytes);
}

TEST_F(PoolCommand, NeedsAStore) {
  const TemporaryDirectory elsewhere;
  const auto outcome = Program(elsewhere.path()).run({"pool"});
  EXPECT_EQ(outcome.status, 4);
}

}  // namespace
}  // namespace passend::cli_test
