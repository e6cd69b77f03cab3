// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "indexer/base/random.hpp"
#include "indexer/intake/importer.hpp"
#include "tests/compat/shared_data.hpp"
#include "tests/vum/exchange.hpp"
#include "tests/vum/plain_reading.hpp"

/// Forty questions over whole files of VUM profiles, held against a plain reading of the raw files.
namespace passend::test {
namespace {

constexpr int question_count = 40;

/// Raw profiles imported into an exchange, with the ids under which they are shown.
struct Holdings {
  Json profiles;
  std::unique_ptr<Exchange> exchange;
  std::map<std::string, std::size_t> profile_of_id;
};

using Release = intake::ImportOptions::Release;

Holdings load(const std::string& raw, const std::filesystem::path& postcodes, Release release = Release::every_record) {
  Holdings holdings{Json::parse(raw), std::make_unique<Exchange>(postcodes), {}};
  intake::ImportOptions options;
  options.format = intake::Format::vum_portfolios;
  options.reading.today = *Date::of(2026, 11, 1);
  options.release = release;
  std::istringstream file(raw);
  EXPECT_EQ(intake::Importer(*holdings.exchange->store, options).run(file, {}).rejected, 0U);
  std::map<std::string, std::size_t> by_source;
  for (std::size_t i = 0; i < holdings.profiles.size(); ++i) by_source[holdings.profiles[i]["idWerkzoekende"]] = i;
  for (const auto& change : holdings.exchange->store->changes(0, 1'000'000)) {
    const auto stored = holdings.exchange->store->search_profile(CandidateId{change.id}, store::Scope::pseudonymous());
    if (stored) holdings.profile_of_id[to_text(change.id)] = by_source.at(stored->record.source.id);
  }
  return holdings;
}

template <class T>
T one_of(Random& random, std::initializer_list<T> values) {
  return values.begin()[random.below(values.size())];
}

/// Profiles in the form of VUM over the demo region, with every attribute that can be asked.
std::string synthetic_profiles(int count) {
  std::ifstream file(PASSEND_SOURCE_DIR "/fixtures/region/gooi-en-vechtstreek.csv");
  std::vector<std::string> areas;
  for (std::string line; std::getline(file, line);) areas.push_back(line.substr(0, 4));
  areas.erase(areas.begin());
  Random random(7);
  Json profiles = Json::array();
  for (int i = 0; i < count; ++i) {
    Json profile{{"idWerkzoekende", "p-" + std::to_string(i)},
                 {"mobiliteit", {{"bemiddelingspostcode", areas[random.below(areas.size())] + "AB"}}}};
    Json qualification = Json::object();
    for (int n = random.between(0, 3); n > 0; --n) {
      profile["bemiddelingsberoep"].push_back(
          {{"codeBeroepsnaam", "https://example.org/occupation/" + std::to_string(random.below(6))}});
      profile["contractvorm"].push_back({{"codeTypeArbeidscontract", one_of(random, {"B", "O"})}});
      qualification["rijbewijs"].push_back({{"codeSoortRijbewijs", one_of(random, {"B", "C", "BE", "AM"})}});
      qualification["taalbeheersing"].push_back(
          {{"codeTaal", one_of(random, {"nld", "eng", "pol"})},
           {"codeNiveauTaalbeheersingMondeling", one_of(random, {0, 1, 2, 3, 4, 8})},
           {"codeNiveauTaalbeheersingSchriftelijk", random.between(1, 4)}});
    }
    if (random.chance(70)) {
      profile["werktijden"] = {{"aantalWerkurenPerWeekMinimaal", random.between(1, 20)},
                               {"aantalWerkurenPerWeekMaximaal", random.between(20, 40)},
                               {"indicatieKantoortijden", random.between(0, 2)}};
    }
    if (random.chance(70)) {
      profile["flexibiliteit"] = {
          {"datumAanvangBeschikbaarVoorWerk", "2026-1" + std::to_string(random.below(3)) + "-05"},
          {"datumEindeBeschikbaarVoorWerk", "2026-1" + std::to_string(random.below(3)) + "-20"},
          {"indicatieOnregelmatigWerkOfPloegendienst", random.between(0, 2)}};
    }
    if (!qualification.empty()) profile["arbeidsmarktkwalificatie"] = qualification;
    profiles.push_back(profile);
  }
  return profiles.dump();
}

/// What each attribute of a profile would be asked with, so that the profile itself answers the question.
std::vector<std::pair<std::string, Json>> askable(const Json& profile, Random& random) {
  std::vector<std::pair<std::string, Json>> asked;
  const auto add = [&](const std::string& key, Json value) { asked.emplace_back(key, std::move(value)); };
  const auto first = [](const Json& part, const char* list, const char* item) {
    return part.contains(list) && !part[list].empty() ? part[list][0].value(item, Json()) : Json();
  };
  if (const Json code = first(profile, "bemiddelingsberoep", "codeBeroepsnaam"); !code.is_null()) {
    add("bemiddelingsberoep",
        {{"$elemMatch",
          {{"$or",
            {{{"beroep.codeBeroepsnaam", {{"$eq", code}}}}, {{"beroep.codeBeroepsnaam", {{"$eq", "urn:none"}}}}}}}}});
  }
  if (const Json type = first(profile, "contractvorm", "codeTypeArbeidscontract"); !type.is_null()) {
    add("contractvorm", {{"$elemMatch", {{"$or", Json::array({{{"codeTypeArbeidscontract", {{"$eq", type}}}}})}}}});
  }
  const Json none = Json::object();
  const Json& qualification = profile.contains("arbeidsmarktkwalificatie") ? profile["arbeidsmarktkwalificatie"] : none;
  if (const Json code = first(qualification, "rijbewijs", "codeSoortRijbewijs"); !code.is_null()) {
    add("arbeidsmarktkwalificatie.rijbewijs",
        {{"$all", Json::array({{{"$elemMatch", {{"codeSoortRijbewijs", {{"$eq", code}}}}}}})}});
  }
  if (const Json code = first(qualification, "taalbeheersing", "codeTaal"); !code.is_null()) {
    Json wanted{{"codeTaal", {{"$eq", code}}}};
    if (random.chance(50)) wanted["codeNiveauTaalbeheersingMondeling"] = {{"$gte", random.between(2, 4)}};
    if (random.chance(30)) wanted["codeNiveauTaalbeheersingSchriftelijk"] = {{"$gte", random.between(2, 4)}};
    add("arbeidsmarktkwalificatie.taalbeheersing", {{"$all", Json::array({{{"$elemMatch", wanted}}})}});
  }
  const Json& times = profile.contains("werktijden") ? profile["werktijden"] : none;
  if (times.value("aantalWerkurenPerWeekMinimaal", 0) > 0) {
    add("werktijden.aantalWerkurenPerWeekMinimaal", {{"$lte", times["aantalWerkurenPerWeekMinimaal"]}});
  }
  if (times.value("aantalWerkurenPerWeekMaximaal", 0) > 0) {
    add("werktijden.aantalWerkurenPerWeekMaximaal", {{"$gte", times["aantalWerkurenPerWeekMaximaal"]}});
  }
  if (times.value("indicatieKantoortijden", 0) > 0) {
    add("werktijden.indicatieKantoortijden", {{"$eq", times["indicatieKantoortijden"]}});
  }
  const Json& flexibility = profile.contains("flexibiliteit") ? profile["flexibiliteit"] : none;
  if (flexibility.value("indicatieOnregelmatigWerkOfPloegendienst", 0) > 0) {
    add("flexibiliteit.indicatieOnregelmatigWerkOfPloegendienst",
        {{"$eq", flexibility["indicatieOnregelmatigWerkOfPloegendienst"]}});
  }
  if (flexibility.contains("datumAanvangBeschikbaarVoorWerk")) {
    add("datumAanvangBeschikbaarVoorWerk", {{"$lte", flexibility["datumAanvangBeschikbaarVoorWerk"]}});
  }
  return asked;
}

/// One attribute at a time, then up to three together, around the homes of different people.
std::vector<Json> questions_about(const Json& profiles, int nearby_km) {
  std::vector<Json> questions;
  Random random(11);
  for (int number = 0; number < question_count; ++number) {
    const Json& profile = profiles[random.below(profiles.size())];
    Json question{{"selectiegebied",
                   {{"postcode", profile["mobiliteit"]["bemiddelingspostcode"]},
                    {"afstand", number % 2 == 0 ? nearby_km : random.between(nearby_km, 4 * nearby_km)}}}};
    const auto asked = askable(profile, random);
    const int count = asked.empty() ? 0 : number % 4;
    for (int i = 0; i < count; ++i) {
      const auto& [key, value] = asked[random.below(asked.size())];
      question[key] = value;
    }
    questions.push_back(std::move(question));
  }
  return questions;
}

void expect_the_same_answers(const Holdings& holdings, const PlainReading& reading, int nearby_km) {
  std::size_t shown = 0;
  std::size_t refused = 0;
  int number = 0;
  for (const Json& question : questions_about(holdings.profiles, nearby_km)) {
    SCOPED_TRACE("question " + std::to_string(++number) + ": " + question.dump());
    const auto response = holdings.exchange->ask(candidates_path, question);
    ASSERT_EQ(response.status, 200) << response.body;
    const Json answer = Json::parse(response.body);
    std::set<std::size_t> answered;
    for (const Json& match : answer["matches"]) {
      answered.insert(holdings.profile_of_id.at(match["idWerkzoekende"].get<std::string>()));
    }
    EXPECT_EQ(answered.size(), answer["matches"].size()) << "a profile stands in the answer twice";
    std::size_t certain = 0;
    std::size_t possible = 0;
    for (std::size_t i = 0; i < holdings.profiles.size(); ++i) {
      const Opinion opinion = reading.answers(question, holdings.profiles[i]);
      certain += opinion == Opinion::yes ? 1 : 0;
      possible += opinion == Opinion::no ? 0 : 1;
      EXPECT_FALSE(opinion == Opinion::no && answered.contains(i)) << holdings.profiles[i];
    }
    const bool is_cut = answer["maximumAantalResultatenBereikt"];
    if (is_cut) {
      EXPECT_EQ(answered.size(), 100U);
      EXPECT_GT(possible, 100U);
    } else {
      EXPECT_GE(answered.size(), certain);
      EXPECT_LE(answered.size(), possible);
    }
    shown += answered.size();
    refused += holdings.profiles.size() - possible;
  }
  EXPECT_GT(shown, 100U) << "the questions are too narrow to say anything";
  EXPECT_GT(refused, 1000U) << "the questions are too wide to say anything";
}

TEST(Questions, AreAnsweredAsAPlainReadingOfOwnProfilesSays) {
  const auto postcodes = std::filesystem::path(PASSEND_SOURCE_DIR) / "fixtures/region/gooi-en-vechtstreek.csv";
  const Holdings holdings = load(synthetic_profiles(300), postcodes);
  expect_the_same_answers(holdings, PlainReading(postcodes), 6);
}

TEST(Questions, AboutAFileThatReleasesNobodyHaveNoAnswer) {
  const auto postcodes = std::filesystem::path(PASSEND_SOURCE_DIR) / "fixtures/region/gooi-en-vechtstreek.csv";
  const Holdings holdings = load(synthetic_profiles(50), postcodes, Release::as_in_the_file);
  for (const Json& question : questions_about(holdings.profiles, 6)) {
    EXPECT_TRUE(Json::parse(holdings.exchange->ask(candidates_path, question).body).at("matches").empty());
  }
}

TEST(Questions, AreAnsweredAsAPlainReadingOfTheThousandProfilesSays) {
  const auto profiles = shared_data() / "vum" / "werkzoekenden_1000.json";
  const auto postcodes = shared_data() / "geo" / "pc4_centroids.csv";
  PASSEND_SKIP_WITHOUT(profiles);
  PASSEND_SKIP_WITHOUT(postcodes);
  std::ifstream file(profiles, std::ios::binary);
  const std::string raw{std::istreambuf_iterator<char>(file), {}};
  const Holdings holdings = load(raw, postcodes);
  expect_the_same_answers(holdings, PlainReading(postcodes), 60);
}

TEST(Questions, AndDetailsKeepToTheContractOfVum) {
  const auto profiles = shared_data() / "vum" / "werkzoekenden_1000.json";
  const auto contract_file = shared_data() / "vum" / "contracts" / "VUM-Bron-WerkzoekendeProfielen.json";
  PASSEND_SKIP_WITHOUT(profiles);
  PASSEND_SKIP_WITHOUT(contract_file);
  PASSEND_SKIP_WITHOUT(shared_data() / "geo" / "pc4_centroids.csv");
  std::ifstream file(profiles, std::ios::binary);
  const Holdings holdings =
      load(std::string{std::istreambuf_iterator<char>(file), {}}, shared_data() / "geo" / "pc4_centroids.csv");
  const Json contract = Json::parse(std::ifstream(contract_file));
  const Json& answer_schema =
      contract.at(Json::json_pointer("/paths/~1werkzoekendeProfielen~1matches/post/responses/200/content/"
                                     "application~1json/schema"));
  std::size_t opened = 0;
  for (const Json& question : questions_about(holdings.profiles, 60)) {
    EXPECT_EQ(violations_of(question, {{"$ref", "#/components/schemas/MPWerkzoekende"}}, contract), "")
        << "the question itself is as the contract says";
    const Json answer = Json::parse(holdings.exchange->ask(candidates_path, question).body);
    EXPECT_EQ(violations_of(answer, answer_schema, contract), "") << answer.dump().substr(0, 2000);
    if (answer["matches"].empty()) continue;
    const auto detail = holdings.exchange->open(candidates_path, answer["matches"][0]["idWerkzoekende"]);
    ASSERT_EQ(detail.status, 200) << detail.body;
    const Json record = Json::parse(detail.body);
    EXPECT_EQ(violations_of(record, {{"$ref", "#/components/schemas/Werkzoekende"}}, contract), "") << record;
    ++opened;
  }
  EXPECT_GT(opened, 20U);
}

}  // namespace
}  // namespace passend::test
