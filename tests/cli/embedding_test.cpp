// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.hpp"
#include "tests/embeddings_server/embeddings_server.hpp"

namespace passend::cli_test {
namespace {

using test::Answering;
using test::AskedEmbeddings;

class Embedding : public testing::Test {
 protected:
  Embedding() { program_.prepare(); }

  /// `passend ARGUMENTS` with the toy model.
  Outcome run(std::vector<std::string> arguments) const {
    arguments.insert(arguments.end(), {"--embedder", server_.url(), "--embedder-model", "toy"});
    return program_.run(arguments);
  }

  void fail() {
    server_.behave([](const Answering& answering, const AskedEmbeddings&) { answering.respond(500, "{}"); });
  }

  static std::size_t count(const std::string& text, const std::string& part) {
    std::size_t times = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++times;
    return times;
  }

  test::EmbeddingsServer server_;
  TemporaryDirectory directory_;
  Program program_{directory_.path()};
};

TEST_F(Embedding, LinksATitleByASynonymThatOnlyTheModelKnows) {
  const auto embedded = run({"taxonomy", "embed", "--json"});
  ASSERT_EQ(embedded.status, 0) << embedded.err;
  const auto report = nlohmann::json::parse(embedded.out);
  EXPECT_EQ(report["labels"], report["computed"]);
  const auto linked = run({"taxonomy", "link", "occupation", "plumeauman", "--explain"});
  ASSERT_EQ(linked.status, 0) << linked.err;
  EXPECT_NE(linked.out.find("embedding -> schoonmaker (100 %), adds 30 %"), std::string::npos) << linked.out;
  EXPECT_NE(linked.err.find("embeddings of toy: used"), std::string::npos) << linked.err;
  const std::size_t asked = server_.asked().size();
  const auto json = nlohmann::json::parse(run({"taxonomy", "link", "occupation", "plumeauman", "--json"}).out);
  EXPECT_EQ(json["embedding"]["state"], "used");
  EXPECT_EQ(json["links"][0]["basis"], "embedding");
  EXPECT_EQ(server_.asked().size(), asked) << "the cache of the process before knows it";
}

TEST_F(Embedding, LinksAFileWithOneRequestForManyTitles) {
  ASSERT_EQ(run({"taxonomy", "embed"}).status, 0);
  const std::size_t before = server_.asked().size();
  const auto file = program_.write("titles.txt", "plumeauman\nschoonmaker\n\nplumeauman kantoor\n");
  const auto outcome = run({"taxonomy", "link", "occupation", "--file", file, "--top", "1"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("1,plumeauman,1,3000,schoonmaker,schoonmaker,embedding,"), std::string::npos)
      << outcome.out;
  EXPECT_NE(outcome.err.find("2 with the help of toy"), std::string::npos) << outcome.err;
  EXPECT_EQ(server_.asked().size(), before + 1);
}

TEST_F(Embedding, WarnsOnceAndGoesOnWhenTheEndpointFails) {
  ASSERT_EQ(run({"taxonomy", "embed"}).status, 0);
  fail();
  const std::size_t before = server_.asked().size();
  std::string titles;
  for (int i = 0; i < 200; ++i) titles += "plumeauman kantoor " + std::to_string(i) + "\n";
  const auto file = program_.write("titles.txt", titles);
  const auto with = run({"taxonomy", "link", "occupation", "--file", file});
  const auto without = program_.run({"taxonomy", "link", "occupation", "--file", file});
  EXPECT_EQ(with.status, 0);
  EXPECT_EQ(with.out, without.out);
  EXPECT_EQ(count(with.err, "answered without embeddings"), 1U) << with.err;
  EXPECT_EQ(server_.asked().size(), before + 1);
}

TEST_F(Embedding, SaysThatTheLabelsComeFirst) {
  const auto outcome = run({"taxonomy", "link", "occupation", "plumeauman kantoor"});
  EXPECT_EQ(outcome.status, 0);
  EXPECT_NE(outcome.err.find("passend taxonomy embed"), std::string::npos) << outcome.err;
  EXPECT_TRUE(server_.asked().empty());
  fail();
  const auto embedded = run({"taxonomy", "embed"});
  EXPECT_EQ(embedded.status, 4);
  EXPECT_NE(embedded.err.find("status 500"), std::string::npos) << embedded.err;
  EXPECT_EQ(program_.run({"taxonomy", "embed"}).status, 2);
}

TEST_F(Embedding, ExtractsFromAVacancyAndSendsNoCv) {
  ASSERT_EQ(run({"taxonomy", "embed"}).status, 0);
  const auto file = program_.write("text.txt", "Wat ga je doen:\n- vloeren boenen\nContact: Piet, 06 12345678\n");
  const std::size_t before = server_.asked().size();
  EXPECT_EQ(run({"extract", file, "--kind", "cv"}).status, 0);
  EXPECT_EQ(server_.asked().size(), before);
  const auto outcome = run({"extract", file, "--json"});
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(nlohmann::json::parse(outcome.out)["embedding"]["model"], "toy");
  ASSERT_EQ(server_.asked().size(), before + 1);
  const AskedEmbeddings asked = server_.asked().back();
  EXPECT_FALSE(asked.texts.empty());
  for (const std::string& text : asked.texts) EXPECT_EQ(text.find("Piet"), std::string::npos) << text;
}

TEST_F(Embedding, RefusesPlainHttpToAnotherMachine) {
  const std::vector<std::string> link{"taxonomy",   "link",       "occupation",
                                      "plumeauman", "--embedder", "http://192.0.2.1:8081"};
  EXPECT_EQ(program_.run(link).status, 2) << "a model has to be named";
  auto with_model = link;
  with_model.insert(with_model.end(), {"--embedder-model", "toy"});
  const auto outcome = program_.run(with_model);
  EXPECT_EQ(outcome.status, 2);
  EXPECT_NE(outcome.err.find("--embedder-allow-plain-http"), std::string::npos) << outcome.err;
  EXPECT_EQ(program_.run({"serve", "--port", "0", "--without-sign-in", "--embedder-model", "toy"}).status, 2);
}

}  // namespace
}  // namespace passend::cli_test
