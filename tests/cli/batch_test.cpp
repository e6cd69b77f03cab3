// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <nlohmann/json.hpp>

#include "indexer/base/file.hpp"
#include "indexer/base/random.hpp"
#include "tests/cli/program.hpp"

/// The whole matrix on the command line: killed at any moment it goes on, stopped it says how, and partitions join.
namespace passend::cli_test {
namespace {

using Json = nlohmann::json;

class BatchCommand : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory_ = new TemporaryDirectory;
    program_ = new Program(directory_->path());
    program_->prepare();
    const std::string region = directory_->path() / "region.ndjson";
    ASSERT_EQ(program_
                  ->run({"generate", "--portfolios", "400", "--vacancies", "300", "--employers", "25", "--seed", "7",
                         "--today", "2026-11-22", "--output", region})
                  .status,
              0);
    ASSERT_EQ(program_->run({"import", region}).status, 0);
    const auto whole = run_into("whole");
    ASSERT_EQ(whole.status, 0) << whole.err;
  }

  static void TearDownTestSuite() {
    delete program_;
    delete directory_;
  }

  static std::vector<std::string> words(const std::string& output, const std::vector<std::string>& more = {}) {
    std::vector<std::string> words{"match",   "batch",      "--output", directory_->path() / output,
                                   "--day",   "2026-11-22", "--top",    "5",
                                   "--chunk", "4",          "--json"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
  }
  static Outcome run_into(const std::string& output, const std::vector<std::string>& more = {}) {
    return program_->run(words(output, more));
  }

  static std::string result(const std::string& output) {
    return read_file(directory_->path() / output / "per-vacancy.ndjson") +
           read_file(directory_->path() / output / "per-candidate.ndjson");
  }

  static std::size_t chunks_in(const std::string& output) {
    std::error_code absent;
    std::size_t chunks = 0;
    for (const auto& entry : std::filesystem::directory_iterator(directory_->path() / output / "work", absent)) {
      const auto name = entry.path().filename().string();
      chunks += name.starts_with("chunk-") && !name.ends_with(".new") ? 1 : 0;
    }
    return chunks;
  }

  /// Starts a batch, waits until it has finished so many chunks or has ended, and sends a signal.
  static Outcome interrupt(const std::string& output, std::size_t chunks, int signal) {
    const pid_t process = program_->start(words(output));
    siginfo_t ended{};
    while (chunks_in(output) < chunks && ended.si_pid == 0) {
      ::waitid(P_PID, static_cast<id_t>(process), &ended, WEXITED | WNOHANG | WNOWAIT);
    }
    ::kill(process, signal);
    return program_->wait(process);
  }

  static TemporaryDirectory* directory_;
  static Program* program_;
};

TemporaryDirectory* BatchCommand::directory_ = nullptr;
Program* BatchCommand::program_ = nullptr;

TEST_F(BatchCommand, KilledAtAnyMomentGoesOnWithoutMatchingAChunkTwice) {
  Random random(3);
  const auto whole = Json::parse(read_file(directory_->path() / "whole" / "batch.json"));
  const auto all = whole.at("chunksMatched").get<std::size_t>();
  ASSERT_GT(all, 40u);
  std::size_t taken_up = 0;
  for (int round = 0; round < 6; ++round) {
    const std::string output = "killed-" + std::to_string(round);
    std::size_t finished = 0;
    // Twice, so that a run that goes on is killed as well.
    for (int kill = 0; kill < 2; ++kill) {
      interrupt(output, finished + 1 + random.below(all / 2), SIGKILL);
      finished = chunks_in(output);
    }
    const auto outcome = run_into(output);
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    const auto summary = Json::parse(outcome.out);
    if (finished != 0) {
      EXPECT_EQ(summary.at("chunksTakenUp"), finished);
      EXPECT_EQ(summary.at("chunksMatched").get<std::size_t>() + finished, all);
      EXPECT_NE(outcome.err.find("are not matched again"), std::string::npos) << outcome.err;
    }
    taken_up += finished;
    EXPECT_EQ(result(output), result("whole")) << "round " << round;
    EXPECT_EQ(summary.at("resultHash"), whole.at("resultHash"));
  }
  EXPECT_GT(taken_up, 0u);
}

TEST_F(BatchCommand, StoppedByCtrlCSaysHowToGoOn) {
  const auto outcome = interrupt("stopped", 3, SIGINT);
  EXPECT_EQ(outcome.status, 6) << outcome.err;
  EXPECT_NE(outcome.err.find("the same command goes on from there"), std::string::npos) << outcome.err;
  EXPECT_FALSE(std::filesystem::exists(directory_->path() / "stopped" / "per-vacancy.ndjson"));
  // The day of the work that is taken up counts, also after midnight.
  const auto rest = program_->run({"match", "batch", "--output", directory_->path() / "stopped", "--top", "5"});
  EXPECT_EQ(rest.status, 0) << rest.err;
  EXPECT_EQ(result("stopped"), result("whole"));
}

TEST_F(BatchCommand, PartitionsJoinToTheSameBytes) {
  std::vector<std::string> join{"match", "batch", "--output", directory_->path() / "joined", "--join"};
  for (int part = 1; part <= 3; ++part) {
    const auto outcome = run_into("parts", {"--partition", std::to_string(part) + "/3"});
    ASSERT_EQ(outcome.status, 0) << outcome.err;
    join.push_back(directory_->path() / "parts" / ("partition-" + std::to_string(part) + "-of-3.slice"));
  }
  const auto outcome = program_->run(join);
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_EQ(result("joined"), result("whole"));
  join.pop_back();
  const auto refused = program_->run(join);
  EXPECT_EQ(refused.status, 3);
  EXPECT_NE(refused.err.find("3/3 is missing"), std::string::npos) << refused.err;
}

TEST_F(BatchCommand, WeighsAsIsAskedAndRecordsTheNumbers) {
  const std::vector<std::string> weights{"--weights", "urgent", "--weight", "demand.education=0"};
  std::vector<std::string> batch{"match", "batch", "--output", directory_->path() / "urgent"};
  batch.insert(batch.end(), weights.begin(), weights.end());
  const auto outcome = program_->run(batch);
  ASSERT_EQ(outcome.status, 0) << outcome.err;
  const auto summary = Json::parse(read_file(directory_->path() / "urgent" / "batch.json"));
  EXPECT_EQ(summary.at("weights"), "urgent-1 with 1 change");
  EXPECT_EQ(summary.at("weightNumbers").at("demand").at("education").at("base"), 0);
  const auto lines = read_file(directory_->path() / "urgent" / "per-vacancy.ndjson");
  const auto first = Json::parse(lines.substr(0, lines.find('\n')));
  std::vector<std::string> one{"match", "vacancy", first.at("vacancy").get<std::string>(), "--top", "1", "--json"};
  one.insert(one.end(), weights.begin(), weights.end());
  const auto single = program_->run(one);
  ASSERT_EQ(single.status, 0) << single.err;
  const auto row = Json::parse(single.out).at("rows").at(0);
  EXPECT_EQ(row.at("id"), first.at("candidate"));
  EXPECT_EQ(row.at("combined").at("expectedBp"), first.at("combined"));
}

TEST_F(BatchCommand, RefusesToGoOnWithOtherWeightsAndNamesTheNumber) {
  interrupt("weighed", 2, SIGKILL);
  ASSERT_GE(chunks_in("weighed"), 2u);
  const auto refused = run_into("weighed", {"--weight", "demand.education=0"});
  EXPECT_EQ(refused.status, 5);
  EXPECT_NE(refused.err.find("weights: default-1 then, default-1 with 1 change now"), std::string::npos) << refused.err;
  EXPECT_NE(refused.err.find("weights.demand.education.base: 40 then, 0 now"), std::string::npos) << refused.err;
}

TEST_F(BatchCommand, GivesTheSameFromThePoolAndItsDeltaAsFromANewPool) {
  const TemporaryDirectory other;
  std::filesystem::copy(program_->data(), other.path() / "data", std::filesystem::copy_options::recursive);
  const Program program(other.path());
  ASSERT_TRUE(std::filesystem::exists(program.data() / "pool" / "pool.bin"));
  const auto built = std::filesystem::last_write_time(program.data() / "pool" / "pool.bin");
  const std::string more = other.path() / "more.ndjson";
  ASSERT_EQ(program
                .run({"generate", "--portfolios", "20", "--vacancies", "10", "--employers", "2", "--seed", "8",
                      "--today", "2026-11-22", "--output", more})
                .status,
            0);
  ASSERT_EQ(program.run({"import", more}).status, 0);
  const auto lists_in = [&](const std::string& output) {
    const auto outcome =
        program.run({"match", "batch", "--output", other.path() / output, "--day", "2026-11-22", "--top", "5"});
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return read_file(other.path() / output / "per-vacancy.ndjson");
  };
  const auto from_delta = lists_in("delta");
  EXPECT_EQ(std::filesystem::last_write_time(program.data() / "pool" / "pool.bin"), built) << "built anew";
  ASSERT_EQ(program.run({"pool", "build"}).status, 0);
  EXPECT_EQ(lists_in("anew"), from_delta);
}

TEST_F(BatchCommand, RefusesToMixTwoBatchesAndBadWords) {
  interrupt("mixed", 2, SIGKILL);
  ASSERT_GE(chunks_in("mixed"), 2u);
  const auto refused = run_into("mixed", {"--seed", "9"});
  EXPECT_EQ(refused.status, 5);
  EXPECT_NE(refused.err.find("seed: 0 then, 9 now"), std::string::npos) << refused.err;
  EXPECT_EQ(run_into("mixed", {"--seed", "9", "--restart"}).status, 0);
  for (const char* partition : {"0/3", "4/3", "2", "x/y"}) {
    EXPECT_EQ(run_into("bad", {"--partition", partition}).status, 2) << partition;
  }
  const auto bad_day = program_->run({"match", "batch", "--day", "tomorrow"});
  EXPECT_EQ(bad_day.status, 2);
  EXPECT_NE(bad_day.err.find("2027-02-01"), std::string::npos);
}

}  // namespace
}  // namespace passend::cli_test
