// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <iostream>
#include <set>
#include <sstream>
#include <thread>

#include <nlohmann/json.hpp>

#include "indexer/base/file.hpp"
#include "tests/cli/program.hpp"

/// The feed as an operator meets it: a server that is killed, imports beside it and while it is down, and a reader.
namespace passend::cli_test {
namespace {

using Json = nlohmann::json;
using Pairs = std::set<std::pair<std::string, std::string>>;

constexpr auto patience = std::chrono::seconds(60);

class FeedCommand : public testing::Test {
 protected:
  FeedCommand() {
    program_.prepare();
    // The server's words go to files of its own, since other commands run beside it.
    std::filesystem::create_directories(server_.directory());
    std::filesystem::create_directory_symlink(program_.data(), server_.directory() / "data");
    const std::string region = directory_.path() / "region.ndjson";
    const auto made = program_.run(
        {"generate", "--portfolios", "90", "--vacancies", "40", "--employers", "5", "--seed", "3", "--output", region});
    EXPECT_EQ(made.status, 0) << made.err;
    std::istringstream lines(read_file(region));
    std::array<std::string, 3> parts;
    std::string line;
    for (std::size_t number = 0; std::getline(lines, line); ++number) parts[number % 3] += line + "\n";
    for (std::size_t i = 0; i < parts.size(); ++i) files_[i] = program_.write(std::to_string(i) + ".ndjson", parts[i]);
  }

  ~FeedCommand() override { stop_server(); }

  void import(std::size_t part) {
    const auto outcome = program_.run({"import", files_[part]});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
  }

  void start_server() { process_ = server_.start({"serve", "--port", "0", "--without-sign-in"}); }
  void stop_server() {
    if (process_ <= 0) return;
    ::kill(process_, SIGKILL);
    server_.wait(process_);
    process_ = -1;
  }

  std::vector<Json> feed(const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{"feed"};
    words.insert(words.end(), more.begin(), more.end());
    const auto outcome = program_.run(words);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    std::vector<Json> announcements;
    std::istringstream lines(outcome.out);
    for (std::string line; std::getline(lines, line);) announcements.push_back(Json::parse(line));
    return announcements;
  }

  /// Waits until the feed holds these pairs; how it ended.
  Pairs wait_for(const Pairs& expected) {
    const auto end = std::chrono::steady_clock::now() + patience;
    Pairs pairs;
    while (pairs != expected && std::chrono::steady_clock::now() < end) {
      pairs.clear();
      for (const auto& one : feed()) {
        EXPECT_TRUE(pairs.emplace(one.at("vacancy"), one.at("candidate")).second) << "announced twice: " << one;
      }
    }
    return pairs;
  }

  /// All that fits now.
  Pairs fitting() {
    const auto output = directory_.path() / "batch";
    const auto outcome = program_.run({"match", "batch", "--top", "1000", "--output", output});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    Pairs pairs;
    std::istringstream lines(read_file(output / "per-vacancy.ndjson"));
    for (std::string line; std::getline(lines, line);) {
      const auto pair = Json::parse(line);
      pairs.emplace(pair.at("vacancy"), pair.at("candidate"));
    }
    return pairs;
  }

  bool has_begun() const {
    std::error_code absent;
    for (const auto& entry : std::filesystem::directory_iterator(program_.data() / "feed", absent)) {
      if (entry.path().extension() == ".log") return true;
    }
    return false;
  }

  TemporaryDirectory directory_;
  Program program_{directory_.path()};
  Program server_{directory_.path() / "server"};
  std::array<std::string, 3> files_;
  pid_t process_ = -1;
};

Pairs minus(Pairs all, const Pairs& some) {
  for (const auto& pair : some) all.erase(pair);
  return all;
}

TEST_F(FeedCommand, HoldsEveryPairOnceThatBeganToFitBesideAServerThatWasKilled) {
  import(0);
  const auto at_first = fitting();
  start_server();
  const auto end = std::chrono::steady_clock::now() + patience;
  while (!has_begun() && std::chrono::steady_clock::now() < end) std::this_thread::yield();
  ASSERT_TRUE(has_begun()) << read_file(server_.directory() / "stderr");
  EXPECT_TRUE(feed().empty()) << "what fitted before is not announced";
  import(1);
  const auto then = minus(fitting(), at_first);
  ASSERT_FALSE(then.empty());
  EXPECT_EQ(wait_for(then), then) << read_file(server_.directory() / "stderr");
  stop_server();
  import(2);
  start_server();
  const auto now = minus(fitting(), at_first);
  EXPECT_GT(now.size(), then.size());
  EXPECT_EQ(wait_for(now), now) << read_file(server_.directory() / "stderr");
  const auto all = feed();
  for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i].at("number"), i + 1);
  const auto rest = feed({"--since", "5", "--most", "3"});
  ASSERT_EQ(rest.size(), 3u);
  EXPECT_EQ(rest[0], all[5]);
  for (const auto& one : feed({"--vacancy", all[0].at("vacancy")})) EXPECT_EQ(one.at("vacancy"), all[0].at("vacancy"));
}

}  // namespace
}  // namespace passend::cli_test
