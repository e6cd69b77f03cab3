// SPDX-License-Identifier: EUPL-1.2
#include "server/events/sender.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "indexer/base/base64.hpp"
#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "indexer/base/hash.hpp"
#include "indexer/store/sqlite_store.hpp"
#include "server/events/event.hpp"
#include "tests/loopback_server/loopback_server.hpp"
#include "tests/temporary_directory.hpp"
#include "tests/unit/indexer/store/records.hpp"

namespace passend::events {
namespace {

using namespace std::chrono_literals;
using Json = nlohmann::json;
using store::test::employer_number;
using store::test::portfolio_number;
using store::test::tester;
using store::test::vacancy_number;
using test::Answering;
using test::Asked;
using test::LoopbackServer;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string secret(32, 's');

bool comes_true(const std::function<bool()>& condition) {
  const auto end = std::chrono::steady_clock::now() + 20s;
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(5ms);
  }
  return true;
}

std::string header_of(const Asked& asked, const std::string& name) {
  const auto begin = asked.head.find(name + ": ");
  if (begin == std::string::npos) return {};
  const auto value = begin + name.size() + 2;
  return asked.head.substr(value, asked.head.find('\r', value) - value);
}

class EventSender : public testing::Test {
 protected:
  void write(const store::Write& write) { store_->write({write}, tester()); }

  Settings settings(const std::string& url) const {
    const auto& types = event_types();
    return {"urn:nld:oin:00000001234567890000:systeem:passend",
            "https://werk.example",
            {{"krant", url, secret, {types.begin(), types.end()}}}};
  }
  std::unique_ptr<Sender> start(const std::string& url) const {
    return std::make_unique<Sender>(settings(url), events_, *store_, Sender::Pace{10ms, 0.001});
  }
  std::vector<std::string> types_sent() const {
    std::vector<std::string> types;
    for (const Asked& asked : endpoint_.asked()) types.push_back(Json::parse(asked.body)["type"]);
    return types;
  }

