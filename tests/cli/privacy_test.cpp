// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "indexer/base/file.hpp"
#include "indexer/store/sqlite.hpp"
#include "tests/cli/program.hpp"
#include "tests/cli/serving.hpp"
#include "tests/http_client/raw_client.hpp"
#include "tests/loopback_server/loopback_server.hpp"

/// What an operator does for people who ask about their own data, and with the logs.
namespace passend::cli_test {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;

class PrivacyCommands : public testing::Test {
 protected:
  PrivacyCommands() {
    program_.prepare();
    must({"generate", "--portfolios", "3", "--vacancies", "2", "--employers", "1", "--seed", "1", "--output",
          (directory_.path() / "region.ndjson").string()});
    must({"import", (directory_.path() / "region.ndjson").string()});
    std::ifstream region(directory_.path() / "region.ndjson");
    for (std::string line; std::getline(region, line);) {
      const Json record = Json::parse(line);
      if (record.at("kind") == "portfolio") people_.push_back(record.at("search").at("id"));
    }
  }

  Outcome must(const std::vector<std::string>& arguments) const {
    const Outcome outcome = program_.run(arguments);
    EXPECT_EQ(outcome.status, 0) << arguments.front() << '\n' << outcome.err;
    return outcome;
  }

  /// Changes the store behind its back.
  void alter(const std::string& sql) const {
    store::Connection(program_.data() / "store" / "store.sqlite", store::ConnectionRole::writer).script(sql);
  }

  TemporaryDirectory directory_;
  Program program_{directory_.path()};
  std::vector<std::string> people_;
};

TEST_F(PrivacyCommands, VerifyTheAuditAndFailWhenItIsNotWhole) {
  const Json report = Json::parse(must({"audit", "verify", "--json"}).out);
  EXPECT_GT(report.at("rows"), 3);
  EXPECT_EQ(report.at("problems"), Json::array());
  EXPECT_EQ(report.at("newest").at("chain").get<std::string>().size(), 64U);
  alter("UPDATE audit SET time = time + 1 WHERE number = 2");
  EXPECT_EQ(program_.run({"audit", "verify"}).status, 5);
}

TEST_F(PrivacyCommands, ExportRestrictAndEraseWithAReport) {
  const auto file = directory_.path() / "person.json";
  const auto report = directory_.path() / "report.json";
  must({"person", "export", "--candidate", people_.at(0), "--reason", "request 1", "--output", file.string(),
        "--report", report.string()});
  EXPECT_EQ(Json::parse(read_file(file)).at("candidateId"), people_.at(0));
  EXPECT_EQ(Json::parse(read_file(report)).at("request"), "export");
  EXPECT_EQ(std::filesystem::status(file).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);

  Json told = Json::parse(must({"person", "restrict", "--candidate", people_.at(0), "--reason", "request 2"}).out);
  EXPECT_EQ(told.at("isRestricted"), true);
  told = Json::parse(must({"person", "unrestrict", "--candidate", people_.at(0), "--reason", "request 3"}).out);
  EXPECT_EQ(told.at("wasRestricted"), true);
  EXPECT_EQ(told.at("isRestricted"), false);

  told = Json::parse(must({"person", "erase", "--candidate", people_.at(0), "--reason", "request 4"}).out);
  EXPECT_EQ(told.at("erased").at("portfolios"), 1);
  EXPECT_EQ(told.at("kept").at("views"), 1) << "the export left a row of who looked";
  const Json audit = Json::parse(must({"audit", "verify", "--json"}).out);
  EXPECT_EQ(audit.at("newest").at("chain"), told.at("proof").at("auditChain"));
  EXPECT_EQ(program_.run({"person", "erase", "--candidate", people_.at(0), "--reason", "again"}).status, 4);
  EXPECT_EQ(program_.run({"person", "erase", "--candidate", "x", "--reason", "no id"}).status, 2);
}

TEST_F(PrivacyCommands, RetentionSaysWhatItWouldDoAndDoesIt) {
  const std::vector<std::string> command{"retention", "--older-than", "1", "--json"};
  auto trial = command;
  trial.push_back("--dry-run");
  EXPECT_EQ(Json::parse(must(trial).out).at("portfolios"), 0) << "they were imported today";
  EXPECT_EQ(Json::parse(must(command).out).at("portfolios"), 0);
  alter("UPDATE portfolios SET changed = 0, record = replace(record, '\"updated\":\"20', '\"updated\":\"19')");
  EXPECT_EQ(Json::parse(must(trial).out).at("portfolios"), 3);
  EXPECT_EQ(Json::parse(must(command).out).at("portfolios"), 3);
  EXPECT_EQ(Json::parse(must(trial).out).at("portfolios"), 0);
  EXPECT_EQ(program_.run({"retention", "--older-than", "0"}).status, 2);
}

TEST_F(PrivacyCommands, TheReadLogGoesToACollectorWhileItServesAndIsPrintedAfterwards) {
  test::LoopbackServer collector(
      [](const test::Answering& answering, const test::Asked&) { answering.respond(200, "{}"); });
  {
    Serving serving(program_, {"--read-log-endpoint", collector.url() + "/v1/traces"});
    const auto reply = test::ask(serving.port(), "GET", "/v1/candidates/" + people_.at(1));
    ASSERT_EQ(reply.status, 200) << reply.body;
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(30);
    while (collector.asked().empty() && std::chrono::steady_clock::now() < end) std::this_thread::yield();
    EXPECT_EQ(serving.stop().status, 0);
  }
  ASSERT_FALSE(collector.asked().empty());
  EXPECT_THAT(collector.asked().at(0).body, HasSubstr(people_.at(1)));
  const std::string printed = must({"reads", "export", "--since", "2026-01-01", "--format", "otlp"}).out;
  EXPECT_THAT(printed, HasSubstr(people_.at(1)));
  EXPECT_TRUE(Json::parse(printed.substr(0, printed.find('\n'))).contains("resourceSpans"));
}

}  // namespace
}  // namespace passend::cli_test
