// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>
#include <thread>

#include "tests/cli/program.hpp"
#include "tests/cli/serving.hpp"
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
    serving_.emplace(program_);
    port_ = serving_->port();
  }

  void import_title(const std::string& id, const std::string& title) {
    const auto file = program_.write(id + ".csv", "sourceId;title;place\n" + id + ";" + title + ";Hilversum\n");
    const auto outcome = program_.run({"import", file, "--format", "csv-vacancies"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
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

}  // namespace
}  // namespace passend::cli_test
