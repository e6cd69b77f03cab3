// SPDX-License-Identifier: EUPL-1.2
#include "server/vum/mediator.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "indexer/base/error.hpp"
#include "tests/compat/shared_data.hpp"
#include "tests/loopback_exchange/loopback_exchange.hpp"
#include "tests/vum/released.hpp"

/// Asking the exchange: against our own source behind a loopback exchange, and against answers as others may give them.
namespace passend::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using namespace vum_mediator;

constexpr const char* cook = "https://example.org/occupation/1";

/// What asking came to: an error's text, or nothing.
template <class Ask>
std::string refusal(const Ask& ask, ErrorCode code) {
  try {
    ask();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), code) << error.what();
    return error.what();
  }
  ADD_FAILURE() << "it was answered";
  return {};
}

Vacancy demanding_vacancy() {
  Vacancy made = vacancy(1);
  made.hours = {.minimum = 24, .maximum = 32};
  made.driving_licences = {{{DrivingLicence::b, Importance::required}, {DrivingLicence::c, Importance::important}}};
  DemandedLanguage dutch;
  dutch.language = "nld";
  dutch.speaking = LanguageLevel::good;
  dutch.importance = Importance::required;
  DemandedLanguage english;
  english.language = "eng";
  made.languages = {{dutch, english}};
  return made;
}

Portfolio fitting_person(std::uint64_t number) {
  Portfolio made = person(number);
  made.search.wanted_occupations = {{{cook, "kok"}}};
  made.search.driving_licences = {{{DrivingLicence::b, std::nullopt}}};
  return made;
}

TEST(MediatorQuestion, AsksOfAVacancyWhatItRequiresAndNothingThatItWouldMerelyLike) {
  const auto question = question_about(demanding_vacancy(), {.distance_km = 20});
  const Json expected = Json::parse(R"({"vraagObject": {
    "selectiegebied": {"postcode": "1211AB", "afstand": 20},
    "bemiddelingsberoep": {"$elemMatch": {"$or": [
      {"beroep.codeBeroepsnaam": {"$eq": "https://example.org/occupation/1"}}]}},
    "werktijden.aantalWerkurenPerWeekMinimaal": {"$lte": 32},
    "werktijden.aantalWerkurenPerWeekMaximaal": {"$gte": 24},
    "arbeidsmarktkwalificatie.rijbewijs": {"$all": [{"$elemMatch": {"codeSoortRijbewijs": {"$eq": "B"}}}]},
    "arbeidsmarktkwalificatie.taalbeheersing": {"$all": [{"$elemMatch":
      {"codeTaal": {"$eq": "nld"}, "codeNiveauTaalbeheersingMondeling": {"$gte": 3}}}]}}})");
  EXPECT_EQ(Json::parse(question.body), expected);
  EXPECT_EQ(question.demands,
            (std::vector{Demand::occupation, Demand::hours, Demand::driving_licences, Demand::languages}));
}

TEST(MediatorQuestion, LeavesOutWhatIsNotWantedAndWhatTheRecordDoesNotSay) {
  const Json area{{"selectiegebied", {{"postcode", "1211AB"}, {"afstand", 5}}}};
  const auto unwanted = question_about(demanding_vacancy(), {.distance_km = 5, .demands = {}});
  EXPECT_EQ(Json::parse(unwanted.body)["vraagObject"], area);
  EXPECT_TRUE(unwanted.demands.empty());
  Vacancy plain = vacancy(2);
  plain.occupation.reset();
  plain.driving_licences.reset();
  EXPECT_EQ(Json::parse(question_about(plain, {.distance_km = 5}).body)["vraagObject"], area);
}

TEST(MediatorQuestion, TellsOfAPersonNothingButPostcodeOccupationAndHours) {
  const auto question = question_about(person(1).search, {.distance_km = 30});
  const Json expected = Json::parse(R"({"vraagObject": {
    "selectiegebied": {"postcode": "1211AB", "afstand": 30}, "beroep.codeBeroepsnaam": {"$eq": "0815"},
    "werktijden.aantalWerkurenPerWeekMinimaal": {"$lte": 32},
    "werktijden.aantalWerkurenPerWeekMaximaal": {"$gte": 16}}})");
  EXPECT_EQ(Json::parse(question.body), expected);
}

