// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <thread>

#include "indexer/base/file.hpp"
#include "indexer/store/sqlite_store.hpp"
#include "tests/cli/program.hpp"

/// A new release of the taxonomy over the one in use: what changed is told, references follow, nothing is lost.
namespace passend::cli_test {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using testing::HasSubstr;

class NewRelease : public testing::Test {
 protected:
  static constexpr int people = 150;

  void SetUp() override {
    write_release("old",
                  "glazenwasser,glazenwasser,9123,\n"
                  "gevelreiniger,gevelreiniger,9123,\n"
                  "torenwachter,torenwachter,5414,\n"
                  "kok,kok,5120,\n",
                  "ramen,ramen wassen\nuitkijken,uitkijken naar brand\n");
    write_release("new",
                  "glazenwasser,glazenwasser,9123,gevelreiniger\n"
                  "kok-nieuw,kok,5120,\n"
                  "bakker,bakker,7512,\n",
                  "ramen,ramen wassen\n");
    succeed({"taxonomy", "import", "--starter", release("old")});
    std::string rows = "sourceId,wantedOccupations,experience,competences\n";
    for (int i = 0; i < people; ++i) {
      rows += std::to_string(i) +
              ",urn:passend:gevelreiniger|urn:passend:torenwachter,urn:passend:kok=2018-01-01..,"
              "urn:passend:uitkijken|urn:passend:ramen\n";
    }
    succeed({"import", program_.write("people.csv", rows), "--format", "csv-portfolios", "--source", "test"});
    succeed({"import",
             program_.write("work.csv", "sourceId,title,occupation\n1,Gevels wassen,urn:passend:gevelreiniger\n"),
             "--format", "csv-vacancies", "--source", "test"});
  }

  void write_release(const std::string& name, const std::string& occupations, const std::string& competences) const {
    fs::create_directories(release(name));
    const auto write = [&](const char* file, const std::string& content) {
      std::ofstream(fs::path(release(name)) / file) << content;
    };
    write("groups.csv", "id,kind,label_nl\n");
    write("occupations.csv", "id,label_nl,isco,replaces\n" + occupations);
    write("competences.csv", "id,label_nl\n" + competences);
    write("credentials.csv", "id,label_nl\n");
    write("relations.csv", "occupation,target,relation\n");
  }
  std::string release(const std::string& name) const { return directory_.path() / name; }

  std::string succeed(const std::vector<std::string>& arguments) const {
    const auto outcome = program_.run(arguments);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return outcome.out;
  }
  Json import_new(std::vector<std::string> options = {}) const {
    options.insert(options.begin(), {"taxonomy", "import", "--starter", release("new"), "--json"});
    return Json::parse(succeed(options));
  }
  std::string hash_in_use() const {
    return Json::parse(succeed({"taxonomy", "import", "--starter", release("old"), "--json", "--dry-run"})).at("hash");
  }

