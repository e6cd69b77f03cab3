// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>

#include "cmake/yaml_to_json.hpp"
#include "tests/compat/shared_data.hpp"
#include "tests/unit/indexer/model/examples.hpp"
#include "tests/vum/exchange.hpp"
#include "tests/vum/released.hpp"

/// Every answer held against our own description and, where they lie in the shared data, the contracts of VUM 3.0.0.
namespace passend::test {
namespace {

const std::filesystem::path region =
    std::filesystem::path(PASSEND_SOURCE_DIR) / "fixtures/region/gooi-en-vechtstreek.csv";

/// A description of what we answer, with the names that it gives to the forms of records.
struct Contract {
  const char* name = "";
  std::filesystem::path profiles;
  std::filesystem::path vacancies;
  const char* profile_match = "";
  const char* profile = "";
  const char* vacancy_match = "";
  const char* vacancy = "";
};

const std::filesystem::path own_file = std::filesystem::path(PASSEND_SOURCE_DIR) / "schemas/openapi/vum-source.yaml";

Contract own_contract() {
  return {"Own", own_file, own_file, "JobSeekerMatch", "JobSeeker", "VacancyMatch", "Vacancy"};
}

Contract contract_of_vum() {
  const auto directory = shared_data() / "vum" / "contracts";
  return {"OfVum",
          directory / "VUM-Bron-WerkzoekendeProfielen.json",
          directory / "VUM-Bron-Vacatures.json",
          "MPWerkzoekendeMatch",
          "Werkzoekende",
          "MPVacatureMatch",
          "Vacature"};
}

/// JSON is YAML, too, but slow to read as such.
Json read_contract(const std::filesystem::path& file) {
  if (file.extension() == ".json") return Json::parse(std::ifstream(file));
  return Json::parse(yaml_to_json(YAML::LoadFile(file)).dump());
}

Json by_name(const std::string& schema) {
  return {{"$ref", "#/components/schemas/" + schema}};
}

std::string repeated(std::size_t count, const std::string& text = "é") {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

Portfolio full_person() {
  Portfolio portfolio{full_search_profile(), full_detail_profile()};
  portfolio.search.exchange = {.by_candidate = true, .by_mediator = true};
  return portfolio;
}

/// Every text as long as the model allows, which is longer than VUM does in places.
Portfolio wordy_person() {
  Portfolio portfolio = full_person();
  SearchProfile& search = portfolio.search;
  search.id = portfolio.detail.id = CandidateId{{1, 3}};
  search.source.id = "p-2";
  const ConceptRef named{"urn:" + repeated(196, "x"), repeated(200)};
  search.wanted_occupations = {{named}};
  search.competences = {{{.competence = named, .level = {}, .source = {}}}};
  search.credentials = {{{.credential = named, .valid_until = {}}}};
  search.experience = {
      {{.occupation = named, .period = {}, .organisation = repeated(70), .description = repeated(2000)}}};
  search.interests = {{repeated(120)}};
  search.agreements = {{AgreementType::trial_placement}};
  DetailProfile& detail = portfolio.detail;
  detail.emails = {repeated(320, "a")};
  detail.phones = {repeated(30, "1"), "+31 (0)35 123 45 67"};
  detail.contacts = {{repeated(120), {repeated(320, "a")}, {repeated(30, "1")}}};
  detail.presentation = repeated(2000);
  return portfolio;
}

Vacancy open_vacancy() {
  Vacancy made = full_vacancy();
  made.status = VacancyStatus::open;
  return made;
}

Vacancy wordy_vacancy() {
  Vacancy made = open_vacancy();
  made.id = VacancyId{{3, 5}};
  made.source.id = "v-2";
  made.reference = repeated(50, "1");
  made.employer_name = repeated(500);
  made.title = repeated(120);
  made.description = repeated(20'000);
  made.conditions_text = repeated(2000);
  made.location = {.postcode = "1211AB", .place = "Hilversum", .street = repeated(80), .house_number = "99999 huis 12"};
  made.location.house_number.resize(12);
  made.contacts = {{repeated(120), {repeated(320, "a")}, {repeated(30, "1")}}};
  made.salary = Salary{.minimum_cents = 100'000'000, .maximum_cents = 100'000'000, .period = SalaryPeriod::month};
  made.application_methods = {{ApplicationMethod::online_form, ApplicationMethod::post}};
  return made;
}

class Contracts : public testing::TestWithParam<Contract> {
 protected:
  void SetUp() override {
    PASSEND_SKIP_WITHOUT(GetParam().profiles);
    PASSEND_SKIP_WITHOUT(GetParam().vacancies);
  }
};

INSTANTIATE_TEST_SUITE_P(All, Contracts, testing::Values(own_contract(), contract_of_vum()),
                         [](const auto& instance) { return std::string(instance.param.name); });

TEST_P(Contracts, AreKeptByProfilesWithEveryAttribute) {
  const Json contract = read_contract(GetParam().profiles);
  Exchange exchange(region);
  exchange.write(full_person());
  exchange.write(wordy_person());
  const Json answer = Json::parse(exchange.ask(candidates_path, everywhere).body);
  ASSERT_EQ(answer["matches"].size(), 2U);
  for (const Json& match : answer["matches"]) {
    EXPECT_EQ(violations_of(match, by_name(GetParam().profile_match), contract), "") << match;
    const auto response = exchange.open(candidates_path, match["idWerkzoekende"]);
    ASSERT_EQ(response.status, 200) << response.body;
    EXPECT_EQ(violations_of(Json::parse(response.body), by_name(GetParam().profile), contract), "") << response.body;
  }
}

TEST_P(Contracts, AreKeptByVacanciesWithEveryAttribute) {
  const Json contract = read_contract(GetParam().vacancies);
  Exchange exchange(region);
  for (const Vacancy& made : {open_vacancy(), wordy_vacancy(), vacancy(1)}) exchange.write(made);
  const Json answer = Json::parse(exchange.ask(vacancies_path, everywhere).body);
  ASSERT_EQ(answer["matches"].size(), 3U);
  for (const Json& match : answer["matches"]) {
    EXPECT_EQ(violations_of(match, by_name(GetParam().vacancy_match), contract), "") << match;
    const auto response = exchange.open(vacancies_path, match["idVacature"]);
    ASSERT_EQ(response.status, 200) << response.body;
    EXPECT_EQ(violations_of(Json::parse(response.body), by_name(GetParam().vacancy), contract), "") << response.body;
  }
}

TEST_P(Contracts, AreKeptByErrors) {
  const Json contract = read_contract(GetParam().profiles);
  Exchange exchange(region);
  for (std::uint64_t number = 1; number <= 11; ++number) exchange.write(person(number));
  Json wrong = everywhere;
  // So many broken rules that their list is longer than an answer may be.
  for (int i = 0; i < 200; ++i) wrong["contractvorm"]["$elemMatch"]["$or"].push_back(Json::array({i}));
  std::vector<http::Response> refusals{exchange.ask(candidates_path, wrong), exchange.ask(candidates_path, 1),
                                       exchange.open(candidates_path, "x", "nobody")};
  const Json answer = Json::parse(exchange.ask(candidates_path, everywhere).body);
  exchange.begin_import();
  refusals.push_back(exchange.open(candidates_path, answer["matches"][0]["idWerkzoekende"]));
  exchange.end_import();
  for (const Json& match : answer["matches"]) {
    const auto response = exchange.open(candidates_path, match["idWerkzoekende"]);
    if (response.status != 200) refusals.push_back(response);
  }
  std::string seen;
  for (const http::Response& response : refusals) {
    seen += std::to_string(response.status) + ' ';
    EXPECT_EQ(violations_of(Json::parse(response.body), by_name("Error"), contract), "") << response.body;
  }
  EXPECT_EQ(seen, "400 400 401 503 429 ");
}

TEST_P(Contracts, RefuseADetailInASearchResultAndTextThatIsTooLong) {
  const Json contract = read_contract(GetParam().vacancies);
  const auto is_kept_by = [&](const Json& match) {
    return violations_of(match, by_name(GetParam().vacancy_match), contract).empty();
  };
  Json match{{"idVacature", std::string(32, 'a')}, {"adres", {{"postcode", "1211AB"}}}};
  EXPECT_TRUE(is_kept_by(match));
  match["nummerVacature"] = "12";
  EXPECT_FALSE(is_kept_by(match));
  match.erase("nummerVacature");
  match["naamVacature"] = repeated(121);
  EXPECT_FALSE(is_kept_by(match));
  match["naamVacature"] = repeated(120);
  EXPECT_TRUE(is_kept_by(match));
}

TEST(OwnContract, DescribesEveryRouteAndNoOther) {
  const Json contract = read_contract(own_file);
  const std::string prefix = contract.at(Json::json_pointer("/servers/0/url"));
  std::set<std::string> described;
  for (const auto& [path, operations] : contract["paths"].items()) {
    if (operations.contains("get")) described.insert("GET " + prefix + path);
    if (operations.contains("post")) described.insert("POST " + prefix + path);
  }
  std::set<std::string> routes;
  const Exchange exchange(region, vum_source::ContactMomentCodes{});
  for (const auto& route : exchange.router->routes()) {
    routes.insert(std::string(http::to_text(route.method)) + " " + route.pattern);
  }
  EXPECT_EQ(described, routes);
}

}  // namespace
}  // namespace passend::test
