// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/identity.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "indexer/base/hash.hpp"
#include "server/auth/cookie.hpp"
#include "server/auth/random_token.hpp"
#include "server/auth/return_path.hpp"
#include "server/auth/routes.hpp"
#include "server/http/target.hpp"
#include "tests/temporary_directory.hpp"
#include "tests/unit/server/auth/fake_provider.hpp"

/// The handlers and who they make of a request, beside a provider without a network.
namespace passend::auth {
namespace {

using namespace test;
using namespace std::chrono_literals;
using testing::HasSubstr;

const std::string own = "https://passend.example";

http::Request request(const std::string& target, std::vector<http::Field> fields = {},
                      http::Method method = http::Method::get) {
  http::Request made;
  made.method = method;
  made.target = target;
  auto parsed = http::parse_target(target);
  made.segments = std::move(parsed.segments);
  made.query = std::move(parsed.query);
  made.fields = std::move(fields);
  return made;
}

/// The value of a cookie that an answer sets; empty when it sets none.
std::string cookie_of(const http::Response& response, std::string_view name) {
  for (const http::Field& field : response.fields) {
    const std::string begin = std::string(name) + "=";
    if (field.name == "Set-Cookie" && field.value.starts_with(begin)) {
      return field.value.substr(begin.size(), field.value.find(';') - begin.size());
    }
  }
  return {};
}

http::Field cookies(const std::string& session, const std::string& sign_in = {}) {
  return {"Cookie", "other=1; " + std::string(session_cookie) + "=" + session + "; " + std::string(sign_in_cookie) +
                        "=" + sign_in};
}

class IdentityOf : public testing::Test {
 protected:
  IdentityOf() {
    key_.write(directory_.path() / "key.pem");
    provider_.keys.push_back(key_.jwk("k"));
    provider_.token_endpoint = [this](const fetch::Request& request) { return exchange(request); };
    claims_ = changed(id_claims(), {{"roles", {"hunters", "gardeners"}}, {"name", "Jet Jager"}, {"acr", "high"}});
    IdentityOptions options;
    options.clock = time_.clock();
    options.transport = provider_.transport();
    identity_.emplace(configuration(), options);
  }

  Configuration configuration() const {
    Configuration made;
    made.issuer = test_issuer;
    made.client_id = test_client;
    made.private_key_file = directory_.path() / "key.pem";
    made.public_url = own;
    made.scopes = {"openid", "profile"};
    made.roles = {{"hunters", Role::jobhunter}, {"bosses", Role::manager}, {"robots", Role::service}};
    made.acr_order = {"low", "high"};
    made.acr_minimum = {{Role::jobhunter, "high"}};
    made.machines.audience = test_machines;
    return made;
  }

  /// The token endpoint: an ID token for the nonce that went along.
  fetch::Answer exchange(const fetch::Request& request) {
    exchanged_ = http::parse_target("/?" + request.body).query;
    const Json claims = changed(claims_, {{"nonce", nonce_}});
    return {200, {}, Json{{"access_token", "a"}, {"id_token", signed_token(header_, claims, key_)}}.dump()};
  }
  std::string exchanged(const std::string& name) const {
    for (const auto& [key, value] : exchanged_) {
      if (key == name) return value;
    }
    return {};
  }

  struct Begun {
    std::string cookie;
    std::map<std::string, std::string> sent;
  };
  Begun begin(const std::string& target = "/auth/login", std::vector<http::Field> fields = {}) {
    const http::Response response = identity_->login()(request(target, std::move(fields)), {});
    EXPECT_EQ(response.status, 303);
    const std::string address(response.header("Location").value_or(""));
    EXPECT_THAT(address, testing::StartsWith(test_issuer + "/auth?"));
    Begun begun{cookie_of(response, sign_in_cookie), {}};
    for (const auto& [name, value] : http::parse_target(address.substr(test_issuer.size())).query)
      begun.sent[name] = value;
    nonce_ = begun.sent["nonce"];
    return begun;
  }
  http::Response call_back(const std::string& query, const std::string& cookie, const std::string& session = {}) {
    return identity_->callback()(request("/auth/callback?" + query, {cookies(session, cookie)}), {});
  }
  http::Response sign_in() {
    const Begun begun = begin();
    return call_back("code=c&state=" + begun.sent.at("state"), begun.cookie);
  }
  std::string session() { return cookie_of(sign_in(), session_cookie); }

