// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

#include "indexer/base/error.hpp"
#include "indexer/fetch/url.hpp"
#include "server/auth/authorization.hpp"
#include "server/auth/form.hpp"
#include "server/auth/identity.hpp"
#include "server/http/server.hpp"
#include "tests/sign_in/browser.hpp"
#include "tests/sign_in/demo_provider.hpp"
#include "tests/temporary_directory.hpp"

/// Everything as it is in use: our HTTP server, our handlers, the real oidc-provider in Node.js, and a browser with
/// cookies between them.
namespace passend::auth {
namespace {

using test::Browser;
using test::DemoProvider;
using testing::HasSubstr;
using Json = nlohmann::json;

constexpr const char* accounts = R"([
  {"id": "p-jobhunter", "name": "Jet de <Jager>", "role": "jobhunter", "tenant": "hilversum", "caseload": "c-1",
   "acr": "http://eidas.europa.eu/LoA/substantial"},
  {"id": "p-weak", "name": "Wim Zwak", "role": "jobhunter", "acr": "http://eidas.europa.eu/LoA/low"},
  {"id": "p-seeker", "name": "Zoë Zoeker", "role": "job_seeker", "candidate": "00112233445566778899aabbccddeeff"},
  {"id": "p-nobody", "name": "Niels Niemand", "role": "gardener"}])";

class SigningIn : public testing::Test {
 protected:
  void SetUp() override {
    if (!test::has_demo_provider()) GTEST_SKIP() << "needs Node.js and `npm install` in server/web";
    std::ofstream(directory_.path() / "demo-region");
    std::ofstream(directory_.path() / "accounts.json") << accounts;
    http::ServerOptions options;
    options.port = 0;
    server_.emplace(options, http::Router(routes(), nullptr), readiness_);
    server_->start();
    own_ = "http://localhost:" + std::to_string(server_->port());
  }

  void start_provider(const std::vector<std::string>& more = {}) {
    std::vector<std::string> arguments{"--data",       directory_.path().string(),
                                       "--accounts",   (directory_.path() / "accounts.json").string(),
                                       "--public-url", own_};
    arguments.insert(arguments.end(), more.begin(), more.end());
    provider_.emplace(arguments);
    ASSERT_NE(provider_->issuer(), "");
    if (identity_) return;
    IdentityOptions options;
    options.clock.steady = [this] { return std::chrono::steady_clock::now() + std::chrono::seconds(later_s_); };
    identity_.emplace(load_configuration(directory_.path() / "sign-in/sign-in.json"), options);
  }

  /// From the first click to the address of ours that the provider sends the browser to.
  std::string callback_of(Browser& browser, const std::string& account,
                          const std::string& login = "/auth/login?returnTo=%2Fvacatures") {
    const auto page = browser.follow(own_ + login, browser.get(own_ + login), "stop nowhere");
    EXPECT_EQ(page.answer.status, 200);
    EXPECT_THAT(page.answer.body, HasSubstr("Inloggen in de demonstratie"));
    EXPECT_THAT(page.url, HasSubstr("/interaction/"));
    const std::string choice = page.url + "/" + account;
    return browser.follow(choice, browser.post(choice), own_).url;
  }

  fetch::Answer sign_in(Browser& browser, const std::string& account) {
    return browser.get(callback_of(browser, account));
  }

  std::string who(Browser& browser) { return browser.get(own_ + "/v1/who").body; }

  std::string own_;
  std::atomic<int> later_s_ = 0;  ///< How far the steady clock is ahead.
  test::TemporaryDirectory directory_;
  std::optional<DemoProvider> provider_;
  std::optional<Identity> identity_;

 private:
  /// The routes as a server mounts them, and one that says who asks.
  std::vector<http::Route> routes() {
    using enum http::Method;
    const auto by = [this](http::Handler (Identity::*make)()) {
      return [this, make](const http::Request& request, const http::PathParameters& path) {
        return ((*identity_).*make)()(request, path);
      };
    };
    std::vector<http::Route> table;
    table.push_back({.method = get, .pattern = "/auth/login", .handler = by(&Identity::login)});
    table.push_back({.method = get,
                     .pattern = "/auth/callback",
                     .handler = by(&Identity::callback),
                     .open_to = http::OpenTo::every_origin});
    table.push_back({.method = post, .pattern = "/auth/logout", .handler = by(&Identity::logout)});
    table.push_back({.method = get, .pattern = "/v1/session", .handler = by(&Identity::session)});
    table.push_back({.method = get, .pattern = "/v1/who", .handler = [this](const http::Request& request, const auto&) {
                       const auto principal = identity_->recognise(request);
                       http::Response response;
                       response.body = principal ? principal->subject : "nobody";
                       return response;
                     }});
    return table;
  }