  test::TemporaryDirectory directory_;
  std::filesystem::path events_ = directory_.path() / "events";
  std::unique_ptr<store::Store> store_ =
      store::open_sqlite_store({directory_.path() / "store", directory_.path() / "key", store::MissingKey::create});
  LoopbackServer endpoint_{[](const Answering& answer, const Asked&) { answer.respond(204, ""); }};
};

TEST_F(EventSender, TellsWhatChangesFromNowOnInOrderAndSigned) {
  write(store::Record(vacancy_number(1)));
  const auto sender = start(endpoint_.url());
  write(store::Record(vacancy_number(2)));
  ASSERT_TRUE(comes_true([&] { return endpoint_.asked().size() == 1; }));
  Vacancy closed = vacancy_number(2);
  closed.status = VacancyStatus::closed;
  write(store::Record(closed));
  ASSERT_TRUE(comes_true([&] { return endpoint_.asked().size() == 2; }));
  write(store::Erasure{store::RecordKind::vacancy, closed.id.value, {}});
  ASSERT_TRUE(comes_true([&] { return endpoint_.asked().size() == 3; }));
  EXPECT_THAT(types_sent(), ElementsAre("nl.passend.vacature-geplaatst", "nl.passend.vacature-gesloten",
                                        "nl.passend.vacature-verwijderd"));
  const Asked first = endpoint_.asked().front();
  const Json event = Json::parse(first.body);
  EXPECT_EQ(event["specversion"], "1.0");
  EXPECT_EQ(event["dataref"], "https://werk.example/v1/vacancies/" + to_text(closed.id));
  EXPECT_EQ(event["id"], header_of(first, "webhook-id"));
  EXPECT_THAT(first.head, HasSubstr("application/cloudevents+json"));
  const std::string signed_text = header_of(first, "webhook-id") + '.' + header_of(first, "webhook-timestamp") + '.';
  EXPECT_EQ(header_of(first, "webhook-signature"), "v1," + to_base64(hmac_sha256(secret, signed_text + first.body)));
}

TEST_F(EventSender, SaysNothingOfPeopleAndNothingOfWhatARecordHolds) {
  const auto sender = start(endpoint_.url());
  write(store::Record(portfolio_number(1)));
  write(store::Record(employer_number(2)));
  write(store::Record(vacancy_number(3)));
  ASSERT_TRUE(comes_true([&] { return !endpoint_.asked().empty(); }));
  EXPECT_THAT(types_sent(), SizeIs(1));
  EXPECT_EQ(endpoint_.asked()[0].body.find("Gardener"), std::string::npos);
}

TEST_F(EventSender, GoesOnAfterARestartWhereItWas) {
  { const auto sender = start(endpoint_.url()); }
  write(store::Record(vacancy_number(1)));
  {
    const auto sender = start(endpoint_.url());
    ASSERT_TRUE(comes_true([&] { return endpoint_.asked().size() == 1; }));
    ASSERT_TRUE(comes_true([&] { return Mailbox(events_, "krant").position() == store_->state().first; }));
  }
  const auto sender = start(endpoint_.url());
  write(store::Record(vacancy_number(2)));
  ASSERT_TRUE(comes_true([&] { return endpoint_.asked().size() == 2; }));
  EXPECT_NE(endpoint_.asked()[0].body, endpoint_.asked()[1].body);
}

TEST_F(EventSender, SendsAgainWhatWasNotTaken) {
  std::atomic<int> asked = 0;
  endpoint_.behave([&](const Answering& answer, const Asked&) { answer.respond(++asked < 4 ? 503 : 200, ""); });
  const auto sender = start(endpoint_.url());
  write(store::Record(vacancy_number(1)));
  ASSERT_TRUE(comes_true([&] { return endpoint_.asked().size() == 4; }));
  std::set<std::string> ids;
  for (const Asked& one : endpoint_.asked()) ids.insert(header_of(one, "webhook-id"));
  EXPECT_THAT(ids, SizeIs(1));
  ASSERT_TRUE(comes_true([&] { return Mailbox(events_, "krant").position() == store_->state().first; }));
  EXPECT_THAT(Mailbox(events_, "krant").dead_letters(), IsEmpty());
}

TEST_F(EventSender, WhatIsNeverTakenIsADeadLetterAndTheNextIsSent) {
  endpoint_.behave([](const Answering& answer, const Asked& asked) {
    answer.respond(asked.body.find("geplaatst") != std::string::npos ? 400 : 200, "");
  });
  const auto sender = start(endpoint_.url());
  write(store::Record(vacancy_number(1)));
  ASSERT_TRUE(comes_true([&] { return Mailbox(events_, "krant").dead_letters().size() == 1; }));
  write(store::Record(vacancy_number(1, 1)));
  ASSERT_TRUE(comes_true([&] { return endpoint_.asked().size() == 2; }));
  const auto letters = Mailbox(events_, "krant").dead_letters();
  EXPECT_EQ(letters[0].why, "answered 400");
  EXPECT_THAT(letters[0].body, HasSubstr("geplaatst"));
}

TEST_F(EventSender, GivesUpAfterSoManyAttempts) {
  endpoint_.behave([](const Answering& answer, const Asked&) { answer.respond(500, ""); });
  const auto sender = start(endpoint_.url());
  write(store::Record(vacancy_number(1)));
  ASSERT_TRUE(comes_true([&] { return Mailbox(events_, "krant").dead_letters().size() == 1; }));
  EXPECT_THAT(endpoint_.asked(), SizeIs(Sender::most_attempts));
}

TEST(EventSettings, AreReadWithEverythingThatIsWrong) {
  const test::TemporaryDirectory directory;
  const auto file = directory.path() / "events.json";
  write_file_durably(directory.path() / "secret", "whsec_" + to_base64(secret) + "\n");
  const Json good{{"source", "urn:nld:oin:00000001234567890000:systeem:passend"},
                  {"address", "https://werk.example"},
                  {"subscribers",
                   {{{"name", "krant"},
                     {"url", "https://krant.example/hook"},
                     {"secretFile", "secret"},
                     {"types", {"nl.passend.vacature-geplaatst"}}}}}};
  write_file_durably(file, good.dump());
  const Settings settings = load_settings(file);
  EXPECT_EQ(settings.subscribers.at(0).secret, secret);

  Json bad = good;
  bad["address"] = "http://werk.example";
  bad["surprise"] = 1;
  bad["subscribers"][0]["types"] = {"nl.passend.persoon"};
  bad["subscribers"][0]["secretFile"] = "events.json";
  bad["subscribers"][0]["name"] = "De Krant";
  write_file_durably(file, bad.dump());
  std::set<std::string> places;
  try {
    load_settings(file);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::configuration);
    for (const Violation& violation : error.violations()) places.insert(violation.field);
  }
  EXPECT_EQ(places, (std::set<std::string>{"/address", "/surprise", "/subscribers/0/types", "/subscribers/0/secretFile",
                                           "/subscribers/0/name"}));
}

TEST(Base64, IsReadBackAndNothingElseIs) {
  for (const std::string& bytes : {std::string(), std::string("a"), std::string("ab"), std::string("abc\0d", 5)}) {
    EXPECT_EQ(from_base64(to_base64(bytes)), bytes);
  }
  for (const char* text : {"a", "YQ", "YQ=", "YR==", " YQ==", "YQ==\n", "Y-Q="})
    EXPECT_FALSE(from_base64(text)) << text;
}

}  // namespace
}  // namespace passend::events
