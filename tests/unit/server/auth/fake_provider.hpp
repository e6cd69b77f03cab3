// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "indexer/base/error.hpp"
#include "server/auth/provider.hpp"
#include "tests/unit/server/auth/token_maker.hpp"

namespace passend::test {

/// Both clocks, moved by the test.
class ManualClock {
 public:
  auth::Clock clock() {
    return {.wall = [this] { return std::chrono::system_clock::time_point(token_time) + passed_; },
            .steady = [this] { return std::chrono::steady_clock::time_point(std::chrono::hours(1000)) + passed_; }};
  }
  void pass(std::chrono::seconds time) { passed_ += time; }

 private:
  std::chrono::seconds passed_{0};
};

/// An identity provider without a network.
class FakeProvider {
 public:
  auth::Transport transport() {
    return [this](const fetch::Request& request) { return answer(request); };
  }

  Json metadata{{"issuer", test_issuer},
                {"authorization_endpoint", test_issuer + "/auth"},
                {"token_endpoint", test_issuer + "/token"},
                {"jwks_uri", test_issuer + "/keys"},
                {"end_session_endpoint", test_issuer + "/end?x=y"}};
  Json keys = Json::array();
  bool is_away = false;
  std::function<fetch::Answer(const fetch::Request&)> token_endpoint;
  std::vector<std::string> asked;  ///< Addresses, in the order asked.

  std::size_t times_asked(const std::string& path) const {
    return static_cast<std::size_t>(std::count(asked.begin(), asked.end(), test_issuer + path));
  }

 private:
  fetch::Answer answer(const fetch::Request& request) {
    asked.push_back(request.url);
    if (is_away) throw Error(ErrorCode::peer_unavailable, "it is away");
    if (request.url == test_issuer + "/.well-known/openid-configuration") return {200, {}, metadata.dump()};
    if (request.url == test_issuer + "/keys") return {200, {}, Json{{"keys", keys}}.dump()};
    if (request.url == test_issuer + "/token") return token_endpoint(request);
    return {404, {}, ""};
  }
};

}  // namespace passend::test
