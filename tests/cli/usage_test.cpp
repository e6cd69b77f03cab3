// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"

namespace passend::cli_test {
namespace {

class Usage : public testing::Test {
 protected:
  TemporaryDirectory directory_;
  Program program_{directory_.path()};
};

TEST_F(Usage, HelpTeachesAFirstRoundAndListsEveryCommand) {
  const auto help = program_.run({"--help"});
  EXPECT_EQ(help.status, 0);
  for (const char* word : {"A first round", "generate", "taxonomy", "extract", "geo", "import", "index", "search",
                           "match", "serve", "store", "Exit status"}) {
    EXPECT_NE(help.out.find(word), std::string::npos) << word;
  }
}

TEST_F(Usage, AWrongCommandIsStatus2) {
  EXPECT_EQ(program_.run({}).status, 2);
  EXPECT_EQ(program_.run({"fly"}).status, 2);
  EXPECT_EQ(program_.run({"match", "vacancy"}).status, 2);
  EXPECT_EQ(program_.run({"match", "vacancy", "not-an-id"}).status, 2);
  EXPECT_EQ(program_.run({"taxonomy", "import"}).status, 2);
}

TEST_F(Usage, WhatIsMissingIsNamedWithTheCommandThatMakesIt) {
  const std::string id(32, '1');
  const auto match = program_.run({"match", "vacancy", id});
  EXPECT_EQ(match.status, 4);
  EXPECT_NE(match.err.find("passend import"), std::string::npos) << match.err;
  const auto show = program_.run({"taxonomy", "show", "schoonmaker"});
  EXPECT_EQ(show.status, 4);
  EXPECT_NE(show.err.find("passend taxonomy import"), std::string::npos) << show.err;
  const auto search = program_.run({"search", "vacancies", "x"});
  EXPECT_EQ(search.status, 4);
  EXPECT_NE(search.err.find("index build"), std::string::npos) << search.err;
}

TEST_F(Usage, ErrorsAreJsonToo) {
  const auto outcome = program_.run({"--json", "taxonomy", "show", "schoonmaker"});
  EXPECT_EQ(outcome.status, 4);
  EXPECT_EQ(nlohmann::json::parse(outcome.out).at("error"), "taxonomy-missing");
}

TEST_F(Usage, ADamagedTaxonomyIsRefusedByName) {
  program_.prepare();
  std::filesystem::resize_file(program_.data() / "taxonomy.bin", 100);
  const auto show = program_.run({"taxonomy", "show", "schoonmaker"});
  EXPECT_EQ(show.status, 5);
  EXPECT_NE(show.err.find("taxonomy.bin"), std::string::npos) << show.err;
}

TEST_F(Usage, TheServerRefusesAnAddressThatIsNotLoopback) {
  program_.prepare();
  ASSERT_EQ(program_.run({"import", program_.write("one.csv", "sourceId;title\n1;Kok\n"), "--format", "csv-vacancies"})
                .status,
            0);
  const auto serve = program_.run({"serve", "--address", "0.0.0.0", "--port", "0", "--without-sign-in"});
  EXPECT_EQ(serve.status, 2);
  EXPECT_NE(serve.err.find("127.0.0.1"), std::string::npos) << serve.err;
}

TEST_F(Usage, TheServerSaysHowItsPlacesGoTogether) {
  const auto refused = [&](std::vector<std::string> options) {
    options.insert(options.begin(), {"serve", "--without-sign-in"});
    const auto outcome = program_.run(options);
    EXPECT_EQ(outcome.status, 2) << outcome.err;
    return outcome.err;
  };
  EXPECT_NE(refused({"--port", "0", "--tls-key", "x.key"}).find("belong together"), std::string::npos);
  EXPECT_NE(refused({"--socket", "x.sock", "--tls-key", "x", "--tls-certificate", "y"}).find("--port"),
            std::string::npos);
  EXPECT_NE(refused({"--address", "0.0.0.0", "--tls-key", "x", "--tls-certificate", "y"}).find("without sign-in"),
            std::string::npos);
  refused({"--port", "0", "--trust-proxy", "x-real-ip"});
  refused({"--port", "0", "--requests-per-second", "-1"});
}

TEST_F(Usage, AServerIsToldWhoMayUseIt) {
  const auto untold = program_.run({"serve", "--port", "0"});
  EXPECT_EQ(untold.status, 2);
  EXPECT_NE(untold.err.find("--without-sign-in"), std::string::npos) << untold.err;
  const auto both = program_.run({"serve", "--port", "0", "--without-sign-in", "--sign-in", "sign-in.json"});
  EXPECT_EQ(both.status, 2);
}

TEST_F(Usage, AnIdentityProviderWithoutHttpsIsForTheDemonstrationAlone) {
  program_.prepare();
  const auto file = program_.write("sign-in.json", R"({"issuer": "http://127.0.0.1:1", "clientId": "passend",
      "privateKeyFile": "key.pem", "publicUrl": "http://localhost:8080", "roles": {"jobhunter": "jobhunter"}})");
  const auto refused = program_.run({"serve", "--port", "0", "--sign-in", file});
  EXPECT_EQ(refused.status, 2);
  EXPECT_NE(refused.err.find("does not speak https"), std::string::npos) << refused.err;
}

TEST_F(Usage, MatchingIsStoppedByHandAndAllowedAgain) {
  program_.prepare();
  const auto file = program_.write("one.csv", "sourceId;title\n1;Kok\n");
  ASSERT_EQ(program_.run({"import", file, "--format", "csv-vacancies"}).status, 0);
  EXPECT_EQ(program_.run({"matching", "stop"}).status, 2) << "a reason is needed";
  EXPECT_EQ(program_.run({"matching", "stop", "--reason", "the weights are wrong"}).status, 0);
  const auto refused = program_.run({"match", "batch", "--output", directory_.path() / "lists.ndjson"});
  EXPECT_EQ(refused.status, 6);
  EXPECT_NE(refused.err.find("the weights are wrong"), std::string::npos) << refused.err;
  EXPECT_NE(program_.run({"matching", "status"}).out.find("the weights are wrong"), std::string::npos);
  EXPECT_EQ(program_.run({"matching", "start"}).status, 0);
  const auto allowed = program_.run({"match", "batch", "--output", directory_.path() / "lists.ndjson"});
  EXPECT_EQ(allowed.status, 0) << allowed.err;
}

TEST_F(Usage, TaxonomyShowsRelatedConceptsAndLinksText) {
  program_.prepare();
  const auto show = program_.run({"taxonomy", "show", "schoonmaker"});
  EXPECT_EQ(show.status, 0) << show.err;
  EXPECT_NE(show.out.find("related"), std::string::npos);
  const auto link = program_.run({"taxonomy", "link", "occupation", "Schoonmaakster (m/v) 24 uur", "--json"});
  ASSERT_EQ(link.status, 0) << link.err;
  EXPECT_EQ(nlohmann::json::parse(link.out).at(0).at("uri").get<std::string>().empty(), false);
}

TEST_F(Usage, TaxonomySuggestsWhileSomebodyTypesAndOffersWhatIsMissing) {
  program_.prepare();
  const auto suggest = program_.run({"taxonomy", "suggest", "schoonmkaer", "--kind", "occupation", "--json"});
  ASSERT_EQ(suggest.status, 0) << suggest.err;
  EXPECT_EQ(nlohmann::json::parse(suggest.out).at(0).at("label"), "schoonmaker");
  const auto related = program_.run({"taxonomy", "related", "--occupation", "schoonmaker", "--json"});
  ASSERT_EQ(related.status, 0) << related.err;
  EXPECT_EQ(nlohmann::json::parse(related.out).at(0).at("reason"), "essential");
  EXPECT_EQ(program_.run({"taxonomy", "related"}).status, 2);
}

TEST_F(Usage, TaxonomyLinksAFileOfTitlesLineByLine) {
  program_.prepare();
  const auto titles = program_.write("titles.txt", "Schoonmaker\n\nqqqqqq\nmedewerker schoonmaak\n");
  const auto table = program_.run({"taxonomy", "link", "occupation", "--file", titles, "--top", "1"});
  ASSERT_EQ(table.status, 0) << table.err;
  EXPECT_TRUE(table.out.starts_with("line,title,rank,confidence_bp,concept,")) << table.out;
  EXPECT_NE(table.out.find("\n1,Schoonmaker,1,10000,"), std::string::npos) << table.out;
  EXPECT_NE(table.err.find("4 titles, 2 with an answer"), std::string::npos) << table.err;
  const auto lines = program_.run({"taxonomy", "link", "occupation", "--file", titles, "--explain", "--json"});
  const auto first = nlohmann::json::parse(lines.out.substr(0, lines.out.find('\n')));
  EXPECT_EQ(first.at("text"), "Schoonmaker");
  EXPECT_EQ(first.at("links").at(0).at("reasons").at(0).at("reason"), "same_word");
  EXPECT_EQ(program_.run({"taxonomy", "link", "occupation"}).status, 2);
}

}  // namespace
}  // namespace passend::cli_test
