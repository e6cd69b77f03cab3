// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

#include "indexer/base/error.hpp"
#include "indexer/embed/embeddings_client.hpp"
#include "tests/embeddings_server/embeddings_server.hpp"
#include "tests/temporary_directory.hpp"

namespace passend::embed {
namespace {

using test::Answering;
using test::AskedEmbeddings;
using testing::HasSubstr;
using testing::Not;
using namespace std::chrono_literals;

using Clock = std::chrono::steady_clock;

class Client : public testing::Test {
 protected:
  ClientSettings settings() const {
    ClientSettings settings;
    settings.url = server_.url();
    settings.model = "toy";
    settings.limits.total = 10s;
    settings.pause = 0ms;
    return settings;
  }

  /// What the client says when the server answers like this.
  std::string refusal(const test::Behaviour& behaviour, const ClientSettings& settings) {
    server_.behave(behaviour);
    EmbeddingsClient client(settings);
    try {
      client.embed(texts_);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::embeddings_unavailable);
      EXPECT_THAT(error.what(), HasSubstr(server_.url() + "/v1/embeddings"));
      EXPECT_THAT(error.what(), Not(HasSubstr("bakker")));
      return error.what();
    }
    ADD_FAILURE() << "the answer was taken";
    return {};
  }
  std::string refusal(const test::Behaviour& behaviour) { return refusal(behaviour, settings()); }
  std::string refusal_of_body(const std::string& body) {
    return refusal([&](const Answering& answering, const AskedEmbeddings&) { answering.respond(200, body); });
  }

  test::EmbeddingsServer server_;
  std::vector<std::string> texts_{"bakker", "kok \"ën\" \xFF"};
  test::TemporaryDirectory directory_;
};

TEST_F(Client, AsksInTheCommonFormAndPutsTheAnswersInOrder) {
  EmbeddingsClient client(settings());
  const auto embeddings = client.embed(texts_);
  ASSERT_EQ(embeddings.size(), 2U);
  EXPECT_EQ(embeddings[0], rounded(test::toy_vector("bakker")));
  ASSERT_EQ(server_.asked().size(), 1U);
  const AskedEmbeddings asked = server_.asked().front();
  EXPECT_THAT(asked.head, testing::StartsWith("POST /v1/embeddings HTTP/1.1\r\n"));
  EXPECT_THAT(asked.head, HasSubstr("Content-Type: application/json"));
  EXPECT_THAT(asked.head, HasSubstr("Host: 127.0.0.1:"));
  EXPECT_THAT(asked.head, Not(HasSubstr("Authorization")));
  EXPECT_EQ(asked.model, "toy");
  EXPECT_THAT(asked.texts, testing::ElementsAre("bakker", "kok \"ën\" \uFFFD"));
}

TEST_F(Client, AsksInBatches) {
  ClientSettings settings = this->settings();
  settings.batch = 3;
  std::vector<std::string> texts;
  for (int i = 0; i < 8; ++i) texts.push_back("text " + std::to_string(i));
  const auto embeddings = EmbeddingsClient(settings).embed(texts);
  ASSERT_EQ(server_.asked().size(), 3U);
  EXPECT_EQ(server_.asked().back().texts.size(), 2U);
  for (std::size_t i = 0; i < texts.size(); ++i) EXPECT_EQ(embeddings[i], rounded(test::toy_vector(texts[i])));
}

TEST_F(Client, AsksNothingForNoTexts) {
  EXPECT_TRUE(EmbeddingsClient(settings()).embed({}).empty());
  EXPECT_TRUE(server_.asked().empty());
}

TEST_F(Client, SendsTheTokenOfAFileThatIsItsOwnersAlone) {
  const auto file = directory_.path() / "token";
  std::ofstream(file) << "s3cret-token\n";
  ClientSettings settings = this->settings();
  settings.token_file = file;
  try {
    EmbeddingsClient client(settings);
    ADD_FAILURE() << "a token that others can read was taken";
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("chmod 600"));
    EXPECT_THAT(error.what(), Not(HasSubstr("s3cret")));
  }
  std::filesystem::permissions(file, std::filesystem::perms::owner_read);
  EmbeddingsClient(settings).embed(texts_);
  EXPECT_THAT(server_.asked().front().head, HasSubstr("\r\nAuthorization: Bearer s3cret-token\r\n"));
}