TEST(MediatorQuestion, NeedsAWholePostcode) {
  Vacancy made = demanding_vacancy();
  made.location.postcode = "1211";
  EXPECT_THAT(refusal([&] { question_about(made, {}); }, ErrorCode::conflict), HasSubstr("whole postcode"));
}

TEST(MediatorQuestion, KeepsTheContractOfVum) {
  const auto contracts = shared_data() / "vum" / "contracts";
  const auto profiles = contracts / "VUM-Bemiddelaar-WerkzoekendeProfielen.json";
  const auto vacancies = contracts / "VUM-Bemiddelaar-Vacatures.json";
  PASSEND_SKIP_WITHOUT(profiles);
  PASSEND_SKIP_WITHOUT(vacancies);
  const auto faults = [](const Question& question, const std::filesystem::path& file, const char* schema) {
    const Json reference{{"$ref", std::string("#/components/schemas/") + schema}};
    return violations_of(Json::parse(question.body)["vraagObject"], reference, Json::parse(std::ifstream(file)));
  };
  EXPECT_EQ(faults(question_about(demanding_vacancy(), {}), profiles, "MPWerkzoekende"), "");
  EXPECT_EQ(faults(question_about(fitting_person(1).search, {}), vacancies, "MPVacature"), "");
  Question wrong{R"({"vraagObject": {"werktijden.aantalWerkurenPerWeekMinimaal": {"$lte": 32}}})", {}};
  EXPECT_NE(faults(wrong, profiles, "MPWerkzoekende"), "") << "the contract has no teeth";
}

class WithExchange : public testing::Test {
 protected:
  geo::PostcodeTable postcodes_ =
      geo::PostcodeTable::load(std::filesystem::path(PASSEND_SOURCE_DIR) / "fixtures/region/gooi-en-vechtstreek.csv");
  LoopbackExchange exchange_{postcodes_};
  Mediator mediator_{exchange_.access()};
};

TEST_F(WithExchange, FindsThoseWhoHaveAllThatIsAskedAndSaysNothingOfWhere) {
  exchange_.write(fitting_person(1));
  Portfolio without_licence = fitting_person(2);
  without_licence.search.driving_licences.reset();
  exchange_.write(without_licence);
  const auto found = mediator_.candidates(question_about(demanding_vacancy(), {}));
  ASSERT_EQ(found.records.size(), 1U);
  EXPECT_TRUE(found.complete);
  const SearchProfile& profile = found.records.front();
  EXPECT_EQ(profile.wanted_occupations->front().uri, cook);
  EXPECT_EQ(profile.hours, fitting_person(1).search.hours);
  EXPECT_NE(profile.id, fitting_person(1).search.id) << "ids of others are not ours";
  const auto all = mediator_.candidates(question_about(demanding_vacancy(), {.demands = {Demand::hours}}));
  EXPECT_EQ(all.records.size(), 2U);
}

TEST_F(WithExchange, FindsVacanciesForAPerson) {
  Vacancy fits = demanding_vacancy();
  exchange_.write(fits);
  Vacancy other = vacancy(2);
  other.occupation = ConceptRef{"https://example.org/occupation/2", ""};
  exchange_.write(other);
  const auto found = mediator_.vacancies(question_about(fitting_person(1).search, {}));
  ASSERT_EQ(found.records.size(), 1U);
  EXPECT_EQ(found.records.front().title, "Kok");
  EXPECT_EQ(found.records.front().employer_name, "De Loods BV");
}

TEST_F(WithExchange, SaysThatThereAreMoreThanAHundred) {
  for (std::uint64_t number = 1; number <= 101; ++number) exchange_.write(fitting_person(number));
  const auto found = mediator_.candidates(question_about(demanding_vacancy(), {}));
  EXPECT_EQ(found.records.size(), 100U);
  EXPECT_FALSE(found.complete);
}

