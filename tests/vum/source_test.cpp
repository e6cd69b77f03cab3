// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "server/http/server.hpp"
#include "server/vum/parties.hpp"
#include "server/vum/parts.hpp"
#include "tests/http_client/raw_client.hpp"
#include "tests/vum/exchange.hpp"
#include "tests/vum/released.hpp"

/// What other organisations see of our records, and what they never see.
namespace passend::test {
namespace {

class VumSource : public testing::Test {
 protected:
  static Json body_of(const http::Response& response) { return Json::parse(response.body); }

  std::vector<std::string> ids(const char* path, const Json& question = everywhere) const {
    const auto response = exchange_.ask(path, question);
    EXPECT_EQ(response.status, 200) << response.body;
    std::vector<std::string> found;
    const Json body = body_of(response);
    for (const Json& match : body["matches"]) {
      found.push_back(match.value("idWerkzoekende", match.value("idVacature", "")));
    }
    return found;
  }

  static void expect_refused(const http::Response& response, int status, const std::string& code) {
    EXPECT_EQ(response.status, status) << response.body;
    const Json body = body_of(response);
    EXPECT_EQ(body.value("code", ""), code) << response.body;
    EXPECT_FALSE(body.value("message", "").empty());
  }

  http::Response post(const std::string& body) const {
    return exchange_.answer(Exchange::call(http::Method::post, "/vum/v3/werkzoekendeProfielen/matches", body));
  }