  std::vector<SearchProfile> profiles() const {
    const auto store = store::open_sqlite_store({.directory = program_.data() / "store",
                                                 .key_file = program_.data() / "keys" / "detail.key",
                                                 .access = store::Access::read_only});
    const auto scope = store::Scope::pseudonymous();
    std::vector<SearchProfile> result;
    for (const auto& change : store->changes(0, 10'000)) {
      if (change.kind != store::RecordKind::portfolio) continue;
      result.push_back(store->search_profile({change.id}, scope)->record);
    }
    return result;
  }

  void expect_nothing_lost() const {
    const auto all = profiles();
    ASSERT_EQ(all.size(), static_cast<std::size_t>(people));
    for (const SearchProfile& profile : all) {
      EXPECT_EQ(profile.wanted_occupations->at(0).uri, "urn:passend:glazenwasser");
      // Without a successor: the URI stays, and the name with it.
      EXPECT_EQ(profile.wanted_occupations->at(1).uri, "urn:passend:torenwachter");
      EXPECT_EQ(profile.wanted_occupations->at(1).label, "torenwachter");
      EXPECT_EQ(profile.competences->at(0).competence.label, "uitkijken naar brand");
      EXPECT_EQ(profile.competences->at(1).competence.uri, "urn:passend:ramen");
    }
    EXPECT_TRUE(Json::parse(succeed({"store", "check", "--json"})).at("problems").empty());
  }

  TemporaryDirectory directory_;
  Program program_{directory_.path()};
};

TEST_F(NewRelease, SaysWhatItWouldDoAndDoesNothingInADryRun) {
  const std::string before = read_file(program_.data() / "taxonomy.bin");
  const std::string report = directory_.path() / "changes.csv";
  const Json json = import_new({"--dry-run", "--report", report});
  EXPECT_EQ(json.at("inUse"), false);
  const Json& changes = json.at("changes");
  EXPECT_EQ(changes.at("added"), 2);
  EXPECT_EQ(changes.at("retired"), 3);
  EXPECT_EQ(changes.at("merged"), 1);
  const Json& references = json.at("references");
  EXPECT_EQ(references.at("recordsRead"), people + 1);
  EXPECT_EQ(references.at("recordsRewritten"), people + 1);
  EXPECT_EQ(references.at("rewritten"), people + 1);
  EXPECT_EQ(references.at("keptAsText"), 3 * people);
  EXPECT_EQ(references.at("keptLabels").at("torenwachter"), people);
  EXPECT_THAT(read_file(report), HasSubstr("merged,occupation,urn:passend:gevelreiniger,gevelreiniger,declared,"
                                           "urn:passend:glazenwasser,glazenwasser"));
  EXPECT_EQ(read_file(program_.data() / "taxonomy.bin"), before);
  EXPECT_EQ(profiles().front().wanted_occupations->at(0).uri, "urn:passend:gevelreiniger");
}

TEST_F(NewRelease, LetsReferencesFollowAndKeepsTheOldTaxonomy) {
  const std::string old = read_file(program_.data() / "taxonomy.bin");
  const std::string old_hash = hash_in_use();
  const std::string text = succeed({"taxonomy", "import", "--starter", release("new"), "--yes"});
  EXPECT_THAT(text, HasSubstr("2 added, 3 retired, 1 merged"));
  EXPECT_THAT(text, HasSubstr("merged: gevelreiniger -> glazenwasser"));
  EXPECT_THAT(text, HasSubstr("as text: torenwachter, " + std::to_string(people)));
  expect_nothing_lost();
  EXPECT_EQ(profiles().front().experience->at(0).occupation.uri, "urn:passend:kok");
  EXPECT_EQ(read_file(program_.data() / "taxonomy" / (old_hash + ".bin")), old);
  // The same release again is no news.
  EXPECT_FALSE(import_new().contains("changes"));
}

TEST_F(NewRelease, FollowsAProposalOnlyWhenThatIsAccepted) {
  const Json json = import_new({"--accept-proposed"});
  EXPECT_EQ(json.at("references").at("rewritten"), 2 * people + 1);
  EXPECT_EQ(profiles().front().experience->at(0).occupation.uri, "urn:passend:kok-nieuw");
  expect_nothing_lost();
}

/// Kills the import once the log of the store has grown by so much since references began to be migrated; false when it
/// ended before that.
bool kill_after(const Program& program, pid_t process, std::uintmax_t bytes) {
  const fs::path log = program.data() / "store" / "store.sqlite-wal";
  const auto size = [&] {
    std::error_code absent;
    const auto found = fs::file_size(log, absent);
    return absent ? 0 : found;
  };
  for (;;) {
    siginfo_t state{};
    ::waitid(P_PID, static_cast<id_t>(process), &state, WEXITED | WNOHANG | WNOWAIT);
    if (state.si_pid == process) return false;
    if (size() >= bytes && bytes > 0) break;
    std::this_thread::yield();
  }
  ::kill(process, SIGKILL);
  return true;
}

TEST_F(NewRelease, KilledHalfwayIsFinishedByTheSameCommand) {
  const std::string old = read_file(program_.data() / "taxonomy.bin");
  int killed = 0;
  for (const std::uintmax_t bytes : {20'000U, 60'000U, 150'000U}) {
    const pid_t process = program_.start({"taxonomy", "import", "--starter", release("new")});
    const bool was_killed = kill_after(program_, process, bytes);
    program_.wait(process);
    if (!was_killed) break;
    ++killed;
    EXPECT_EQ(read_file(program_.data() / "taxonomy.bin"), old) << "the new taxonomy comes into use last";
  }
  EXPECT_GT(killed, 0);
  import_new();
  expect_nothing_lost();
  EXPECT_NE(read_file(program_.data() / "taxonomy.bin"), old);
}

}  // namespace
}  // namespace passend::cli_test