  std::string who(const http::Request& asked) {
    const auto principal = identity_->recognise(asked);
    return principal ? principal->subject : "nobody";
  }
  ErrorCode refusal(const http::Request& asked) {
    try {
      identity_->recognise(asked);
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::count_;
  }
  http::Field bearer(const Json& changes = Json::object()) const {
    const Json claims = changed(changed(access_claims(), {{"roles", "robots"}}), changes);
    return {"Authorization", "Bearer " + signed_token(changed(header_, {{"typ", "at+jwt"}}), claims, key_)};
  }

  test::TemporaryDirectory directory_;
  TestKey key_ = TestKey::ec("P-256");
  ManualClock time_;
  FakeProvider provider_;
  Json header_{{"alg", "ES256"}, {"kid", "k"}};
  Json claims_;
  std::string nonce_;
  std::vector<std::pair<std::string, std::string>> exchanged_;
  std::optional<Identity> identity_;
};

TEST_F(IdentityOf, SendsABrowserToTheProviderWithAllThatBindsTheAnswer) {
  const Begun begun = begin();
  EXPECT_TRUE(is_random_token(begun.cookie));
  EXPECT_EQ(begun.sent.at("response_type"), "code");
  EXPECT_EQ(begun.sent.at("client_id"), test_client);
  EXPECT_EQ(begun.sent.at("redirect_uri"), own + "/auth/callback");
  EXPECT_EQ(begun.sent.at("scope"), "openid profile");
  EXPECT_EQ(begun.sent.at("code_challenge_method"), "S256");
  EXPECT_TRUE(is_random_token(begun.sent.at("state")));
  EXPECT_TRUE(is_random_token(begun.sent.at("nonce")));
  call_back("code=c&state=" + begun.sent.at("state"), begun.cookie);
  EXPECT_EQ(to_base64url(sha256(exchanged("code_verifier"))), begun.sent.at("code_challenge"));
  EXPECT_EQ(exchanged("code"), "c");
  EXPECT_EQ(exchanged("redirect_uri"), own + "/auth/callback");
  EXPECT_EQ(exchanged("client_assertion_type"), "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
}

TEST_F(IdentityOf, ProvesWhichClientItIs) {
  sign_in();
  const std::string assertion = exchanged("client_assertion");
  const std::size_t first = assertion.find('.');
  const std::size_t second = assertion.rfind('.');
  const Json claims = Json::parse(*from_base64url(assertion.substr(first + 1, second - first - 1)));
  EXPECT_EQ(claims["iss"], test_client);
  EXPECT_EQ(claims["sub"], test_client);
  EXPECT_EQ(claims["aud"], test_issuer + "/token");
  EXPECT_EQ(claims["exp"].get<int>() - claims["iat"].get<int>(), 60);
  EXPECT_TRUE(is_random_token(claims["jti"].get<std::string>()));
  EXPECT_TRUE(
      read_key_set(Json{{"keys", {key_.jwk("")}}}.dump())
          .at(0)
          .key.verifies(Algorithm::es256, assertion.substr(0, second), *from_base64url(assertion.substr(second + 1))));
}

TEST_F(IdentityOf, SetsACookieThatOnlyThisHostGetsAndNoScriptReads) {
  const http::Response response = sign_in();
  EXPECT_EQ(response.status, 200);
  EXPECT_THAT(response.body, HasSubstr("url=/\""));
  const std::string token = cookie_of(response, session_cookie);
  EXPECT_TRUE(is_random_token(token));
  EXPECT_EQ(std::string(response.header("Set-Cookie").value_or("")),
            "__Host-passend=" + token + "; Path=/; Secure; HttpOnly; SameSite=Lax");
}

TEST_F(IdentityOf, KnowsWhoHasSignedIn) {
  const auto principal = identity_->recognise(request("/v1/x", {cookies(session())}));
  ASSERT_TRUE(principal.has_value());
  EXPECT_EQ(principal->subject, "u-1");
  EXPECT_EQ(principal->roles, Roles{Role::jobhunter});
  EXPECT_EQ(principal->display_name, "Jet Jager");
  EXPECT_EQ(who(request("/v1/x")), "nobody");
  EXPECT_EQ(who(request("/v1/x", {cookies(random_token())})), "nobody");
  EXPECT_EQ(who(request("/v1/x", {cookies("short")})), "nobody");
}

TEST_F(IdentityOf, GivesANewTokenAtEverySignInAndEndsTheOldOne) {
  const std::string before = session();
  const Begun begun = begin();
  const http::Response response = call_back("code=c&state=" + begun.sent.at("state"), begun.cookie, before);
  const std::string after = cookie_of(response, session_cookie);
  EXPECT_NE(before, after);
  EXPECT_EQ(who(request("/v1/x", {cookies(before)})), "nobody");
  EXPECT_EQ(who(request("/v1/x", {cookies(after)})), "u-1");
}

TEST_F(IdentityOf, LetsTwoTabsSignIn) {
  const Begun first = begin();
  const Begun second = begin("/auth/login?returnTo=/nieuw", {cookies("", first.cookie)});
  EXPECT_EQ(first.cookie, second.cookie);
  nonce_ = first.sent.at("nonce");
  EXPECT_EQ(call_back("code=c&state=" + first.sent.at("state"), first.cookie).status, 200);
  nonce_ = second.sent.at("nonce");
  EXPECT_THAT(call_back("code=c&state=" + second.sent.at("state"), first.cookie).body, HasSubstr("url=/nieuw"));
}

TEST_F(IdentityOf, RefusesAnAnswerThatDoesNotBelongToASignInOfThisBrowser) {
  const auto refused = [&](const std::string& query, const std::string& cookie) {
    const http::Response response = call_back(query, cookie);
    EXPECT_EQ(response.status, 400) << query;
    EXPECT_THAT(response.body, HasSubstr("Aanmelden is verlopen"));
    EXPECT_EQ(cookie_of(response, session_cookie), "");
  };
  const Begun begun = begin();
  refused("code=c", begun.cookie);
  refused("code=c&state=", begun.cookie);
  refused("code=c&state=" + random_token(), begun.cookie);
  refused("code=c&state=" + begun.sent.at("state") + "&state=" + begun.sent.at("state"), begun.cookie);
  refused("code=c&state=" + begun.sent.at("state"), "");
  refused("code=c&state=" + begun.sent.at("state"), random_token());
  refused("code=c&state=" + begun.sent.at("state"), begun.cookie);  // Spent by the attempt before.
  const Begun late = begin();
  time_.pass(600s);
  refused("code=c&state=" + late.sent.at("state"), late.cookie);
}

TEST_F(IdentityOf, RefusesAnAnswerThatIsNoCodeOfThisProvider) {
  const auto answer = [&](const std::string& rest) {
    const Begun begun = begin();
    return call_back("state=" + begun.sent.at("state") + rest, begun.cookie);
  };
  EXPECT_EQ(answer("").status, 503);
  EXPECT_EQ(answer("&code=").status, 503);
  EXPECT_EQ(answer("&code=a&code=b").status, 503);
  EXPECT_EQ(answer("&code=c&iss=https%3A%2F%2Fother.example").status, 503);
  EXPECT_EQ(answer("&code=c&error=server_error").status, 503);
  EXPECT_EQ(answer("&code=c&iss=https%3A%2F%2Flogin.example").status, 200);
  EXPECT_THAT(answer("&error=access_denied").body, HasSubstr("gestopt"));
  const http::Response hostile = answer("&error=<script>&error_description=<script>alert(1)</script>");
  EXPECT_THAT(hostile.body, testing::Not(HasSubstr("<script")));
}

TEST_F(IdentityOf, AsksForTheIssuerInTheAnswerWhenTheProviderPromisesIt) {
  provider_.metadata["authorization_response_iss_parameter_supported"] = true;
  const Begun begun = begin();
  EXPECT_EQ(call_back("code=c&state=" + begun.sent.at("state"), begun.cookie).status, 503);
}

TEST_F(IdentityOf, RefusesTokensThatAreNotGood) {
  const auto page = [&](const Json& changes) {
    claims_ = changed(claims_, changes);
    return sign_in().body;
  };
  EXPECT_THAT(page({{"iss", "https://other.example"}}), HasSubstr("geweigerd"));
  EXPECT_THAT(page({{"iss", test_issuer}, {"sub", "123456782"}}), HasSubstr("geweigerd")) << "a citizen service number";
  EXPECT_THAT(page({{"sub", "123456789"}}), HasSubstr("U bent aangemeld")) << "nine digits that are none";
  EXPECT_THAT(page({{"sub", "a\nb"}}), HasSubstr("geweigerd"));
  EXPECT_THAT(page({{"sub", "u"}, {"acr", "low"}}), HasSubstr("veiliger"));
  EXPECT_THAT(page({{"acr", nullptr}}), HasSubstr("veiliger"));
  EXPECT_THAT(page({{"acr", "highest"}}), HasSubstr("veiliger"));
  EXPECT_THAT(page({{"roles", {"hunters", "bosses"}}}), HasSubstr("U bent aangemeld")) << "as a manager";
  EXPECT_THAT(page({{"roles", {"gardeners"}}}), HasSubstr("geen toegang"));
  EXPECT_THAT(page({{"roles", {"robots"}}}), HasSubstr("geen toegang")) << "nobody signs in as a machine";
  EXPECT_THAT(page({{"roles", nullptr}}), HasSubstr("geen toegang"));
}

TEST_F(IdentityOf, SaysThatTheProviderIsOfNoUse) {
  for (const std::string& body : {std::string(""), std::string("[]"), std::string(R"({"id_token":1})")}) {
    provider_.token_endpoint = [body](const fetch::Request&) { return fetch::Answer{200, {}, body}; };
    EXPECT_EQ(sign_in().status, 503) << body;
  }
  provider_.token_endpoint = [](const fetch::Request&) {
    return fetch::Answer{400, {}, R"({"error":"invalid_grant"})"};
  };
  EXPECT_THAT(sign_in().body, HasSubstr("Aanmelden lukt nu niet"));
}

TEST_F(IdentityOf, LeadsBackToPathsOfItsOwnAlone) {
  for (const char* path : {"/", "/vacatures", "/werkzoekenden?a=b&c=%C3%A9", "/a//b", "/auth", "/x:y@z"}) {
    EXPECT_TRUE(is_own_path(path)) << path;
  }
  for (const std::string& path :
       {std::string(), std::string("vacatures"), std::string("//evil.example"), std::string("/\\evil.example"),
        std::string("\\/evil.example"), std::string("https://evil.example"), std::string("javascript:alert(1)"),
        std::string("/a\\b"), std::string("/a b"), std::string("/\t/evil.example"), std::string("/a\nb"),
        std::string("/\0a", 3), std::string("/\xC3\xA9"), std::string("/a#b"), std::string("/auth/login"),
        std::string("/\x7f"), "/" + std::string(1024, 'a')}) {
    EXPECT_FALSE(is_own_path(path)) << path;
  }
  EXPECT_THROW(identity_->login()(request("/auth/login?returnTo=%2F%2Fevil.example"), {}), Error);
  EXPECT_THROW(identity_->login()(request("/auth/login?returnTo=/%5Cevil.example"), {}), Error);
  EXPECT_THROW(identity_->login()(request("/auth/login?returnTo=/a&returnTo=/b"), {}), Error);
  EXPECT_THROW(identity_->login()(request("/auth/login?return=/a"), {}), Error);
  const Begun begun = begin("/auth/login?returnTo=/a?b='\"%3Cc%3E");
  EXPECT_THAT(call_back("code=c&state=" + begun.sent.at("state"), begun.cookie).body,
              HasSubstr("url=/a?b=&#39;&quot;&lt;c&gt;\""));
}

TEST_F(IdentityOf, WantsAHeaderOfOurScriptsForWhatMayChangeSomething) {
  const std::string token = session();
  using enum http::Method;
  for (const http::Method method : {post, put, patch, delete_}) {
    EXPECT_EQ(refusal(request("/v1/x", {cookies(token)}, method)), ErrorCode::forbidden);
    EXPECT_EQ(refusal(request("/v1/x", {cookies(token), {"X-Passend-Request", "0"}}, method)), ErrorCode::forbidden);
    EXPECT_EQ(who(request("/v1/x", {cookies(token), {"x-passend-request", "1"}}, method)), "u-1");
    EXPECT_EQ(who(request("/v1/x", {}, method)), "nobody");
  }
  EXPECT_EQ(who(request("/v1/x", {cookies(token)}, head)), "u-1");
}

TEST_F(IdentityOf, TakesNoCookieThatStandsTwice) {
  const std::string token = session();
  const std::string twice = "__Host-passend=" + token + "; __Host-passend=" + token;
  EXPECT_EQ(who(request("/v1/x", {{"Cookie", twice}})), "nobody");
  EXPECT_EQ(who(request("/v1/x", {{"Cookie", "__Host-passend2=" + token}})), "nobody");
}

TEST_F(IdentityOf, KnowsMachinesByTheirTokens) {
  const auto machine = identity_->recognise(request("/v1/x", {bearer()}, http::Method::post));
  ASSERT_TRUE(machine.has_value());
  EXPECT_EQ(machine->subject, "m-1");
  EXPECT_EQ(machine->roles, Roles{Role::service});
  EXPECT_EQ(refusal(request("/v1/x", {bearer({{"roles", "bosses"}})})), ErrorCode::forbidden) << "roles of people";
  EXPECT_EQ(refusal(request("/v1/x", {bearer({{"aud", test_client}})})), ErrorCode::invalid_token);
  EXPECT_EQ(refusal(request("/v1/x", {bearer(), cookies(session())})), ErrorCode::invalid_input);
  for (const char* value : {"", "Bearer", "Bearer ", "Basic dTpw", "Bearer  x", "Bearerx", "a.b.c"}) {
    EXPECT_EQ(refusal(request("/v1/x", {{"Authorization", value}})), ErrorCode::invalid_token) << value;
  }
  const std::string token = bearer().value.substr(7);
  EXPECT_EQ(who(request("/v1/x?access_token=" + token)), "nobody") << "a token in an address counts for nothing";
  time_.pass(361s);
  EXPECT_EQ(refusal(request("/v1/x", {{"Authorization", "Bearer " + token}})), ErrorCode::invalid_token);
}

TEST_F(IdentityOf, TakesNoBearerTokensUnlessTheyAreConfigured) {
  Configuration without = configuration();
  without.machines.audience.clear();
  IdentityOptions options;
  options.transport = provider_.transport();
  identity_.emplace(without, options);
  EXPECT_EQ(refusal(request("/v1/x", {bearer({{"aud", ""}})})), ErrorCode::invalid_token);
}

TEST_F(IdentityOf, TellsAPageWhoHasSignedInWithoutProlongingIt) {
  const std::string token = session();
  const auto describe = [&] { return identity_->session()(request("/v1/session", {cookies(token)}), {}); };
  const Json said = Json::parse(describe().body);
  EXPECT_EQ(said, (Json{{"roles", {"jobhunter"}},
                        {"displayName", "Jet Jager"},
                        {"acr", "high"},
                        {"idleUntil", "2027-01-15T08:15:00.000Z"},
                        {"expires", "2027-01-15T16:00:00.000Z"}}));
  time_.pass(800s);
  EXPECT_EQ(Json::parse(describe().body)["idleUntil"], "2027-01-15T08:15:00.000Z");
  time_.pass(100s);
  EXPECT_THROW(describe(), Error);
  EXPECT_THROW(identity_->session()(request("/v1/session"), {}), Error);
}

TEST_F(IdentityOf, IsNotProlongedByAnAnswerThatIsStillBeingSent) {
  http::Request still_sent = request("/v1/x", {cookies(session())});
  still_sent.is_sign_of_life = false;
  time_.pass(800s);
  EXPECT_TRUE(identity_->recognise(still_sent));
  time_.pass(100s);
  EXPECT_FALSE(identity_->recognise(still_sent));
}

TEST_F(IdentityOf, SignsOut) {
  const std::string token = session();
  const auto end = [&](std::vector<http::Field> fields) {
    return identity_->logout()(request("/auth/logout", std::move(fields), http::Method::post), {});
  };
  EXPECT_THROW(end({cookies(token)}), Error);
  const http::Response response = end({cookies(token), {"X-Passend-Request", "1"}});
  EXPECT_EQ(Json::parse(response.body)["logoutUrl"],
            test_issuer + "/end?x=y&client_id=passend&post_logout_redirect_uri=https%3A%2F%2Fpassend.example%2F");
  EXPECT_THAT(std::string(response.header("Set-Cookie").value_or("")), HasSubstr("__Host-passend=; "));
  EXPECT_THAT(std::string(response.header("Set-Cookie").value_or("")), HasSubstr("Max-Age=0"));
  EXPECT_EQ(who(request("/v1/x", {cookies(token)})), "nobody");
  EXPECT_EQ(end({{"X-Passend-Request", "1"}}).status, 200) << "signing out twice is no mistake";
  provider_.is_away = true;
  time_.pass(25h);
  EXPECT_EQ(end({{"X-Passend-Request", "1"}}).body, "{}") << "nor is it when the provider is away";
}

TEST_F(IdentityOf, SigningInTakesFromABudgetOfItsOwn) {
  std::set<std::string> charged;
  for (const http::Route& route : with_sign_in(*identity_).routes) {
    if (route.charge == http::Charge::sign_in) charged.insert(route.pattern);
  }
  EXPECT_EQ(charged, (std::set<std::string>{"/auth/login", "/auth/callback"}));
}

}  // namespace
}  // namespace passend::auth