  http::Readiness readiness_;
  std::optional<http::Server> server_;
};

TEST_F(SigningIn, LeadsAPersonWithTheirRolesToThePageTheyCameFor) {
  start_provider();
  Browser browser;
  EXPECT_EQ(who(browser), "nobody");
  const fetch::Answer done = sign_in(browser, "p-jobhunter");
  EXPECT_EQ(done.status, 200);
  EXPECT_THAT(done.body, HasSubstr("content=\"0;url=/vacatures\""));
  EXPECT_EQ(who(browser), "p-jobhunter");
  const fetch::Answer session = browser.get(own_ + "/v1/session");
  ASSERT_EQ(session.status, 200);
  const Json said = Json::parse(session.body);
  EXPECT_EQ(said["roles"], Json::array({"jobhunter"}));
  EXPECT_EQ(said["displayName"], "Jet de <Jager>");
  EXPECT_EQ(said["tenant"], "hilversum");
  EXPECT_EQ(said["acr"], "http://eidas.europa.eu/LoA/substantial");
}

TEST_F(SigningIn, EndsWithSigningOut) {
  start_provider();
  Browser browser;
  sign_in(browser, "p-seeker");
  EXPECT_EQ(who(browser), "p-seeker");
  const std::vector<fetch::Field> json{{"Content-Type", "application/json"}};
  EXPECT_EQ(browser.post(own_ + "/auth/logout", json).status, 403) << "another page could have asked this";
  EXPECT_EQ(who(browser), "p-seeker");
  const std::string cookie = browser.cookie("localhost", "__Host-passend");
  const auto ended = browser.post(own_ + "/auth/logout", {json.front(), {"X-Passend-Request", "1"}});
  ASSERT_EQ(ended.status, 200);
  EXPECT_EQ(who(browser), "nobody");
  EXPECT_EQ(browser.get(own_ + "/v1/session").status, 401);
  const auto stolen = fetch::send({.url = own_ + "/v1/who", .fields = {{"Cookie", "__Host-passend=" + cookie}}}, {});
  EXPECT_EQ(stolen.body, "nobody") << "the session has ended on the server as well";
  const auto page = browser.get(Json::parse(ended.body)["logoutUrl"]);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, HasSubstr("Uitloggen bij de inlogdienst?"));
}

TEST_F(SigningIn, WorksWithEachAlgorithmOfTheProvider) {
  for (const char* algorithm : {"ES256", "EdDSA"}) {
    identity_.reset();
    provider_.reset();
    start_provider({"--algorithm", algorithm});
    Browser browser;
    sign_in(browser, "p-seeker");
    EXPECT_EQ(who(browser), "p-seeker") << algorithm;
  }
}

TEST_F(SigningIn, GoesOnWhenTheProviderHasNewKeys) {
  start_provider();
  Browser before;
  sign_in(before, "p-seeker");
  const std::string port = provider_->port();
  provider_.reset();
  start_provider({"--port", port});
  later_s_ = 31;
  Browser after;
  sign_in(after, "p-seeker");
  EXPECT_EQ(who(after), "p-seeker") << "the new keys were fetched for the sake of an unknown key id";
  EXPECT_EQ(who(before), "p-seeker") << "sessions do not depend on the keys";
}

TEST_F(SigningIn, IsRefusedWithATamperedState) {
  start_provider();
  Browser browser;
  std::string callback = callback_of(browser, "p-seeker");
  const std::size_t state = callback.find("state=") + 6;
  callback[state] = callback[state] == '0' ? '1' : '0';
  const fetch::Answer answer = browser.get(callback);
  EXPECT_EQ(answer.status, 400);
  EXPECT_THAT(answer.body, HasSubstr("Aanmelden is verlopen"));
  EXPECT_EQ(who(browser), "nobody");
}

