// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "indexer/base/file.hpp"
#include "tests/cli/program.hpp"

/// Weights, requirement costs, relaxations, why-not and questions as somebody at a keyboard meets them.
namespace passend::cli_test {
namespace {

using Json = nlohmann::json;

class Insight : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    directory_ = new TemporaryDirectory;
    program_ = new Program(directory_->path());
    program_->prepare();
    const std::string region = directory_->path() / "region.ndjson";
    const auto made = program_->run({"generate", "--portfolios", "200", "--vacancies", "60", "--employers", "15",
                                     "--seed", "7", "--today", "2026-11-22", "--output", region});
    ASSERT_EQ(made.status, 0) << made.err;
    const auto import = program_->run({"import", region});
    ASSERT_EQ(import.status, 0) << import.err;
    ASSERT_EQ(program_->run({"index", "build"}).status, 0);
  }
  static void TearDownTestSuite() {
    delete program_;
    delete directory_;
  }

  static Json json_of(std::vector<std::string> arguments) {
    arguments.emplace_back("--json");
    const auto outcome = program_->run(arguments);
    EXPECT_EQ(outcome.status, 0) << outcome.err;
    return outcome.status == 0 ? Json::parse(outcome.out) : Json();
  }
  static std::vector<std::string> ids(const std::string& side) {
    std::vector<std::string> found;
    const Json answer = json_of({"search", side, "", "--page-size", "20"});
    for (const auto& hit : answer.at("hits")) found.push_back(hit.at("id"));
    return found;
  }
  static std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
  }

  static TemporaryDirectory* directory_;
  static Program* program_;
};

TemporaryDirectory* Insight::directory_ = nullptr;
Program* Insight::program_ = nullptr;

TEST_F(Insight, WeightsAreListedWithTheNumbersInEffect) {
  const auto text = program_->run({"weights"});
  EXPECT_EQ(text.status, 0) << text.err;
  for (const char* part : {"far-from-the-labour-market (version 1)", "In effect: default-1", "competences"}) {
    EXPECT_NE(text.out.find(part), std::string::npos) << part;
  }
  const Json changed = json_of(
      {"weights", "--weights", "urgent", "--weight", "demand.education=0", "--weight", "multiplier.required=8"});
  EXPECT_EQ(changed.at("profiles").size(), 3U);
  EXPECT_EQ(changed.at("effective").at("name"), "urgent-1 with 2 changes");
  EXPECT_EQ(changed.at("effective").at("demand").at("education").at("base"), 0);
  EXPECT_NE(changed.at("hash"), json_of({"weights", "--weights", "urgent"}).at("hash"));
}

TEST_F(Insight, UnknownWeightsAreAnErrorThatNamesThoseThereAre) {
  const auto profile = program_->run({"weights", "--weights", "quick"});
  EXPECT_EQ(profile.status, 2);
  EXPECT_NE(profile.err.find("there is default, far-from-the-labour-market, urgent"), std::string::npos);
  const auto change = program_->run({"weights", "--weight", "demand.salary=1"});
  EXPECT_EQ(change.status, 2);
  EXPECT_NE(change.err.find("it has occupation"), std::string::npos);
}

TEST_F(Insight, AWeightsFileOfOnesOwnIsUsedAndABrokenOneRefusedByPointer) {
  auto profiles = Json::parse(read_file(PASSEND_SOURCE_DIR "/schemas/weights/profiles.json"));
  profiles["profiles"][0]["version"] = 7;
  const auto own = program_->write("own.json", profiles.dump());
  EXPECT_EQ(json_of({"weights", "--weights-file", own}).at("effective").at("name"), "default-7");
  profiles["profiles"][1]["weights"]["demand"]["hours"]["base"] = -1;
  profiles["profiles"][2].erase("title");
  const auto broken = program_->run({"weights", "--weights-file", program_->write("broken.json", profiles.dump())});
  EXPECT_EQ(broken.status, 2);
  EXPECT_NE(broken.err.find("/profiles/1/weights/demand/hours/base"), std::string::npos) << broken.err;
  EXPECT_NE(broken.err.find("/profiles/2/title"), std::string::npos) << broken.err;
}

