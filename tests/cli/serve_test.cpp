// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <signal.h>

#include <charconv>
#include <chrono>
#include <nlohmann/json.hpp>
#include <thread>

#include "indexer/base/file.hpp"
#include "tests/cli/program.hpp"
#include "tests/http_client/raw_client.hpp"

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
    // The server's words go to files of its own, since other commands run beside it in the same directory.
    server_directory_ = directory_.path() / "server";
    std::filesystem::create_directories(server_directory_);
    std::filesystem::create_directory_symlink(program_.data(), server_directory_ / "data");
    process_ = server_program().start({"serve", "--port", "0"});
    port_ = wait_for_port();
  }

  ~Serve() override {
    if (process_ > 0) ::kill(process_, SIGKILL);
    if (process_ > 0) server_program().wait(process_);
  }

  Program server_program() const { return Program(server_directory_); }

  void import_title(const std::string& id, const std::string& title) {
    const auto file = program_.write(id + ".csv", "sourceId;title;place\n" + id + ";" + title + ";Hilversum\n");
    const auto outcome = program_.run({"import", file, "--format", "csv-vacancies"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
  }

  std::uint16_t wait_for_port() const {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (std::chrono::steady_clock::now() < end) {
      const std::string words = read_file(server_directory_ / "stdout");
      const auto place = words.find("localhost:");
      std::uint16_t port = 0;
      if (place != std::string::npos) std::from_chars(words.data() + place + 10, words.data() + words.size(), port);
      if (port != 0 && words.ends_with('\n')) return port;
      std::this_thread::yield();
    }
    ADD_FAILURE() << "the server did not say where it listens: " << read_file(server_directory_ / "stderr");
    return 0;
  }

  std::uint64_t found(const std::string& word) const {
    const auto reply = test::ask(port_, "POST", "/v1/vacancies/_search", R"({"query":")" + word + R"("})");
    EXPECT_EQ(reply.status, 200) << reply.body;
    return reply.status == 200 ? Json::parse(reply.body).at("total").get<std::uint64_t>() : 0;
  }

  TemporaryDirectory directory_;
  Program program_{directory_.path()};
  std::filesystem::path server_directory_;
  pid_t process_ = -1;
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
  ::kill(process_, SIGTERM);
  EXPECT_EQ(server_program().wait(process_).status, 0);
  process_ = -1;
}

TEST_F(Serve, ServesTheFrontEndOrSaysHowToBuildIt) {
  const auto reply = test::ask(port_, "GET", "/vacatures");
  EXPECT_EQ(reply.status, 200);
  EXPECT_NE(reply.body.find("<html"), std::string::npos);
}

}  // namespace
}  // namespace passend::cli_test
