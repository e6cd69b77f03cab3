// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/provider.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <latch>
#include <thread>

#include "tests/unit/server/auth/fake_provider.hpp"

namespace passend::auth {
namespace {

using namespace test;
using namespace std::chrono_literals;

class ProviderKeys : public testing::Test {
 protected:
  std::size_t found(const std::string& id) { return provider_.keys(id).size(); }
  ErrorCode refusal(const std::string& id) {
    try {
      provider_.keys(id);
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::count_;
  }
  std::size_t fetched() const { return fake_.times_asked("/keys"); }
  void publish(std::initializer_list<const char*> ids) {
    fake_.keys = Json::array();
    for (const char* id : ids) fake_.keys.push_back(key_.jwk(id));
  }

  TestKey key_ = TestKey::ec("P-256");
  ManualClock time_;
  FakeProvider fake_;
  Provider provider_{{.issuer = test_issuer}, fake_.transport(), time_.clock()};
};

TEST_F(ProviderKeys, AreFetchedOnceAndKept) {
  publish({"a", "b"});
  EXPECT_EQ(found("a"), 1U);
  EXPECT_EQ(found("b"), 1U);
  EXPECT_EQ(found(""), 2U);
  time_.pass(599s);
  EXPECT_EQ(found("a"), 1U);
  EXPECT_EQ(fetched(), 1U);
  time_.pass(1s);
  EXPECT_EQ(found("a"), 1U);
  EXPECT_EQ(fetched(), 2U);
  EXPECT_EQ(fake_.times_asked("/.well-known/openid-configuration"), 1U);
}

TEST_F(ProviderKeys, OfAnUnknownIdAreLookedForAtMostEveryThirtySeconds) {
  publish({"a"});
  EXPECT_EQ(found("b"), 0U);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(found("invented" + std::to_string(i)), 0U);
  EXPECT_EQ(fetched(), 1U) << "they had been fetched a moment ago";
  publish({"a", "b"});
  time_.pass(29s);
  EXPECT_EQ(found("b"), 0U);
  time_.pass(1s);
  EXPECT_EQ(found("b"), 1U) << "a new key serves without waiting for the ten minutes";
  EXPECT_EQ(fetched(), 2U);
}

TEST_F(ProviderKeys, ThatWereWithdrawnServeNoLongerThanTheyAreFresh) {
  publish({"a"});
  EXPECT_EQ(found("a"), 1U);
  publish({"b"});
  time_.pass(600s);
  EXPECT_EQ(found("a"), 0U);
}

TEST_F(ProviderKeys, AreKeptForAnHourWhileTheProviderIsAway) {
  publish({"a"});
  EXPECT_EQ(found("a"), 1U);
  fake_.is_away = true;
  time_.pass(601s);
  EXPECT_EQ(found("a"), 1U);
  EXPECT_EQ(found("a"), 1U);
  EXPECT_EQ(fetched(), 2U) << "one try, and none in the next thirty seconds";
  time_.pass(2998s);
  EXPECT_EQ(found("a"), 1U);
  time_.pass(1s);
  EXPECT_EQ(refusal("a"), ErrorCode::peer_unavailable);
  fake_.is_away = false;
  EXPECT_EQ(found("a"), 1U) << "with nothing to use, every request tries";
}

TEST_F(ProviderKeys, AreWaitedForByOneCallerAlone) {
  publish({"a"});
  std::latch asked(1);
  std::latch may_answer(1);
  const Transport slow = [&](const fetch::Request& request) {
    if (request.url == test_issuer + "/keys") {
      asked.count_down();
      may_answer.wait();
    }
    return fake_.transport()(request);
  };
  Provider provider({.issuer = test_issuer, .most_calls = 2}, slow, time_.clock());
  std::thread first([&] { EXPECT_EQ(provider.keys("a").size(), 1U); });
  asked.wait();
  try {
    provider.keys("a");
    ADD_FAILURE() << "somebody else waited too";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::overloaded);
  }
  may_answer.count_down();
  first.join();
  EXPECT_EQ(provider.keys("a").size(), 1U);
}

TEST_F(ProviderKeys, AreAskedForByNoMoreCallersThanAgreed) {
  std::latch asked(1);
  std::latch may_answer(1);
  const Transport slow = [&](const fetch::Request&) {
    asked.count_down();
    may_answer.wait();
    return fetch::Answer{200, {}, "{}"};
  };
  Provider provider({.issuer = test_issuer, .most_calls = 1}, slow, time_.clock());
  std::thread first([&] { provider.ask({.url = test_issuer}); });
  asked.wait();
  try {
    provider.ask({.url = test_issuer});
    ADD_FAILURE() << "a second call went out";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::overloaded);
  }
  may_answer.count_down();
  first.join();
  EXPECT_NO_THROW(provider.ask({.url = test_issuer})) << "the place is free again";
}

TEST(ProviderMetadata, SaysWhereToAsk) {
  const FakeProvider fake;
  const Metadata metadata = read_metadata(fake.metadata.dump(), test_issuer);
  EXPECT_EQ(metadata.token_endpoint, test_issuer + "/token");
  EXPECT_EQ(metadata.end_session_endpoint, test_issuer + "/end?x=y");
  EXPECT_EQ(metadata.issuer_in_answer, IssuerInAnswer::may_stand);
  const Json strict = changed(fake.metadata, {{"authorization_response_iss_parameter_supported", true},
                                              {"token_endpoint", "http://127.0.0.1:1/token"},
                                              {"end_session_endpoint", nullptr}});
  EXPECT_EQ(read_metadata(strict.dump(), test_issuer).issuer_in_answer, IssuerInAnswer::must_stand);
  EXPECT_EQ(read_metadata(strict.dump(), test_issuer).end_session_endpoint, "");
}

TEST(ProviderMetadata, IsRefusedWhenItCouldLeadAstray) {
  const FakeProvider fake;
  for (const Json& change : {Json{{"issuer", test_issuer + "/"}},
                             {{"issuer", nullptr}},
                             {{"issuer", {test_issuer}}},
                             {{"token_endpoint", nullptr}},
                             {{"token_endpoint", "http://login.example/token"}},
                             {{"jwks_uri", 1}},
                             {{"jwks_uri", "file:///etc/passwd"}},
                             {{"jwks_uri", "http://10.0.0.1/keys"}},
                             {{"authorization_endpoint", "javascript:alert(1)"}},
                             {{"authorization_endpoint", "https://a@b/"}},
                             {{"end_session_endpoint", "http://login.example/"}}}) {
    EXPECT_THROW(read_metadata(changed(fake.metadata, change).dump(), test_issuer), Error) << change;
  }
  EXPECT_THROW(read_metadata("[]", test_issuer), Error);
  EXPECT_THROW(read_metadata(R"({"issuer":"a","issuer":"b"})", test_issuer), Error);
}

}  // namespace
}  // namespace passend::auth
