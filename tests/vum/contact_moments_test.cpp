// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "cmake/yaml_to_json.hpp"
#include "tests/vum/exchange.hpp"

/// Contacts with employers, as other organisations see them (koppelvlak 3.1).
namespace passend::test {
namespace {

const std::filesystem::path region =
    std::filesystem::path(PASSEND_SOURCE_DIR) / "fixtures/region/gooi-en-vechtstreek.csv";

const vum_source::ContactMomentCodes codes{.kinds = {{ContactKind::visit, 3}, {ContactKind::telephone, 1}},
                                           .subjects = {{ContactSubject::vacancy, 2}}};

Employer employer(std::uint64_t number, const std::string& kvk_number) {
  Employer made;
  made.id = EmployerId{{4, number}};
  made.source = {.system = "test", .id = "werkgever-" + std::to_string(number)};
  made.name = "De Loods BV";
  made.kvk_number = kvk_number;
  made.sectors = {{52, 49}};
  made.location = {.postcode = "1211AB", .place = "Hilversum", .street = "Havenstraat", .house_number = "12a"};
  made.contacts = {{"Geheim Contact", {"geheim@example.nl"}, {"0351234567"}}};
  made.recognised_training_company = true;
  return made;
}

ContactMoment moment(std::uint64_t number, std::uint64_t employer_number, Date day) {
  ContactMoment made;
  made.id = ContactMomentId{{5, number}};
  made.source = {.system = "test", .id = "contact-" + std::to_string(number)};
  made.employer = EmployerId{{4, employer_number}};
  made.day = day;
  made.kind = ContactKind::visit;
  made.subject = ContactSubject::vacancy;
  made.account_manager = "Team Werkgevers";
  made.notes = "geheime aantekening";
  return made;
}

Json about(const std::string& kvk_number) {
  return {{"werkgever.nummerKvk", {{"$eq", kvk_number}}}};
}

class ContactMoments : public testing::Test {
 protected:
  explicit ContactMoments(const vum_source::ContactMomentCodes& released = codes) : exchange_(region, released) {
    exchange_.write(store::Record(employer(1, "12345678")));
    exchange_.write(store::Record(employer(2, "12345678")));
    exchange_.write(store::Record(employer(3, "87654321")));
    exchange_.write(store::Casework(moment(1, 1, *Date::of(2026, 10, 1))));
    exchange_.write(store::Casework(moment(2, 2, *Date::of(2026, 10, 3))));
    exchange_.write(store::Casework(moment(3, 3, *Date::of(2026, 10, 2))));
  }

  Json ask(const Json& question) const {
    const auto response = exchange_.ask(contact_moments_path, question);
    EXPECT_EQ(response.status, 200) << response.body;
    return Json::parse(response.body);
  }
  std::string days(const Json& question) const {
    std::string found;
    const Json answer = ask(question);
    for (const Json& match : answer["matches"]) found += match["datum"].get<std::string>() + ' ';
    return found;
  }

  Exchange exchange_;
};

TEST_F(ContactMoments, AreThoseOfEveryEstablishmentOfTheEmployerTheNewestFirst) {
  EXPECT_EQ(days(about("12345678")), "2026-10-03 2026-10-01 ");
  EXPECT_EQ(days(about("00000000")), "");
  Json question = about("12345678");
  question["datum"]["$gte"] = "2026-10-02";
  EXPECT_EQ(days(question), "2026-10-03 ");
}

TEST_F(ContactMoments, HaveTheNumbersOfTheConfigurationAndNothingPersonal) {
  const Json answer = ask(about("87654321"));
  const Json expected = Json::parse(R"({"maximumAantalResultatenBereikt": false, "matches": [{"datum": "2026-10-02",
    "codeSoort": 3, "codeOnderwerp": 2, "werkgever": {"nummerKvk": "87654321", "handelsnaamOrganisatie": "De Loods BV",
    "codeSbi": 52, "erkendSbbLeerbedrijf": true, "vestigingsadres": {"straatnaam": "Havenstraat", "huisnummer": 12,
    "huisnummertoevoeging": "a", "woonplaatsnaam": "Hilversum", "postcode": "1211AB"}}}]})");
  EXPECT_EQ(answer, expected);
}

