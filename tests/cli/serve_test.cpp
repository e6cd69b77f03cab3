// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>

#include "indexer/base/file.hpp"
#include "tests/cli/program.hpp"
#include "tests/cli/serving.hpp"
#include "tests/http_client/raw_client.hpp"
#include "tests/http_client/tls_client.hpp"

/// The real server as an operator runs it: it says where it listens, follows what another process imports, and ends
/// well.
namespace passend::cli_test {
namespace {

using Json = nlohmann::json;

constexpr auto patience = std::chrono::seconds(30);

class Serve : public testing::Test {
 protected:
  Serve() {
    program_.prepare();
    import_title("begin", "Kok");
    // These tests ask again and again until something has come.
    serving_.emplace(program_, std::vector<std::string>{"--requests-per-second", "0"});
    port_ = serving_->port();
  }

  void import_title(const std::string& id, const std::string& title) {
    const auto file = program_.write(id + ".csv", "sourceId;title;place\n" + id + ";" + title + ";Hilversum\n");
    const auto outcome = program_.run({"import", file, "--format", "csv-vacancies"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
  }

  /// The same data, with a place of its own for what is printed.
  Program program_beside(const std::string& name) const {
    const auto directory = directory_.path() / name;
    std::filesystem::create_directories(directory);
    std::filesystem::create_directory_symlink(program_.data(), directory / "data");
    return Program(directory);
  }

  std::uint64_t found(const std::string& word) const {
    const auto reply = test::ask(port_, "POST", "/v1/vacancies/_search", R"({"query":")" + word + R"("})");
    EXPECT_EQ(reply.status, 200) << reply.body;
    return reply.status == 200 ? Json::parse(reply.body).at("total").get<std::uint64_t>() : 0;
  }

  TemporaryDirectory directory_;
  Program program_{directory_.path()};
  std::optional<Serving> serving_;
  std::uint16_t port_ = 0;
};

TEST_F(Serve, AnImportByAnotherProcessIsFoundAndMatchedWithoutARestart) {
  EXPECT_EQ(found("zadelmaker"), 0u);
  import_title("later", "Zadelmaker");
  const auto start = std::chrono::steady_clock::now();
  while (found("zadelmaker") == 0 && std::chrono::steady_clock::now() - start < patience) std::this_thread::yield();
  EXPECT_EQ(found("zadelmaker"), 1u);
  const auto status = Json::parse(test::ask(port_, "GET", "/v1/status").body);
  EXPECT_EQ(status.at("pool").at("feedPosition"), status.at("feedPosition"));
  const auto waited = std::chrono::steady_clock::now() - start;
  std::cout << "visible after " << std::chrono::duration_cast<std::chrono::milliseconds>(waited).count() << " ms\n";
}

TEST_F(Serve, EndsWithStatus0WhenItIsAskedToStop) {
  EXPECT_EQ(test::ask(port_, "GET", "/readyz").status, 200);
  EXPECT_EQ(serving_->stop().status, 0);
}

TEST_F(Serve, ServesTheFrontEndOrSaysHowToBuildIt) {
  const auto reply = test::ask(port_, "GET", "/vacatures");
  EXPECT_EQ(reply.status, 200);
  EXPECT_NE(reply.body.find("<html"), std::string::npos);
}

TEST_F(Serve, IsReachedThroughASocketAlone) {
  serving_.reset();
  const auto socket = directory_.path() / "passend.sock";
  const Program server = program_beside("alone");
  const pid_t process = server.start({"serve", "--without-sign-in", "--socket", socket});
  const auto end = std::chrono::steady_clock::now() + patience;
  while (!read_file(server.directory() / "stdout").ends_with('\n') && std::chrono::steady_clock::now() < end) {
    std::this_thread::yield();
  }
  test::RawClient client(socket);
  client.send("GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(client.read_reply()->status, 200);
  ::kill(process, SIGTERM);
  const Outcome outcome = server.wait(process);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "Serving the socket " + socket.string() + " (this machine only). Stop with Ctrl-C.\n");
  EXPECT_FALSE(std::filesystem::exists(socket));
}

TEST_F(Serve, SpeaksTls) {
  serving_.reset();
  const auto files = test::write_certificate(directory_.path(), "server");
  serving_.emplace(program_, std::vector<std::string>{"--tls-certificate", files.certificate, "--tls-key", files.key});
  test::TlsClient client(serving_->port(), {.authority = files.certificate});
  ASSERT_TRUE(client.is_open());
  client.send("GET /readyz HTTP/1.1\r\nHost: localhost:" + std::to_string(serving_->port()) +
              "\r\nConnection: close\r\n\r\n");
  const std::string answer = client.read_to_end();
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 200 ")) << answer;
  EXPECT_NE(answer.find("Strict-Transport-Security"), std::string::npos) << answer;
}

TEST_F(Serve, CountsRequestsAsItIsTold) {
  serving_.reset();
  serving_.emplace(program_, std::vector<std::string>{"--requests-per-second", "0.01"});
  for (int i = 0; i < 5; ++i) EXPECT_EQ(test::ask(serving_->port(), "GET", "/readyz").status, 200);
  const std::string body = R"({"query":"kok"})";
  EXPECT_EQ(test::ask(serving_->port(), "POST", "/v1/vacancies/_search", body).status, 200);
  EXPECT_EQ(test::ask(serving_->port(), "POST", "/v1/vacancies/_search", body).status, 429);
}

}  // namespace
}  // namespace passend::cli_test