TEST_F(Client, RefusesATokenFileThatHoldsNone) {
  ClientSettings settings = this->settings();
  settings.token_file = directory_.path() / "token";
  EXPECT_THROW(EmbeddingsClient{settings}, Error);
  for (const char* content : {"", "\n", "two words", "a\nX-Header: b"}) {
    std::ofstream(settings.token_file) << content;
    std::filesystem::permissions(settings.token_file, std::filesystem::perms(0600));
    EXPECT_THROW(EmbeddingsClient{settings}, Error) << content;
  }
}

TEST_F(Client, NeedsAModel) {
  ClientSettings settings = this->settings();
  settings.model = "";
  EXPECT_THROW(EmbeddingsClient{settings}, Error);
}

TEST_F(Client, GivesUpOnAnEndpointThatDoesNotAnswer) {
  ClientSettings settings = this->settings();
  settings.limits.total = 200ms;
  const auto begin = Clock::now();
  const std::string said =
      refusal([](const Answering& answering, const AskedEmbeddings&) { answering.wait_for_end(); }, settings);
  EXPECT_THAT(said, HasSubstr("took too long"));
  EXPECT_GE(Clock::now() - begin, 150ms);
  EXPECT_LT(Clock::now() - begin, 5s);
}

TEST_F(Client, GivesUpOnAnEndpointThatTrickles) {
  ClientSettings settings = this->settings();
  settings.limits.total = 300ms;
  const auto begin = Clock::now();
  const std::string said = refusal(
      [](const Answering& answering, const AskedEmbeddings& asked) {
        const std::string body = toy_answer(asked);
        answering.send("HTTP/1.1 200 OK\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n");
        for (const char byte : body) {
          if (!answering.send({&byte, 1})) return;
          std::this_thread::sleep_for(10ms);
        }
      },
      settings);
  EXPECT_THAT(said, HasSubstr("took too long"));
  EXPECT_LT(Clock::now() - begin, 5s);
}

TEST_F(Client, SaysWhatAStatusMeans) {
  const auto status = [&](int code) {
    return refusal([code](const Answering& answering, const AskedEmbeddings&) {
      answering.respond(code, R"({"error":"bakker is not known"})",
                        code == 302 ? "Location: http://elsewhere/\r\n" : "");
    });
  };
  EXPECT_THAT(status(500), HasSubstr("status 500"));
  EXPECT_THAT(status(401), HasSubstr("--embedder-token-file"));
  EXPECT_THAT(status(404), HasSubstr("model"));
  EXPECT_THAT(status(429), HasSubstr("too many requests"));
  EXPECT_THAT(status(302), HasSubstr("not followed"));
  EXPECT_THAT(status(204), HasSubstr("status 204"));
}

TEST_F(Client, RefusesAnswersThatAreNotOfTheApi) {
  EXPECT_THAT(refusal_of_body("<html>"), HasSubstr("no JSON"));
  EXPECT_THAT(refusal_of_body(""), HasSubstr("no JSON"));
  EXPECT_THAT(refusal_of_body("[]"), HasSubstr("no JSON document in the form"));
  EXPECT_THAT(refusal_of_body(R"({"data":[{"index":0,"embedding":[1,2)"), HasSubstr("no JSON"));
  EXPECT_THAT(refusal_of_body(R"({"embeddings":[[1],[2]]})"), HasSubstr("'data'"));
  EXPECT_THAT(refusal_of_body(R"({"data":[{"index":0,"embedding":[1]}]})"), HasSubstr("1 embeddings for 2 texts"));
  EXPECT_THAT(refusal_of_body(R"({"data":[1,2]})"), HasSubstr("'index'"));
  EXPECT_THAT(refusal_of_body(R"({"data":[{"embedding":[1]},{"embedding":[1]}]})"), HasSubstr("'index'"));
  EXPECT_THAT(refusal_of_body(R"({"data":[{"index":-1,"embedding":[1]},{"index":0,"embedding":[1]}]})"),
              HasSubstr("'index'"));
  EXPECT_THAT(refusal_of_body(R"({"data":[{"index":0,"embedding":[1]},{"index":2,"embedding":[1]}]})"),
              HasSubstr("index 2 of 2"));
  EXPECT_THAT(refusal_of_body(R"({"data":[{"index":1,"embedding":[1]},{"index":1,"embedding":[1]}]})"),
              HasSubstr("one index"));
  EXPECT_THAT(refusal_of_body(R"({"data":[{"index":0,"embedding":"AAAA"},{"index":1,"embedding":[1]}]})"),
              HasSubstr("'embedding'"));
  EXPECT_THAT(refusal_of_body(R"({"data":[{"index":0,"embedding":["1"]},{"index":1,"embedding":[1]}]})"),
              HasSubstr("no number"));
  EXPECT_THAT(refusal_of_body(R"({"data":[{"index":0,"embedding":[0,0]},{"index":1,"embedding":[1,1]}]})"),
              HasSubstr("all zero"));
  EXPECT_THAT(refusal_of_body(R"({"data":[{"index":0,"embedding":[1e999]},{"index":1,"embedding":[1]}]})"),
              HasSubstr("cannot be used"));
}