TEST_F(WithExchange, OpensTenDetailsOfAnAnswerEachAsOftenAsOneLikes) {
  for (std::uint64_t number = 1; number <= 11; ++number) exchange_.write(fitting_person(number));
  const auto found = mediator_.candidates(question_about(demanding_vacancy(), {}));
  ASSERT_EQ(found.records.size(), 11U);
  std::set<std::string> digests;
  const auto open = [&](std::size_t i) {
    return mediator_.candidate(found.records[i].id, [&](const std::string& digest) { digests.insert(digest); });
  };
  for (std::size_t i = 0; i < 10; ++i) {
    const auto detail = open(i);
    EXPECT_EQ(detail.left, 9 - i);
    EXPECT_EQ(detail.portfolio.detail.emails, std::vector<std::string>{"iemand@example.nl"});
    EXPECT_EQ(detail.portfolio.detail.id, found.records[i].id);
  }
  EXPECT_EQ(open(0).left, 0U);
  EXPECT_EQ(digests.size(), 10U);
  EXPECT_THAT(refusal([&] { open(10); }, ErrorCode::too_many_requests), HasSubstr("ten details"));
  refusal([&] { mediator_.candidate(CandidateId::random(), [](auto&) {}); }, ErrorCode::not_found);
}

TEST_F(WithExchange, AsksNobodyWhenTheOpeningMayNotBe) {
  exchange_.write(fitting_person(1));
  const auto found = mediator_.candidates(question_about(demanding_vacancy(), {}));
  const auto refuse = [](const std::string&) { throw Error(ErrorCode::too_many_requests, "enough for today"); };
  refusal([&] { mediator_.candidate(found.records.at(0).id, refuse); }, ErrorCode::too_many_requests);
  const auto opened = mediator_.candidate(found.records.at(0).id, [](const std::string&) {});
  EXPECT_EQ(opened.left, 9U) << "what was refused does not count";
}

TEST_F(WithExchange, SaysThatAPartyIsNotKnownThere) {
  auto access = exchange_.access();
  access.own_oin = "00000001000000000009";
  Mediator stranger(access);
  EXPECT_THAT(
      refusal([&] { stranger.candidates(question_about(demanding_vacancy(), {})); }, ErrorCode::peer_unavailable),
      testing::AllOf(HasSubstr("401"), HasSubstr("Deze partij mag hier geen vragen stellen"),
                     HasSubstr("certificate and OIN")));
}

/// Answers of an exchange that a test makes up.
class MadeUp : public testing::Test {
 protected:
  Mediator mediator_{{.url = "https://exchange.example/vum/v3",
                      .own_oin = "00000001000000000002",
                      .to_party = "00000001000000000001",
                      .via_party = "00000001000000000003",
                      .own_certificate = {"client.pem", "client.key"},
                      .authorities_file = {}},
                     [this](const fetch::Request& request, const fetch::Rules& rules) {
                       asked_.push_back(request);
                       rules_ = rules;
                       return answer_;
                     },
                     [this] { return clock_; }};

  Found<SearchProfile> ask(int status, std::string body) {
    answer_ = {.status = status, .fields = {}, .body = std::move(body)};
    return mediator_.candidates(question_about(demanding_vacancy(), {}));
  }

  fetch::Answer answer_;
  fetch::Rules rules_;
  std::vector<fetch::Request> asked_;
  Timestamp clock_{};
};

constexpr const char* one_match =
    R"({"matches": [{"vumID": "a.1-_Z", "mobiliteit": {"bemiddelingspostcode": "1211AB"}}]})";

TEST_F(MadeUp, SendsTheHeadersOfAMediatorAndItsCertificate) {
  ask(200, R"({"matches": []})");
  ASSERT_EQ(asked_.size(), 1U);
  EXPECT_EQ(asked_[0].url, "https://exchange.example/vum/v3/werkzoekendeProfielen/matches");
  std::string fields;
  for (const auto& [name, value] : asked_[0].fields) fields += name + ": " + value + '\n';
  EXPECT_EQ(fields,
            "Content-Type: application/json\nAPI-Version: 3.0.0\nX-VUM-berichtVersie: 3.0.0\n"
            "X-VUM-fromParty: 00000001000000000002\nX-VUM-toParty: 00000001000000000001\n"
            "X-VUM-viaParty: 00000001000000000003\nAccept: application/json\n");
  EXPECT_EQ(rules_.own, (fetch::ClientCertificate{"client.pem", "client.key"}));
  EXPECT_EQ(rules_.limits.total, std::chrono::seconds(10));
}