  Exchange exchange_{std::filesystem::path(PASSEND_SOURCE_DIR) / "fixtures/region/gooi-en-vechtstreek.csv"};
};

TEST_F(VumSource, ShowsOnlyWhatCandidateAndMediatorBothReleased) {
  const std::vector<std::optional<bool>> words{std::nullopt, false, true};
  std::uint64_t number = 0;
  std::string released;
  std::vector<std::string> others;
  for (const auto by_candidate : words) {
    for (const auto by_mediator : words) {
      Portfolio portfolio = person(++number);
      portfolio.search.exchange = {by_candidate, by_mediator};
      const std::string id = to_text(portfolio.search.id);
      if (by_candidate.value_or(false) && by_mediator.value_or(false)) {
        released = id;
      } else {
        others.push_back(id);
      }
      exchange_.write(portfolio);
    }
  }
  EXPECT_EQ(ids(candidates_path), std::vector<std::string>{released});
  EXPECT_EQ(exchange_.open(candidates_path, released).status, 200);
  const auto unknown = exchange_.open(candidates_path, to_text(CandidateId{{9, 9}}));
  for (const std::string& id : others) {
    const auto refused = exchange_.open(candidates_path, id);
    expect_refused(refused, 400, "400.01");
    EXPECT_EQ(refused.body, unknown.body) << "an answer tells that the person is known here";
  }
}

TEST_F(VumSource, WhatIsWithdrawnOrErasedIsGoneFromTheNextAnswerAndCannotBeOpened) {
  exchange_.write(person(1));
  exchange_.write(person(2));
  ASSERT_EQ(ids(candidates_path).size(), 2U);
  Portfolio withdrawn = person(1);
  withdrawn.search.exchange.by_candidate = false;
  exchange_.write(withdrawn);
  exchange_.erase(store::RecordKind::portfolio, person(2).search.id.value);
  expect_refused(exchange_.open(candidates_path, to_text(person(1).search.id)), 400, "400.01");
  expect_refused(exchange_.open(candidates_path, to_text(person(2).search.id)), 400, "400.01");
  EXPECT_TRUE(ids(candidates_path).empty());
}

TEST_F(VumSource, AProfileWithoutItsWholePostcodeCannotBeShown) {
  Portfolio portfolio = person(1);
  portfolio.search.mobility.postcode = "1211";
  exchange_.write(portfolio);
  EXPECT_TRUE(ids(candidates_path).empty());
}

TEST_F(VumSource, ASearchProfileHoldsNothingOfTheDetailProfileOrOfOurOwn) {
  exchange_.write(person(1));
  const std::string body = exchange_.ask(candidates_path, everywhere).body;
  for (const char* secret : {"eheim", "example.nl", "1234", "Werkplein", "Ik zoek werk", "Ldr", "eisAanWerk", "bron-1",
                             "quiet", "contactpersoon", "persoonlijkePresentatie"}) {
    EXPECT_EQ(body.find(secret), std::string::npos) << secret << " stands in " << body;
  }
  const Json match = Json::parse(body)["matches"][0];
  EXPECT_EQ(match["bemiddelingsberoep"][0]["codeBeroepsnaam"], "0815") << "the code of the source is given back";
  EXPECT_EQ(match["arbeidsmarktkwalificatie"]["taalbeheersing"][0]["codeNiveauTaalbeheersingMondeling"], 3);
}

TEST_F(VumSource, ADetailProfileHasContactAndAdaptationsButNeverTheName) {
  exchange_.write(person(1));
  const std::string id = ids(candidates_path).at(0);
  const auto response = exchange_.open(candidates_path, id);
  ASSERT_EQ(response.status, 200) << response.body;
  const Json detail = body_of(response);
  EXPECT_EQ(detail["emailadres"], Json::array({"iemand@example.nl"}));
  EXPECT_EQ(detail["telefoonnummer"], Json::array({"0612345678"}));
  EXPECT_EQ(detail["contactpersoon"].size(), 2U) << "one address each";
  EXPECT_EQ(detail["contactpersoon"][0]["naamContactpersoonAfdeling"], "Werkplein, team met een naam die la");
  EXPECT_EQ(detail["indicatieLdrRegistratie"], 1);
  EXPECT_EQ(detail["indicatieBeschikbaarheidContactgegevens"], 1);
  EXPECT_EQ(detail["eisAanWerk"], Json({{"indicatieBegeleiding", 2}}));
  EXPECT_EQ(response.body.find("eheim"), std::string::npos) << response.body;
}

TEST_F(VumSource, AVacancyIsShownWhileItIsReleasedAndOpen) {
  exchange_.write(vacancy(1));
  Vacancy closed = vacancy(2);
  closed.status = VacancyStatus::closed;
  Vacancy past = vacancy(3);
  past.closes = Date::of(2026, 11, 1);
  Vacancy not_released = vacancy(4);
  not_released.released_for_exchange.reset();
  Vacancy last_day = vacancy(5);
  last_day.closes = Date::of(2026, 11, 2);
  for (const Vacancy& made : {closed, past, not_released, last_day}) exchange_.write(made);
  const auto found = ids(vacancies_path);
  EXPECT_EQ(std::set(found.begin(), found.end()), (std::set{to_text(vacancy(1).id), to_text(vacancy(5).id)}));
  for (const Vacancy& made : {closed, past, not_released}) {
    expect_refused(exchange_.open(vacancies_path, to_text(made.id)), 400, "400.01");
  }
}

TEST_F(VumSource, AVacancyKeepsContactAddressAndNumberForItsDetails) {
  exchange_.write(vacancy(1));
  const auto found = exchange_.ask(vacancies_path, everywhere);
  for (const char* detail : {"Havenstraat", "eheim", "example.nl", "0351234567", "2026-17", "doelgroep"}) {
    EXPECT_EQ(found.body.find(detail), std::string::npos) << detail;
  }
  const Json match = body_of(found)["matches"][0];
  EXPECT_EQ(match["arbeidsVoorwaarden"]["salarisIndicatie"], "14,00 tot 16,50 euro per uur");
  EXPECT_EQ(match["omschrijvingVacature"].get<std::string>().size(), 2000U);
  const Json detail = body_of(exchange_.open(vacancies_path, to_text(vacancy(1).id)));
  EXPECT_EQ(
      detail["adres"],
      Json({{"postcode", "1211AB"}, {"straatnaam", "Havenstraat"}, {"huisnummer", 12}, {"huisnummertoevoeging", "a"}}));
  EXPECT_EQ(detail["nummerVacature"], "2026-17");
  EXPECT_EQ(detail["werkgever"]["contactpersoon"][0]["telefoonnummer"], Json::array({"0351234567"}));
}

TEST(Telephone, IsGivenInFourteenCharactersOrNotAtAll) {
  using vum_source::parts::telephone;
  EXPECT_EQ(telephone("06 - 1234 5678"), "0612345678");
  EXPECT_EQ(telephone("(035) 123.45.67"), "0351234567");
  EXPECT_EQ(telephone("+31 (0)35 123 45 67"), "+31351234567");
  EXPECT_EQ(telephone("0351234567 toestel 12"), "");
  EXPECT_EQ(telephone("0612345678, 0687654321"), "");
  EXPECT_EQ(telephone("+"), "");
  EXPECT_EQ(telephone(""), "");
  EXPECT_EQ(telephone("012345678901234"), "");
}

TEST_F(VumSource, AVacancyAnswersWhatItSatisfiesAndNothingThatItDoesNotSay) {
  exchange_.write(vacancy(1));
  const auto answers = [&](const char* key, const Json& condition) {
    Json question = everywhere;
    question[key] = condition;
    return ids(vacancies_path, question).size() == 1;
  };
  const char* occupation = "beroep.codeBeroepsnaam";
  EXPECT_TRUE(answers(occupation, {{"$eq", "https://example.org/occupation/1"}}));
  EXPECT_FALSE(answers(occupation, {{"$eq", "https://example.org/occupation/2"}}));
  const char* level = "codeWerkEnDenkniveauMinimaal";
  EXPECT_TRUE(answers(level, {{"$gte", "3"}, {"$lt", "7"}}));
  EXPECT_FALSE(answers(level, {{"$gte", "4"}, {"$lt", "7"}}));
  EXPECT_TRUE(answers(level, {{"$lt", "7"}}));
  EXPECT_FALSE(answers(level, {{"$eq", "7"}}));
  EXPECT_TRUE(answers("datumAanvangWerkzaamheden", {{"$gte", "2026-12-01"}}));
  EXPECT_FALSE(answers("datumAanvangWerkzaamheden", {{"$gte", "2026-12-02"}}));
  const auto licence = [](const char* code) {
    return Json{{"$all", Json::array({{{"$elemMatch", {{"codeSoortRijbewijs", {{"$eq", code}}}}}}})}};
  };
  EXPECT_TRUE(answers("rijbewijs", licence("B")));
  EXPECT_FALSE(answers("rijbewijs", licence("C")));
  EXPECT_FALSE(answers("werktijden.aantalWerkurenPerWeekMinimaal", {{"$lte", 40}})) << "its hours are not known";
  EXPECT_TRUE(answers("onbekendAttribuut", {{"$eq", 1}})) << "what VUM 3.0 does not have is ignored";
  EXPECT_TRUE(answers(occupation, {{"$regex", "kok"}})) << "and so is an operator";
  EXPECT_TRUE(answers("rijbewijs", {{"$all", Json::array()}})) << "and what is empty";
  EXPECT_FALSE(answers("selectiegebied", {{"postcode", "1381AA"}, {"afstand", 1}}));
  EXPECT_FALSE(answers("selectiegebied", {{"postcode", "0123AB"}, {"afstand", 999}}))
      << "nobody is near what is nowhere";
}

TEST_F(VumSource, MoreThanAHundredAreCutInAnOrderThatSaysNothing) {
  for (std::uint64_t number = 1; number <= 130; ++number) exchange_.write(person(number));
  const Json answer = body_of(exchange_.ask(candidates_path, everywhere));
  EXPECT_TRUE(answer["maximumAantalResultatenBereikt"]);
  EXPECT_EQ(answer["matches"].size(), 100U);
  const auto first = ids(candidates_path);
  EXPECT_EQ(ids(candidates_path), first) << "asking again shows nobody else";
  Json same = everywhere;
  same["onbekend"] = 1;
  EXPECT_EQ(ids(candidates_path, same), first) << "nor does noise";
  Json other = everywhere;
  other["selectiegebied"]["afstand"] = 998;
  EXPECT_NE(ids(candidates_path, other), first);
  EXPECT_FALSE(std::is_sorted(first.begin(), first.end()));
}

TEST_F(VumSource, OfAnAnswerTenDetailsCanBeOpenedByWhoAsked) {
  for (std::uint64_t number = 1; number <= 12; ++number) exchange_.write(person(number));
  const std::string early = to_text(person(1).search.id);
  expect_refused(exchange_.open(candidates_path, early), 400, "400.01");  // Nobody has asked yet.
  const auto found = ids(candidates_path);
  ASSERT_EQ(found.size(), 12U);
  for (std::size_t i = 0; i < 10; ++i) EXPECT_EQ(exchange_.open(candidates_path, found[i]).status, 200);
  expect_refused(exchange_.open(candidates_path, found[10]), 429, "429.01");
  EXPECT_EQ(exchange_.open(candidates_path, found[0]).status, 200) << "the same one again is free";
  expect_refused(exchange_.open(candidates_path, found[0], other_asker), 400, "400.01");
  ids(candidates_path);
  EXPECT_EQ(exchange_.open(candidates_path, found[10]).status, 200) << "a new question has room";
  exchange_.clock.milliseconds += std::int64_t{25} * 60 * 60 * 1000;
  expect_refused(exchange_.open(candidates_path, found[0]), 400, "400.01");
}

TEST_F(VumSource, ADetailThatCannotBeReadNowDoesNotUseUpTheQuota) {
  for (std::uint64_t number = 1; number <= 12; ++number) exchange_.write(person(number));
  const auto found = ids(candidates_path);
  ASSERT_EQ(exchange_.open(candidates_path, found.at(0)).status, 200);
  exchange_.begin_import();
  for (const std::string& id : found) expect_refused(exchange_.open(candidates_path, id), 503, "500.3");
  exchange_.end_import();
  for (std::size_t i = 1; i < 10; ++i) EXPECT_EQ(exchange_.open(candidates_path, found[i]).status, 200);
  expect_refused(exchange_.open(candidates_path, found[10]), 429, "429.01");
}

TEST_F(VumSource, RefusesACallThatIsNotAsTheHeadersMustBe) {
  const Json body{{"vraagObject", everywhere}};
  const auto good = Exchange::call(http::Method::post, "/vum/v3/vacatures/matches", body.dump());
  const auto with = [&](const char* header, std::optional<std::string> value) {
    return exchange_.answer(Exchange::from(good, header, value));
  };
  ASSERT_EQ(exchange_.answer(good).status, 200);
  for (const char* header : {"API-Version", "X-VUM-berichtVersie", "X-VUM-fromParty", "X-VUM-toParty", "X-VUM-viaParty",
                             "X-VUM-SUWIparty"}) {
    expect_refused(with(header, std::nullopt), 400, "400.02");
    expect_refused(with(header, ""), 400, "400.02");
    expect_refused(with(header, "a b"), 400, "400.01");
    expect_refused(with(header, std::string(101, '1')), 400, "400.01");
  }
  expect_refused(with("API-Version", "2.0.0"), 400, "400.01");
  expect_refused(with("X-VUM-berichtVersie", "3.1.0"), 400, "400.01");
  expect_refused(with("X-VUM-toParty", other_asker), 400, "400.01");
  expect_refused(with("X-VUM-SUWIparty", "ja"), 400, "400.01");
  expect_refused(with("X-VUM-fromParty", "00000001000000000009"), 401, "401");
  expect_refused(with("Content-Type", "text/plain"), 400, "400.01");
  expect_refused(with("Accept", "text/html"), 400, "400.01");
  expect_refused(with("Origin", "https://example.org"), 400, "400.01");
  auto from_afar = good;
  from_afar.peer = "192.0.2.7";
  expect_refused(exchange_.answer(from_afar), 401, "401");
  auto unknown = Exchange::from(Exchange::call(http::Method::get, "/vum/v3/vacatures/1"), "X-VUM-fromParty", "x");
  expect_refused(exchange_.answer(unknown), 401, "401");
}

TEST_F(VumSource, EchoesTheHeadersInEveryAnswer) {
  for (const auto& response :
       {exchange_.ask(candidates_path, everywhere), post("{"), exchange_.open(vacancies_path, "1")}) {
    for (const char* header : {"API-Version", "X-VUM-berichtVersie"}) EXPECT_EQ(response.header(header), "3.0.0");
    EXPECT_EQ(response.header("X-VUM-fromParty"), asker);
    EXPECT_EQ(response.header("X-VUM-toParty"), own_oin);
    EXPECT_EQ(response.header("X-VUM-viaParty"), other_asker);
  }
}

TEST_F(VumSource, RefusesAQuestionThatIsNotOneAndNamesWhatIsWrong) {
  for (const char* body : {"", "{", "[]", "null", "\xff", R"({"vraagObject":[]})", R"({"vraagObject":1})",
                           R"({"vraagObject":{"selectiegebied":{"postcode":"1211AB","afstand":5}},"meer":1})",
                           R"({"vraagObject":{"selectiegebied":3}})"}) {
    expect_refused(post(body), 400, "400.01");
  }
  for (const char* body : {"{}", R"({"vraagObject":{}})", R"({"vraagObject":{"selectiegebied":{}}})",
                           R"({"vraagObject":{"selectiegebied":{"postcode":"1211AB"}}})"}) {
    expect_refused(post(body), 400, "400.02");
  }
  const auto wrong = [&](const char* key, const Json& value) {
    Json question = everywhere;
    question[key] = value;
    const auto response = exchange_.ask(candidates_path, question);
    expect_refused(response, 400, "400.01");
    EXPECT_NE(body_of(response).value("details", "").find(key), std::string::npos) << response.body;
  };
  wrong("selectiegebied", {{"postcode", "1211"}, {"afstand", 5}});
  wrong("selectiegebied", {{"postcode", "1211A1"}, {"afstand", 5}});
  wrong("selectiegebied", {{"postcode", "1211AB"}, {"afstand", 1000}});
  wrong("selectiegebied", {{"postcode", "1211AB"}, {"afstand", "5"}});
  wrong("werktijden.aantalWerkurenPerWeekMinimaal", {{"$lte", 100}});
  wrong("werktijden.aantalWerkurenPerWeekMaximaal", 12);
  wrong("werktijden.indicatieKantoortijden", {{"$eq", 0}});
  wrong("datumAanvangBeschikbaarVoorWerk", {{"$lte", "2026-02-30"}});
  wrong("arbeidsmarktkwalificatie.rijbewijs", {{"$all", 1}});
  wrong("arbeidsmarktkwalificatie.rijbewijs",
        {{"$all", Json::array({{{"$elemMatch", {{"codeSoortRijbewijs", {{"$eq", "Z"}}}}}}})}});
  wrong("arbeidsmarktkwalificatie.taalbeheersing",
        {{"$all", Json::array({{{"$elemMatch", {{"codeNiveauTaalbeheersingMondeling", {{"$gte", 2}}}}}}})}});
  wrong("contractvorm", {{"$elemMatch", {{"$or", Json::array({{{"codeTypeArbeidscontract", {{"$eq", "X"}}}}})}}}});
}

TEST_F(VumSource, TheAuditNamesThePartyThatOpenedADetailProfile) {
  exchange_.write(person(1));
  const std::string id = ids(candidates_path).at(0);
  ASSERT_EQ(exchange_.open(candidates_path, id).status, 200);
  std::string bytes;
  for (const auto& entry : std::filesystem::directory_iterator(exchange_.directory.path() / "store")) {
    std::ifstream file(entry.path(), std::ios::binary);
    bytes.append(std::istreambuf_iterator<char>(file), {});
  }
  EXPECT_NE(bytes.find("vum:" + std::string(asker)), std::string::npos);
}

TEST_F(VumSource, AnswersOverASocketWithItsOwnApiVersion) {
  exchange_.write(vacancy(1));
  http::Readiness readiness;
  http::ServerOptions options;
  options.port = 0;
  options.api_version = "0.1.0";
  http::Server server(options, *exchange_.router, readiness);
  server.start();
  const std::string fields = std::string("API-Version: 3.0.0\r\nX-VUM-berichtVersie: 3.0.0\r\nX-VUM-fromParty: ") +
                             asker + "\r\nX-VUM-toParty: " + own_oin +
                             "\r\nX-VUM-viaParty: 1\r\nX-VUM-SUWIparty: false\r\n";
  const auto reply =
      ask(server.port(), "POST", "/vum/v3/vacatures/matches", Json{{"vraagObject", everywhere}}.dump(), fields);
  EXPECT_EQ(reply.status, 200) << reply.body;
  EXPECT_EQ(reply.header("API-Version"), "3.0.0");
  EXPECT_EQ(Json::parse(reply.body)["matches"].size(), 1U);
}

TEST(WithoutVum, ItsPathsAnswer404) {
  const http::Router router({}, [](const auto&, const auto&) { return http::Response{}; });
  EXPECT_EQ(router.answer(Exchange::call(http::Method::post, "/vum/v3/vacatures/matches", "{}")).status, 404);
  EXPECT_EQ(router.answer(Exchange::call(http::Method::get, "/vum/v3/vacatures/1")).status, 404);
}

TEST(VumParties, WithoutPostcodesNoQuestionCanBeAnsweredSoThatTheServerRefusesToStart) {
  const TemporaryDirectory directory;
  const auto file = directory.path() / "empty.csv";
  std::ofstream(file) << "pc4,lat,lon,inwoners,plaats,gemeente\n";
  EXPECT_THROW(Exchange{file}, Error);
}

}  // namespace
}  // namespace passend::test