TEST_F(Insight, AMatchSaysWhatItWeighedWithAndWhatTheRequirementsCost) {
  const auto vacancy = ids("vacancies").front();
  const Json urgent = json_of({"match", "vacancy", vacancy, "--weights", "urgent", "--weight", "demand.hours=7"});
  EXPECT_EQ(urgent.at("run").at("weights"), "urgent-1 with 1 change");
  bool costs = false;
  for (const auto& id : ids("vacancies")) {
    const auto text = program_->run({"match", "vacancy", id, "--top", "1"});
    EXPECT_EQ(text.status, 0) << text.err;
    costs |= text.out.find("What the requirements cost:") != std::string::npos;
  }
  EXPECT_TRUE(costs);
}

TEST_F(Insight, RelaxSaysWhatEachStepWouldBring) {
  std::size_t steps = 0;
  for (const auto& id : ids("vacancies")) {
    const Json found = json_of({"match", "relax", id, "--language", "en"});
    EXPECT_EQ(found.at("vacancy"), id);
    steps += found.at("steps").size();
    for (std::size_t i = 1; i < found.at("steps").size(); ++i) {
      EXPECT_GE(found["steps"][i - 1]["gain"]["fits"], found["steps"][i]["gain"]["fits"]);
    }
  }
  EXPECT_GT(steps, 0U);
  const auto text = program_->run({"match", "relax", ids("vacancies").front()});
  EXPECT_EQ(text.status, 0) << text.err;
  EXPECT_NE(text.out.find("step"), std::string::npos);
}

TEST_F(Insight, WhyNotNamesWhatIsNotMetAndWhatWouldChangeIt) {
  const auto vacancy = ids("vacancies").front();
  std::size_t named = 0;
  for (const auto& person : ids("candidates")) {
    const Json answer = json_of({"match", "why-not", person, vacancy});
    EXPECT_EQ(answer.at("now").at("lane") == "falls_short", !answer.at("requirements").empty());
    for (const auto& requirement : answer.at("requirements")) {
      EXPECT_EQ(requirement.contains("ifWaived"), requirement.at("side") == "demand");
      ++named;
    }
  }
  EXPECT_GT(named, 0U);
  EXPECT_EQ(program_->run({"match", "why-not", std::string(32, '0'), vacancy}).status, 4);
  EXPECT_EQ(program_->run({"match", "why-not", "fatima", vacancy}).status, 2);
}

TEST_F(Insight, QuestionsComeAsCsvAndAsNdjsonForACaseloadOrForAll) {
  const auto all = program_->run({"match", "questions", "--all", "--top", "5", "--language", "nl-simple"});
  ASSERT_EQ(all.status, 0) << all.err;
  const auto csv = lines_of(all.out);
  ASSERT_EQ(csv.size(), 6U);
  EXPECT_EQ(csv[0], "candidate,criterion,vacancies,examples,question");
  const auto person = csv[1].substr(0, 32);
  const auto caseload = program_->write("caseload.txt", "# mine\n" + person + "\r\n\n" + std::string(32, '0') + "\n");
  const auto own = program_->run({"match", "questions", "--caseload", caseload, "--format", "ndjson"});
  ASSERT_EQ(own.status, 0) << own.err;
  ASSERT_FALSE(lines_of(own.out).empty());
  for (const auto& line : lines_of(own.out)) EXPECT_EQ(Json::parse(line).at("candidate"), person);
  EXPECT_NE(own.err.find("1 people of the caseload are not there"), std::string::npos) << own.err;
}

TEST_F(Insight, ACaseloadThatIsNoneIsRefusedByLine) {
  const auto file = program_->write("names.txt", "Fatima\n" + std::string(32, 'a') + "\nKees\n");
  const auto refused = program_->run({"match", "questions", "--caseload", file});
  EXPECT_EQ(refused.status, 3);
  EXPECT_NE(refused.err.find("line 1"), std::string::npos);
  EXPECT_NE(refused.err.find("line 3"), std::string::npos);
  EXPECT_EQ(program_->run({"match", "questions"}).status, 2);
  EXPECT_EQ(program_->run({"match", "questions", "--caseload", "/no/such/file"}).status, 4);
}

}  // namespace
}  // namespace passend::cli_test
