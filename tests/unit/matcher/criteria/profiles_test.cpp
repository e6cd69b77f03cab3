// SPDX-License-Identifier: EUPL-1.2
#include "matcher/criteria/profiles.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "indexer/base/file.hpp"
#include "matcher/criteria/rules.hpp"
#include "tests/unit/indexer/model/schema_walk.hpp"

namespace passend::criteria {
namespace {

using enum Criterion;
constexpr auto wish = Importance::desired;
constexpr auto weighty = Importance::important;
constexpr auto limit = Importance::required;

struct Row {
  Criterion criterion = occupation;
  int demand = 0;
  Importance demand_importance = wish;
  int supply = 0;
  Importance supply_importance = wish;
};

/// The table of docs/matching.md.
constexpr std::array<Row, criterion_count> default_rows{{{occupation, 100, weighty, 100, weighty},
                                                         {competences, 120, weighty, 0, wish},
                                                         {work_level, 40, weighty, 0, wish},
                                                         {education, 40, weighty, 0, wish},
                                                         {languages, 50, weighty, 0, wish},
                                                         {driving_licences, 40, weighty, 0, wish},
                                                         {credentials, 60, weighty, 0, wish},
                                                         {experience, 50, weighty, 0, wish},
                                                         {distance, 40, weighty, 80, limit},
                                                         {hours, 50, weighty, 60, weighty},
                                                         {working_times, 40, weighty, 50, weighty},
                                                         {period, 30, weighty, 30, weighty},
                                                         {contract, 20, wish, 30, wish},
                                                         {agreement, 40, weighty, 50, weighty},
                                                         {sector, 0, wish, 30, wish},
                                                         {interests, 0, wish, 30, wish},
                                                         {salary, 0, wish, 40, wish},
                                                         {working_conditions, 0, wish, 80, limit}}};

/// One profile in a file, after a change of its text.
std::string file_after(const std::string& before, const std::string& after) {
  auto text = read_file(PASSEND_SOURCE_DIR "/schemas/weights/profiles.json");
  const auto at = text.find(before);
  EXPECT_NE(at, std::string::npos) << before;
  return text.replace(at, before.size(), after);
}

std::vector<std::string> fields_refused(const std::string& file) {
  std::vector<std::string> fields;
  try {
    Profiles::parse(file, "own.json");
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::configuration);
    EXPECT_TRUE(std::string(error.what()).starts_with("own.json breaks ")) << error.what();
    for (const auto& violation : error.violations()) fields.push_back(violation.field);
  }
  return fields;
}

TEST(Profiles, HaveADefaultWithTheNumbersOfTheDocumentation) {
  Weights expected{"default-1", {}, {}, {0, 1, 2, 4}};
  for (const auto& row : default_rows) {
    const auto index = static_cast<std::size_t>(row.criterion);
    expected.demand.base[index] = row.demand;
    expected.demand.importance[index] = row.demand_importance;
    expected.supply.base[index] = row.supply;
    expected.supply.importance[index] = row.supply_importance;
  }
  EXPECT_EQ(default_weights(), expected);
  EXPECT_EQ(Profiles::built_in().get("default").weights, expected);
}

TEST(Profiles, AreAllValidAndSayForWhomTheyAre) {
  const auto profiles = Profiles::built_in();
  EXPECT_EQ(profiles.names(), "default, far-from-the-labour-market, urgent");
  for (const auto& profile : profiles.all()) {
    EXPECT_NO_THROW(verify(profile.weights)) << profile.name;
    EXPECT_EQ(profile.weights.name, profile.name + "-" + std::to_string(profile.version));
    for (const auto* text : {&profile.title, &profile.purpose}) {
      EXPECT_FALSE(text->dutch.empty());
      EXPECT_FALSE(text->english.empty());
    }
  }
}

TEST(Profiles, ForPeopleFarFromTheLabourMarketPutConditionsBeforeDiplomas) {
  const auto profiles = Profiles::built_in();
  const auto base = [&](const char* name, Side side, Criterion criterion) {
    return profiles.get(name).weights.of(side).base[static_cast<std::size_t>(criterion)];
  };
  const char* far = "far-from-the-labour-market";
  EXPECT_LT(base(far, Side::demand, education), base("default", Side::demand, education));
  EXPECT_LT(base(far, Side::demand, experience), base("default", Side::demand, experience));
  for (const auto criterion : {working_conditions, agreement, interests, occupation}) {
    EXPECT_GT(base(far, Side::supply, criterion), base("default", Side::supply, criterion)) << to_text(criterion);
  }
  for (const auto criterion : {period, hours, working_times}) {
    EXPECT_GT(base("urgent", Side::demand, criterion), base("default", Side::demand, criterion));
    EXPECT_GT(base("urgent", Side::supply, criterion), base("default", Side::supply, criterion));
  }
}

TEST(Profiles, AnUnknownNameIsRefusedWithTheNamesThereAre) {
  try {
    Profiles::built_in().get("quick");
    FAIL() << "was accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::usage);
    EXPECT_STREQ(error.what(),
                 "there is no weights profile 'quick'; there is default, far-from-the-labour-market, urgent");
  }
}

TEST(Profiles, ABrokenFileIsRefusedWithEveryViolationByPointer) {
  EXPECT_EQ(fields_refused(file_after(R"("name": "urgent")", R"("name": "default")")),
            std::vector<std::string>{"/profiles/2/name"});
  EXPECT_EQ(fields_refused(file_after(R"("name": "default")", R"("name": "Standard weights")")),
            (std::vector<std::string>{"/profiles/0/name", "/profiles"}));
  EXPECT_EQ(fields_refused(file_after(R"("occupation": { "base": 100, "importance": "important" })",
                                      R"("occupation": { "base": -1, "weight": 3 })")),
            (std::vector<std::string>{"/profiles/0/weights/demand/occupation/base",
                                      "/profiles/0/weights/demand/occupation/importance",
                                      "/profiles/0/weights/demand/occupation/weight"}));
  EXPECT_EQ(fields_refused("{}"), (std::vector<std::string>{"/version", "/profiles"}));
  EXPECT_EQ(fields_refused("[]").front(), "");
}

TEST(Profiles, AFileThatIsNoJsonIsRefusedByItsName) {
  try {
    Profiles::parse("{", "own.json");
    FAIL() << "was accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::malformed_document);
    EXPECT_TRUE(std::string(error.what()).starts_with("own.json: ")) << error.what();
  }
}

TEST(Profiles, AgreeWithTheirSchemaFieldByFieldAndLimitByLimit) {
  auto example = nlohmann::json::parse(built_in_profiles_json());
  example["profiles"].erase(example["profiles"].begin() + 1, example["profiles"].end());
  const Contract contract{"weights-profiles.schema.json", example.dump(), [](std::string_view text) {
                            try {
                              Profiles::parse(text, "a test");
                            } catch (const Error& error) {
                              throw Error(ErrorCode::invalid_input, error.what(), error.violations());
                            }
                          }};
  SchemaWalk(contract).run();
}

}  // namespace
}  // namespace passend::criteria