TEST_F(ContactMoments, WithoutANumberForTheirKindOrSubjectAreKeptBack) {
  ContactMoment unnumbered = moment(4, 3, *Date::of(2026, 10, 9));
  unnumbered.kind = ContactKind::email;
  exchange_.write(store::Casework(unnumbered));
  unnumbered = moment(5, 3, *Date::of(2026, 10, 9));
  unnumbered.subject = ContactSubject::placement;
  exchange_.write(store::Casework(unnumbered));
  EXPECT_EQ(days(about("87654321")), "2026-10-02 ");
}

TEST_F(ContactMoments, AreAtMostAHundred) {
  for (std::uint64_t number = 10; number < 111; ++number) {
    exchange_.write(store::Casework(moment(number, 1, *Date::of(2026, 9, 1))));
  }
  const Json answer = ask(about("12345678"));
  EXPECT_EQ(answer["matches"].size(), 100U);
  EXPECT_EQ(answer["maximumAantalResultatenBereikt"], true);
}

TEST_F(ContactMoments, AreGoneWithTheirEmployer) {
  exchange_.erase(store::RecordKind::employer, employer(3, "").id.value);
  EXPECT_EQ(days(about("87654321")), "");
}

TEST_F(ContactMoments, NeedAQuestionWithAKvkNumber) {
  for (const auto& [question, code] : std::vector<std::pair<Json, std::string>>{
           {Json::object(), "400.02"},
           {Json{{"werkgever.nummerKvk", Json::object()}}, "400.02"},
           {about("1234567"), "400.01"},
           {about("1234567a"), "400.01"},
           {Json{{"werkgever.nummerKvk", {{"$eq", 12345678}}}}, "400.01"},
           {Json{{"werkgever.nummerKvk", {{"$eq", "12345678"}}}, {"datum", {{"$gte", "gisteren"}}}}, "400.01"}}) {
    const auto response = exchange_.ask(contact_moments_path, question);
    EXPECT_EQ(response.status, 400) << question;
    EXPECT_EQ(Json::parse(response.body)["code"], code) << question;
  }
}

TEST_F(ContactMoments, MayBeAskedInTheVersionTheyCameWith) {
  const std::string body = Json{{"vraagObject", about("87654321")}}.dump();
  for (const auto& [path, status] : std::map<std::string, int>{{contact_moments_path, 200}, {vacancies_path, 400}}) {
    auto request = Exchange::call(http::Method::post, path + "/matches", body);
    for (const char* header : {"API-Version", "X-VUM-berichtVersie"}) {
      request = Exchange::from(request, header, "3.1.0");
    }
    EXPECT_EQ(exchange_.answer(request).status, status) << path;
  }
}

TEST_F(ContactMoments, AreAsOurDescriptionHasThem) {
  const Json contract =
      Json::parse(yaml_to_json(YAML::LoadFile(PASSEND_SOURCE_DIR "/schemas/openapi/vum-source.yaml")).dump());
  const Json record{{"$ref", "#/components/schemas/ContactMoment"}};
  Json match = ask(about("87654321"))["matches"][0];
  EXPECT_EQ(violations_of(match, record, contract), "") << match;
  match["aantekening"] = "x";
  EXPECT_NE(violations_of(match, record, contract), "");
}

class NamedContactMoments : public ContactMoments {
 protected:
  static vum_source::ContactMomentCodes with_name() {
    vum_source::ContactMomentCodes released = codes;
    released.account_manager = vum_source::AccountManager::named;
    return released;
  }
  NamedContactMoments() : ContactMoments(with_name()) {}
};

TEST_F(NamedContactMoments, SayWhoSpokeWhereTheConfigurationReleasesIt) {
  EXPECT_EQ(ask(about("87654321"))["matches"][0]["accountmanager"], (Json{{"naam", "Team Werkgevers"}}));
}

TEST(WithoutContactMoments, ThePathIsNotThere) {
  const Exchange exchange(region);
  EXPECT_EQ(exchange.ask(contact_moments_path, about("12345678")).status, 404);
}

}  // namespace
}  // namespace passend::test
