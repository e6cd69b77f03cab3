// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <sched.h>
#include <signal.h>
#include <sys/mount.h>
#include <sys/wait.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/cli/program.hpp"

/// What a person meets who loads a bad file, whose disk is full or whose machine stops in the middle: a clear error, a
/// sound store, and a next run that goes on.
namespace passend::cli_test {
namespace {

using Json = nlohmann::json;

class BadInput : public testing::Test {
 protected:
  BadInput() { program_.prepare(); }

  Json import(const std::string& file, const std::string& format) {
    const auto outcome = program_.run({"import", file, "--format", format, "--json"});
    status_ = outcome.status;
    error_ = outcome.err;
    const Json reports = Json::parse(outcome.out, nullptr, false);
    return reports.is_array() ? reports.at(0) : reports;
  }

  void expect_sound_store(int vacancies) {
    const auto check = program_.run({"store", "check", "--json"});
    ASSERT_EQ(check.status, 0) << check.err;
    EXPECT_EQ(Json::parse(check.out).at("vacancies"), vacancies);
  }

  TemporaryDirectory directory_;
  Program program_{directory_.path()};
  int status_ = -1;
  std::string error_;
};

TEST_F(BadInput, EachRefusedRowIsNamedWithLineReasonAndRemedyAndTheRestIsLoaded) {
  const std::string file = program_.write("vacatures.csv",
                                          "sourceId;title;postcode;hours\n"
                                          "1;Kok;1211AB;24\n"
                                          "2;Kok;0211AB;24\n"
                                          "3;Kok;1211AB;-4\n"
                                          "1;Bakker;1211AB;24\n"
                                          "4;K\xff\xfek;1211AB;24\n"
                                          "5;Bakker;1403AB;32\n");
  const Json report = import(file, "csv-vacancies");
  EXPECT_EQ(status_, 3) << error_;
  EXPECT_EQ(report.at("inserted"), 2);
  EXPECT_EQ(report.at("rejected"), 4);
  std::vector<int> lines;
  for (const auto& issue : report.at("issues")) {
    if (issue.at("severity") != "rejected") continue;
    lines.push_back(issue.at("line"));
    EXPECT_FALSE(issue.at("reason").get<std::string>().empty());
    EXPECT_TRUE(issue.contains("remedy")) << issue;
  }
  EXPECT_EQ(lines, (std::vector<int>{3, 4, 5, 6}));
  expect_sound_store(2);
}

TEST_F(BadInput, WrongColumnNamesAreRefusedWithTheNamesThatAreMeant) {
  const Json error = import(program_.write("v.csv", "sourceId;titel;plaats\n1;Kok;Hilversum\n"), "csv-vacancies");
  EXPECT_EQ(status_, 3);
  EXPECT_NE(error_.find("title"), std::string::npos) << error_;
  EXPECT_TRUE(error.contains("detail"));
}

TEST_F(BadInput, TruncatedJsonLoadsWhatStoodBeforeTheBreak) {
  const std::string one = R"({"idVacature":"a1","naamVacature":"Kok","adres":{"postcode":"1211AB"}})";
  const Json report = import(program_.write("v.json", "[" + one + R"(,{"idVacature":"a2","naamVac)"), "vum-vacancies");
  EXPECT_EQ(status_, 3);
  EXPECT_EQ(report.at("inserted"), 1);
  EXPECT_EQ(report.at("complete"), false);
  expect_sound_store(1);
}

TEST_F(BadInput, ASingleLineOf200MegabytesIsOneRefusedRecordAndLittleMemory) {
  const auto file = directory_.path() / "long.json";
  {
    std::ofstream out(file, std::ios::binary);
    out << R"([{"idVacature":"a1","naamVacature":")";
    const std::string chunk(1 << 20, 'a');
    for (int i = 0; i < 200; ++i) out << chunk;
    out << R"("},{"idVacature":"a2","naamVacature":"Kok","adres":{"postcode":"1211AB"}}])";
  }
  const Json report = import(file, "vum-vacancies");
  EXPECT_EQ(status_, 3);
  EXPECT_EQ(report.at("rejected"), 1);
  EXPECT_EQ(report.at("inserted"), 1);
}

