// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <atomic>
#include <cstdint>
#include <latch>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/http/server.hpp"
#include "tests/http_client/raw_client.hpp"

namespace passend::test {

/// A server on a free port with a few routes that the tests of the transport need.
class RunningServer {
 public:
  /// `more` routes beside those of its own.
  explicit RunningServer(http::ServerOptions options = {}, std::vector<http::Route> more = {}) {
    options.port = 0;
    options.api_version = "1.2.3";
    std::vector<http::Route> table = routes();
    for (http::Route& route : more) table.push_back(std::move(route));
    server.emplace(options, http::Router(std::move(table), page()), readiness);
    server->start();
    port = server->port();
  }

  /// A head with the right Host and these further lines, each ended by CRLF.
  std::string head(const std::string& request_line, const std::string& lines = {}) const {
    return request_line + " HTTP/1.1\r\nHost: localhost:" + std::to_string(port) + "\r\n" + lines + "\r\n";
  }

  http::Readiness readiness;
  std::atomic<int> hits{0};  ///< Calls of /v1/hit.
  std::latch entered{1};     ///< Counted down by the first call of /v1/wait,
  std::latch may_finish{1};  ///< which then waits for this one.
  std::optional<http::Server> server;
  std::uint16_t port = 0;

 private:
  static http::Response text(std::string body) {
    http::Response response;
    response.body = std::move(body);
    return response;
  }

  std::vector<http::Route> routes() {
    using enum http::Method;
    std::vector<http::Route> table;
    table.push_back({get, "/v1/hit", [this](const auto&, const auto&) { return text(std::to_string(++hits)); }});
    table.push_back({post, "/v1/echo", [](const http::Request& request, const auto&) { return text(request.body); }});
    table.push_back({get, "/v1/things/{id}", [](const auto&, const auto& path) { return text(path.at("id")); }});
    table.push_back({get, "/v1/wait", [this](const auto&, const auto&) {
                       entered.count_down();
                       may_finish.wait();
                       return text("waited");
                     }});
    table.push_back(
        {get, "/v1/quick", [](const auto&, const auto&) { return text("quick"); }, http::RunsOn::io_thread});
    table.push_back({get, "/own/form", [](const auto&, const auto&) { return text("own"); }});
    table.back().render_error = [](const auto&, const Error& error) {
      http::Response response = text("own form");
      response.status = error.info().http_status;
      return response;
    };
    table.push_back({get, "/v1/big", [](const auto&, const auto&) { return text(std::string(32 << 20, 'x')); }});
    table.push_back({get, "/v1/open", [](const auto&, const auto&) { return text("open"); }, http::RunsOn::io_thread,
                     http::OpenTo::every_origin});
    return table;
  }

  static http::Handler page() {
    return [](const http::Request&, const http::PathParameters&) {
      http::Response response;
      response.media_type = "text/html; charset=utf-8";
      response.body = "<!doctype html>";
      return response;
    };
  }
};

}  // namespace passend::test
