// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/vum/exchange.hpp"
#include "tests/vum/released.hpp"

/// Every person in an answer to another organisation stands in the read log.
namespace passend::test {
namespace {

TEST(VumReadLog, HoldsEveryPersonOfEveryAnswerWithTheOrganisationThatAsked) {
  Exchange exchange(std::filesystem::path(PASSEND_SOURCE_DIR) / "fixtures/region/gooi-en-vechtstreek.csv");
  exchange.write(person(1));
  exchange.write(person(2));
  const Json matches = Json::parse(exchange.ask(candidates_path, everywhere).body)["matches"];
  ASSERT_EQ(matches.size(), 2U);
  for (const Json& match : matches) {
    const auto id = CandidateId::parse(match.at("idWerkzoekende").get<std::string>());
    EXPECT_EQ(exchange.read_log->of(*id, 0, 10).total, 1);
    ASSERT_EQ(exchange.open(candidates_path, to_text(*id)).status, 200);
    const auto page = exchange.read_log->of(*id, 0, 10);
    ASSERT_EQ(page.total, 2);
    EXPECT_EQ(page.rows[0].act.name, "vum_detail");
    EXPECT_EQ(page.rows[1].act.name, "vum_search");
    for (const auto& row : page.rows) {
      EXPECT_EQ(row.act.role, "vum_party");
      EXPECT_EQ(row.act.tenant, asker);
      EXPECT_FALSE(row.act.purpose.empty());
    }
  }
}

TEST(VumReadLog, ARefusedQuestionLeavesNoRow) {
  Exchange exchange(std::filesystem::path(PASSEND_SOURCE_DIR) / "fixtures/region/gooi-en-vechtstreek.csv");
  exchange.write(person(1));
  const auto id = person(1).search.id;
  EXPECT_NE(exchange.open(candidates_path, to_text(id)).status, 200) << "it was not shown in an answer before";
  EXPECT_EQ(exchange.read_log->of(id, 0, 10).total, 0);
}

}  // namespace
}  // namespace passend::test