TEST_F(SigningIn, IsDoneOnceAndInTheBrowserThatBegan) {
  start_provider();
  Browser browser;
  Browser other;
  const std::string callback = callback_of(browser, "p-seeker");
  callback_of(other, "p-jobhunter");
  EXPECT_EQ(other.get(callback).status, 400) << "a link that signs somebody in as somebody else";
  EXPECT_EQ(who(other), "nobody");
  EXPECT_EQ(browser.get(callback).status, 400) << "a state is spent whoever brings it";
  const std::string again = callback_of(browser, "p-seeker");
  EXPECT_EQ(browser.get(again).status, 200);
  EXPECT_EQ(browser.get(again).status, 400) << "played again";
}

TEST_F(SigningIn, IsRefusedWithACodeThatWasUsedBefore) {
  start_provider();
  Browser browser;
  const auto part = [](const std::string& url, const std::string& name) {
    const std::size_t begin = url.find(name + "=") + name.size() + 1;
    return url.substr(begin, url.find('&', begin) - begin);
  };
  const std::string first = callback_of(browser, "p-seeker");
  browser.get(first);
  Browser second;
  std::string callback = callback_of(second, "p-jobhunter");
  const std::string own_code = part(callback, "code");
  callback.replace(callback.find(own_code), own_code.size(), part(first, "code"));
  const fetch::Answer answer = second.get(callback);
  EXPECT_EQ(answer.status, 503);
  EXPECT_THAT(answer.body, HasSubstr("Aanmelden lukt nu niet"));
  EXPECT_THAT(answer.body, testing::Not(HasSubstr("grant")));
  EXPECT_EQ(who(second), "nobody");
}

TEST_F(SigningIn, SaysInDutchWhyItDidNotWork) {
  start_provider();
  const std::vector<std::pair<std::string, std::string>> endings{
      {"p-weak", "Meld u veiliger aan"}, {"p-nobody", "nog geen toegang"}, {"", "heeft het aanmelden gestopt"}};
  for (const auto& [account, words] : endings) {
    Browser browser;
    const fetch::Answer answer = sign_in(browser, account);
    EXPECT_EQ(answer.status, 403);
    EXPECT_THAT(answer.body, HasSubstr(words));
    EXPECT_EQ(who(browser), "nobody");
  }
  provider_.reset();
  later_s_ = 25 * 60 * 60;
  Browser browser;
  EXPECT_EQ(browser.get(own_ + "/auth/login").status, 503) << "the provider is away";
}

TEST_F(SigningIn, IsForMachinesABearerToken) {
  start_provider();
  const PrivateKey key = PrivateKey::read(directory_.path() / "sign-in/client-key.pem");
  const std::string endpoint = provider_->issuer() + "/token";
  const std::string assertion =
      sign_assertion({"passend-demo-machine", endpoint, ""}, key,
                     std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
  const fetch::Answer token = fetch::send(
      {.method = fetch::Method::post,
       .url = endpoint,
       .fields = {{"Content-Type", "application/x-www-form-urlencoded"}},
       .body = encode_form({{"grant_type", "client_credentials"},
                            {"client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
                            {"client_assertion", assertion}})},
      {});
  ASSERT_EQ(token.status, 200) << token.body;
  const std::string bearer = "Bearer " + Json::parse(token.body)["access_token"].get<std::string>();
  const auto ask = [&](const std::string& authorization) {
    return fetch::send({.url = own_ + "/v1/who", .fields = {{"Authorization", authorization}}}, {});
  };
  EXPECT_EQ(ask(bearer).body, "passend-demo-machine");
  const fetch::Answer refused = ask(bearer.substr(0, bearer.size() - 8) + "AAAAAAAA");
  EXPECT_EQ(refused.status, 401);
  EXPECT_THAT(std::string(refused.header("WWW-Authenticate").value_or("")), HasSubstr("invalid_token"));
}

TEST_F(SigningIn, OfTheDemonstrationNeverStandsBesideRealData) {
  test::TemporaryDirectory real;
  DemoProvider provider({"--data", real.path().string(), "--accounts", (directory_.path() / "accounts.json").string()});
  EXPECT_EQ(provider.issuer(), "");
  EXPECT_EQ(provider.stop(), 2);
  EXPECT_TRUE(std::filesystem::is_empty(real.path()));
}

}  // namespace
}  // namespace passend::auth
