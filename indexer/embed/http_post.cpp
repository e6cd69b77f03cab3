// SPDX-License-Identifier: EUPL-1.2
#include "indexer/embed/http_post.hpp"

#include <algorithm>
#include <boost/asio.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <optional>

#include "indexer/base/error.hpp"

namespace passend::embed {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using BoostError = boost::system::error_code;
using Clock = std::chrono::steady_clock;

constexpr std::size_t head_bytes = 16 * 1024;

/// One request. Every step runs to its end or to its deadline on the thread that asks.
class Post {
 public:
  Post(const Endpoint& endpoint, const PostLimits& limits)
      : endpoint_(endpoint),
        limits_(limits),
        end_(Clock::now() + limits.total),
        connected_by_(std::min(end_, Clock::now() + limits.connect)) {}

  PostAnswer send(const std::string& body, const std::string& bearer) {
    connect();
    if (endpoint_.scheme == Scheme::http) return exchange(socket_, body, bearer);
    asio::ssl::stream<tcp::socket&> stream(socket_, tls_);
    shake_hands(stream);
    return exchange(stream, body, bearer);
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw Error(ErrorCode::embeddings_unavailable, "the embeddings endpoint " + to_text(endpoint_) + " " + what);
  }

  /// `start` begins the step with the handler that it is given.
  template <class Start>
  void step(Clock::time_point deadline, const std::string& doing, Start start) {
    std::optional<BoostError> outcome;
    start([&outcome](BoostError error, auto&&...) { outcome = error; });
    io_.restart();
    while (!outcome && io_.run_one_until(deadline) > 0) {
    }
    if (!outcome) fail("took too long " + doing + ": look whether it runs and is not overloaded, or allow more time");
    if (*outcome == beast::http::error::body_limit || *outcome == beast::http::error::header_limit) {
      fail("sent an answer above " + std::to_string(limits_.answer_bytes) +
           " bytes: look whether the address is right");
    }
    if (*outcome)
      fail("failed " + doing + " (" + outcome->message() + "): look whether it runs and the address is right");
  }

  void connect() {
    tcp::resolver resolver(io_);
    tcp::resolver::results_type found;
    step(connected_by_, "while its host was looked up", [&](auto done) {
      resolver.async_resolve(endpoint_.host, endpoint_.port, [&found, done](BoostError error, auto results) {
        if (!error) found = results;
        done(error);
      });
    });
    step(connected_by_, "while connecting", [&](auto done) { asio::async_connect(socket_, found, done); });
    BoostError ignored;
    socket_.set_option(tcp::no_delay(true), ignored);
  }

  void shake_hands(asio::ssl::stream<tcp::socket&>& stream) {
    BoostError ignored;
    tls_.set_default_verify_paths(ignored);
    tls_.set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv3 |
                     asio::ssl::context::no_tlsv1 | asio::ssl::context::no_tlsv1_1);
    stream.set_verify_mode(asio::ssl::verify_peer);
    stream.set_verify_callback(asio::ssl::host_name_verification(endpoint_.host));
    BoostError is_name;
    asio::ip::make_address(endpoint_.host, is_name);
    if (is_name) SSL_set_tlsext_host_name(stream.native_handle(), endpoint_.host.c_str());
    step(connected_by_, "in the TLS handshake",
         [&](auto done) { stream.async_handshake(asio::ssl::stream_base::client, done); });
  }

  template <class Stream>
  PostAnswer exchange(Stream& stream, const std::string& body, const std::string& bearer) {
    namespace http = beast::http;
    http::request<http::string_body> request(http::verb::post, endpoint_.path, 11);
    request.set(http::field::host, authority(endpoint_));
    request.set(http::field::content_type, "application/json");
    request.set(http::field::accept, "application/json");
    request.set(http::field::connection, "close");
    if (!bearer.empty()) request.set(http::field::authorization, "Bearer " + bearer);
    request.body() = body;
    request.prepare_payload();
    step(end_, "while it was sent texts", [&](auto done) { http::async_write(stream, request, done); });
    http::response_parser<http::string_body> parser;
    parser.body_limit(limits_.answer_bytes);
    parser.header_limit(head_bytes);
    beast::flat_buffer buffer;
    step(end_, "while it answered", [&](auto done) { http::async_read(stream, buffer, parser, done); });
    return {static_cast<int>(parser.get().result_int()), std::move(parser.get().body())};
  }

  const Endpoint& endpoint_;
  const PostLimits& limits_;
  Clock::time_point end_;
  Clock::time_point connected_by_;
  asio::io_context io_{1};
  asio::ssl::context tls_{asio::ssl::context::tls_client};
  tcp::socket socket_{io_};
};

}  // namespace

PostAnswer post_json(const Endpoint& endpoint, const std::string& body, const std::string& bearer,
                     const PostLimits& limits) {
  return Post(endpoint, limits).send(body, bearer);
}

}  // namespace passend::embed
