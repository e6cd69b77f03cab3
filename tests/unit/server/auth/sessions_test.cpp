// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/sessions.hpp"

#include <gtest/gtest.h>

#include "server/auth/pending_sign_ins.hpp"
#include "server/auth/random_token.hpp"
#include "server/auth/session_json.hpp"
#include "tests/unit/server/auth/fake_provider.hpp"

namespace passend::auth {
namespace {

using namespace std::chrono_literals;

Principal somebody(const std::string& subject) {
  Principal principal;
  principal.subject = subject;
  return principal;
}

class SessionsOf : public testing::Test {
 protected:
  std::string who(const std::string& token) {
    const auto session = sessions_.use(token);
    return session ? session->principal.subject : "nobody";
  }

  test::ManualClock time_;
  Sessions sessions_{{.most = 3}, time_.clock()};
};

TEST(WhatAPageIsTold, OfWhoHasSignedInNamesTheirCaseloadWhereTheyHaveOne) {
  Principal jobhunter = somebody("a");
  EXPECT_EQ(write_principal(jobhunter).find("caseload"), std::string::npos);
  jobhunter.caseload = "team-oost";
  EXPECT_NE(write_principal(jobhunter).find(R"("caseload":"team-oost")"), std::string::npos);
}

TEST_F(SessionsOf, EachHaveATokenOf256Bits) {
  const std::string a = sessions_.open(somebody("a"));
  const std::string b = sessions_.open(somebody("a"));
  EXPECT_TRUE(is_random_token(a));
  EXPECT_NE(a, b);
  EXPECT_EQ(who(a), "a");
  EXPECT_EQ(who(random_token()), "nobody");
  EXPECT_EQ(who(""), "nobody");
}

TEST_F(SessionsOf, EndAfterFifteenMinutesWithoutARequest) {
  const std::string token = sessions_.open(somebody("a"));
  time_.pass(899s);
  EXPECT_EQ(who(token), "a");
  time_.pass(899s);
  EXPECT_EQ(who(token), "a");
  time_.pass(900s);
  EXPECT_EQ(who(token), "nobody");
  EXPECT_EQ(sessions_.size(), 0U);
}

TEST_F(SessionsOf, EndAfterEightHoursWhateverIsAsked) {
  const std::string token = sessions_.open(somebody("a"));
  for (int minutes = 10; minutes < 480; minutes += 10) {
    time_.pass(10min);
    ASSERT_EQ(who(token), "a") << minutes;
  }
  EXPECT_EQ(sessions_.look(token)->left, 10min);
  EXPECT_EQ(sessions_.look(token)->idle_left, 10min) << "no longer than the session";
  time_.pass(10min);
  EXPECT_EQ(who(token), "nobody");
}

TEST_F(SessionsOf, AreNotProlongedByLooking) {
  const std::string token = sessions_.open(somebody("a"));
  time_.pass(800s);
  EXPECT_EQ(sessions_.look(token)->idle_left, 100s);
  time_.pass(100s);
  EXPECT_FALSE(sessions_.look(token).has_value());
}

TEST_F(SessionsOf, EndWhenClosed) {
  const std::string token = sessions_.open(somebody("a"));
  const std::string other = sessions_.open(somebody("b"));
  sessions_.close(token);
  sessions_.close(token);
  EXPECT_EQ(who(token), "nobody");
  EXPECT_EQ(who(other), "b");
}

TEST_F(SessionsOf, MakeRoomByEndingTheOneThatWasIdleLongest) {
  const std::string a = sessions_.open(somebody("a"));
  const std::string b = sessions_.open(somebody("b"));
  const std::string c = sessions_.open(somebody("c"));
  EXPECT_EQ(who(a), "a");
  const std::string d = sessions_.open(somebody("d"));
  EXPECT_EQ(who(b), "nobody");
  for (const auto& [token, subject] : {std::pair(a, "a"), std::pair(c, "c"), std::pair(d, "d")}) {
    EXPECT_EQ(who(token), subject);
  }
  EXPECT_EQ(sessions_.size(), 3U);
}

class PendingOf : public testing::Test {
 protected:
  bool take(const std::string& state) { return pending_.take(state).has_value(); }
  void put(const std::string& state) { pending_.put(state, {"browser", "nonce", "verifier", "/"}); }

  test::ManualClock time_;
  PendingSignIns pending_{{.most = 2}, time_.clock()};
};

TEST_F(PendingOf, AreTakenOnce) {
  put("a");
  EXPECT_FALSE(take("b"));
  EXPECT_FALSE(take(""));
  EXPECT_TRUE(take("a"));
  EXPECT_FALSE(take("a"));
}

TEST_F(PendingOf, AreKeptForTenMinutes) {
  put("a");
  time_.pass(1s);
  put("b");
  time_.pass(599s);
  EXPECT_FALSE(take("a"));
  EXPECT_TRUE(take("b"));
}

TEST_F(PendingOf, AreForgottenWhenThereAreTooMany) {
  for (const char* state : {"a", "b", "c"}) put(state);
  EXPECT_FALSE(take("a"));
  EXPECT_TRUE(take("b"));
  EXPECT_TRUE(take("c"));
}

}  // namespace
}  // namespace passend::auth