TEST_F(MadeUp, ReadsAnswersLeniently) {
  const auto found = ask(200, R"({"vraagID": "7", "maximumAantalResultatenBereikt": false, "later": {"x": 1},
      "matches": [{"vumID": "a.1-_Z", "bemiddelingsberoep": [], "werktijden": {}, "sector": "",
                   "mobiliteit": {"bemiddelingspostcode": "1211ab", "maximaleReisafstand": "20"},
                   "nieuw": [1], "flexibiliteit": {"indicatieOnregelmatigWerkOfPloegendienst": 17}}]})");
  ASSERT_EQ(found.records.size(), 1U);
  EXPECT_TRUE(found.complete);
  EXPECT_EQ(found.records[0].mobility.postcode, "1211AB");
  EXPECT_EQ(found.records[0].mobility.maximum_distance_km, 20);
  EXPECT_FALSE(found.records[0].wanted_occupations);
  EXPECT_FALSE(found.records[0].working_times.irregular_hours);
}

TEST_F(MadeUp, IsNotCompleteWithoutMatchesThatCannotBeUsed) {
  for (const char* id : {R"("../../x")", R"("..")", R"("a/b")", R"("")", "7", "null"}) {
    const auto found = ask(200, std::string(R"({"matches": [{"vumID": )") + id + "}, 5]}");
    EXPECT_TRUE(found.records.empty()) << id;
    EXPECT_FALSE(found.complete) << id;
  }
}

TEST_F(MadeUp, IsNotReachedWhenItsAnswerIsNone) {
  for (const char* body : {"", "<html>", "[]", R"({"matches": 1})"}) {
    refusal([&] { ask(200, body); }, ErrorCode::peer_unavailable);
  }
}

TEST_F(MadeUp, PassesOnWhatTheExchangeSaysWithItsDetailsApart) {
  try {
    ask(400, R"({"code": "400.01", "message": "Ongeldige aanroep", "details": "postcode 1211AB"})");
    ADD_FAILURE() << "it was answered";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::peer_unavailable);
    EXPECT_EQ(std::string(error.what()), "The VUM exchange answered with status 400, code 400.01: Ongeldige aanroep.");
    ASSERT_EQ(error.violations().size(), 1U);
    EXPECT_EQ(error.violations()[0].rule, "postcode 1211AB");
  }
  refusal([&] { ask(429, R"({"code": "429.01", "message": "Limiet"})"); }, ErrorCode::too_many_requests);
  EXPECT_THAT(refusal([&] { ask(502, "<html>"); }, ErrorCode::peer_unavailable), HasSubstr("status 502"));
}

TEST_F(MadeUp, AProfileThatIsGoneOrDoesNotComeCostsNothing) {
  const auto found = ask(200, one_match);
  const auto open = [&] { return mediator_.candidate(found.records.at(0).id, [](const std::string&) {}); };
  answer_ = {.status = 400, .fields = {}, .body = R"({"code": "400.01", "message": "Onbekend"})"};
  EXPECT_THAT(refusal(open, ErrorCode::not_found), HasSubstr("Onbekend"));
  answer_ = {.status = 503, .fields = {}, .body = {}};
  refusal(open, ErrorCode::peer_unavailable);
  answer_ = {
      .status = 200, .fields = {}, .body = R"({"bronID": "b", "werkzoekende": {"emailadres": ["a@example.nl"]}})"};
  const auto detail = open();
  EXPECT_EQ(detail.left, 9U);
  EXPECT_EQ(detail.portfolio.detail.emails, std::vector<std::string>{"a@example.nl"});
  EXPECT_EQ(asked_.back().url, "https://exchange.example/vum/v3/werkzoekendeProfielen/a.1-_Z");
}

TEST_F(MadeUp, ForgetsWhatItWasShownAfterADay) {
  const auto found = ask(200, one_match);
  clock_.milliseconds += ShownProfiles::window_ms + 1;
  refusal([&] { mediator_.candidate(found.records.at(0).id, [](const std::string&) {}); }, ErrorCode::not_found);
}

}  // namespace
}  // namespace passend::test