TEST_F(BadInput, AnEmptyFileAndADirectoryAreNamed) {
  import(program_.write("empty.csv", ""), "csv-vacancies");
  EXPECT_EQ(status_, 3) << error_;
  const auto directory = program_.run({"import", directory_.path()});
  EXPECT_EQ(directory.status, 5);
  EXPECT_NE(directory.err.find("directory"), std::string::npos);
  const auto absent = program_.run({"import", "no-such-file.csv"});
  EXPECT_EQ(absent.status, 4);
}

bool is_running(pid_t process) {
  siginfo_t info{};
  ::waitid(P_PID, static_cast<id_t>(process), &info, WEXITED | WNOHANG | WNOWAIT);
  return info.si_pid == 0;
}

std::uintmax_t bytes_in(const std::filesystem::path& directory) {
  std::uintmax_t bytes = 0;
  std::error_code absent;
  for (const auto& entry : std::filesystem::directory_iterator(directory, absent)) bytes += entry.file_size(absent);
  return bytes;
}

TEST_F(BadInput, AnImportThatWasKilledIsCompletedByRunningItAgain) {
  const std::string region = directory_.path() / "region.ndjson";
  ASSERT_EQ(
      program_.run({"generate", "--portfolios", "3000", "--vacancies", "500", "--employers", "50", "--output", region})
          .status,
      0);
  for (const std::uintmax_t megabytes : {1, 3, 5}) {
    const pid_t process = program_.start({"import", region});
    // Killed when so much of it is in the store: after some of the batches and before the last.
    while (is_running(process) && bytes_in(program_.data() / "store") < megabytes << 20) std::this_thread::yield();
    ::kill(process, SIGKILL);
    EXPECT_EQ(program_.wait(process).status, 128 + SIGKILL) << "the import ended before it could be killed";
    const auto check = program_.run({"store", "check"});
    EXPECT_EQ(check.status, 0) << check.err;
  }
  const auto import = program_.run({"import", region, "--json"});
  ASSERT_EQ(import.status, 0) << import.err;
  const Json report = Json::parse(import.out).at(0);
  EXPECT_EQ(report.at("inserted").get<int>() + report.at("unchanged").get<int>(), 3550);
  EXPECT_GT(report.at("unchanged"), 0) << "what was acknowledged before the kill is there";
  expect_sound_store(500);
}

/// A file system of its own for the data directory, in a mount namespace that ends with the test.
bool mount_small_disk(const std::filesystem::path& directory) {
  std::filesystem::create_directories(directory);
  if (::unshare(CLONE_NEWNS) != 0) return false;
  if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
  return ::mount("tmpfs", directory.c_str(), "tmpfs", 0, "size=4m") == 0;
}

TEST_F(BadInput, AFullDiskIsSaidAndTheNextRunContinuesWhenThereIsRoom) {
  const std::string region = directory_.path() / "region.ndjson";
  ASSERT_EQ(
      program_.run({"generate", "--portfolios", "1500", "--vacancies", "100", "--employers", "10", "--output", region})
          .status,
      0);
  const TemporaryDirectory small;
  if (!mount_small_disk(small.path() / "data")) GTEST_SKIP() << "needs root to mount a small disk";
  const Program program(small.path());
  program.prepare();
  const auto full = program.run({"import", region});
  EXPECT_EQ(full.status, 5) << full.err;
  EXPECT_NE(full.err.find("continues"), std::string::npos) << full.err;
  EXPECT_EQ(program.run({"store", "check"}).status, 0);
  ASSERT_EQ(::mount("tmpfs", (small.path() / "data").c_str(), "tmpfs", MS_REMOUNT, "size=200m"), 0);
  const auto again = program.run({"import", region});
  EXPECT_EQ(again.status, 0) << again.err;
  ::umount2((small.path() / "data").c_str(), MNT_DETACH);
}

}  // namespace
}  // namespace passend::cli_test