TEST_F(Client, RefusesVectorsOfDifferentLengths) {
  EXPECT_THAT(refusal_of_body(R"({"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1]}]})"),
              HasSubstr("differ in length"));
  ClientSettings settings = this->settings();
  settings.batch = 1;
  const auto longer_each_time = [&](const Answering& answering, const AskedEmbeddings& asked) {
    answering.respond(200, std::string(R"({"data":[{"index":0,"embedding":[1)") +
                               (asked.texts.front() == "bakker" ? "" : ",2") + "]}]}");
  };
  EXPECT_THAT(refusal(longer_each_time, settings), HasSubstr("different lengths"));
}

TEST_F(Client, RefusesAnswersAboveTheLimit) {
  ClientSettings settings = this->settings();
  settings.limits.answer_bytes = 2000;
  const std::string large(3000, ' ');
  EXPECT_THAT(
      refusal([&](const Answering& answering, const AskedEmbeddings&) { answering.respond(200, large); }, settings),
      HasSubstr("above 2000 bytes"));
  const auto chunked = [&](const Answering& answering, const AskedEmbeddings&) {
    answering.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    for (int i = 0; i < 100 && answering.send("40\r\n" + std::string(64, ' ') + "\r\n"); ++i) {
    }
  };
  EXPECT_THAT(refusal(chunked, settings), HasSubstr("above 2000 bytes"));
  const auto endless_head = [&](const Answering& answering, const AskedEmbeddings&) {
    answering.send("HTTP/1.1 200 OK\r\n");
    while (answering.send("X-Header: " + std::string(1000, 'x') + "\r\n")) {
    }
  };
  EXPECT_THAT(refusal(endless_head, settings), HasSubstr("above"));
}

TEST_F(Client, RefusesWhatIsNoHttp) {
  EXPECT_THAT(refusal([](const Answering& answering, const AskedEmbeddings&) { answering.send("SSH-2.0-x\r\n\r\n"); }),
              HasSubstr("failed while it answered"));
  EXPECT_THAT(refusal([](const Answering&, const AskedEmbeddings&) {}), HasSubstr("failed while it answered"));
  EXPECT_THAT(refusal([](const Answering& answering, const AskedEmbeddings&) {
                answering.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{}");
              }),
              HasSubstr("failed while it answered"));
}

TEST_F(Client, SaysThatNothingListens) {
  ClientSettings settings = this->settings();
  {
    const test::EmbeddingsServer gone;
    settings.url = gone.url();
  }
  EmbeddingsClient client(settings);
  try {
    client.embed(texts_);
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("failed while connecting"));
    EXPECT_THAT(error.what(), HasSubstr(settings.url));
  }
}

TEST_F(Client, LeavesAnEndpointAloneForAWhileAfterAFailure) {
  ClientSettings settings = this->settings();
  settings.pause = 1h;
  EmbeddingsClient client(settings);
  server_.behave([](const Answering& answering, const AskedEmbeddings&) { answering.respond(500, "{}"); });
  EXPECT_THROW(client.embed(texts_), Error);
  EXPECT_THROW(client.embed(texts_), Error);
  EXPECT_EQ(server_.asked().size(), 1U);
}

TEST_F(Client, AsksAgainAfterThat) {
  EmbeddingsClient client(settings());  // A pause of nothing.
  server_.behave([](const Answering& answering, const AskedEmbeddings&) { answering.respond(500, "{}"); });
  EXPECT_THROW(client.embed(texts_), Error);
  server_.behave(
      [](const Answering& answering, const AskedEmbeddings& asked) { answering.respond(200, toy_answer(asked)); });
  EXPECT_EQ(client.embed(texts_).size(), 2U);
}

}  // namespace
}  // namespace passend::embed
