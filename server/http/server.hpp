// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "server/http/budgets.hpp"
#include "server/http/gauge.hpp"
#include "server/http/readiness.hpp"
#include "server/http/router.hpp"
#include "server/http/tls_files.hpp"

namespace passend::http {

struct Deadlines {
  std::chrono::milliseconds header{5'000};       ///< From the first byte of a head to its last.
  std::chrono::milliseconds body{10'000};        ///< For a whole body.
  std::chrono::milliseconds body_window{2'000};  ///< In which Limits::body_bytes_per_window must arrive.
  std::chrono::milliseconds write{10'000};       ///< For a whole response, or one piece of it.
  std::chrono::milliseconds idle{15'000};        ///< Between two requests, and before the first.
  std::chrono::milliseconds linger{1'000};       ///< For the other end to read a refusal before the connection closes.
  std::chrono::milliseconds drain{10'000};       ///< For requests under way when the server stops.
  std::chrono::milliseconds heartbeat{15'000};   ///< After which a stream of events without any sends a comment.
};

struct Limits {
  std::size_t head_bytes = 8192;
  std::size_t fields = 64;
  std::size_t target_bytes = 2048;
  std::size_t body_bytes = 1 << 20;
  std::size_t body_bytes_per_window = 1024;  ///< A body that comes slower is refused with 408.
  std::size_t requests_per_connection = 100;
  std::size_t connections = 12'000;    ///< Above it new connections wait unaccepted; fewer where descriptors are short.
  std::size_t waiting_requests = 64;   ///< For a worker; above it 503 at once.
  std::size_t held_bytes = 256 << 20;  ///< Bodies and answers of all connections together; above it 503 at once.
  std::size_t downloads = 32;          ///< Answers that are made while they are sent; above it 503.
  std::size_t downloads_of_one = 2;    ///< Of one session, token, or address that shows neither; above it 429.
  std::size_t event_streams = 1'000;   ///< Streams of events; above it 503.
  std::size_t event_streams_of_one = 4;  ///< The same of one. Of six connections a browser keeps two for the rest.
};

struct ServerOptions {
  std::string address = "127.0.0.1";            ///< Without tls loopback only (127.0.0.0/8 or ::1).
  std::optional<std::uint16_t> port = 8080;     ///< 0 takes a free one; absent: none.
  std::optional<TlsFiles> tls{};                ///< For the port.
  std::filesystem::path socket{};               ///< Of a Unix socket, for a proxy; empty: none.
  std::optional<std::uint16_t> metrics_port{};  ///< Answers /metrics on 127.0.0.1; 0 takes a free one; absent: none.
  Gauges gauges{};                              ///< Further figures for /metrics.
  unsigned workers = 0;                         ///< 0 takes one per processor.
  std::vector<std::string> public_hosts{};      ///< Further names in Host, lower case, by which it is reached.
  std::string api_version = "0.0.0";            ///< For the header API-Version.
  Limits limits;
  BudgetOptions budgets;
  Deadlines deadlines;
};

class Core;

/// The HTTP/1.1 server: one thread for all sockets, which never searches, and workers behind a bounded line.
class Server {
 public:
  /// Checks and binds, so that a wrong address, a port in use or a bad certificate is an error before anything starts.
  /// Throws configuration. `readiness` must outlive the server; it is raised by start() and lowered when the server
  /// begins to drain.
  Server(const ServerOptions& options, Router router, Readiness& readiness);
  /// Stops and waits.
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  void start();
  /// As bound; 0 without one.
  std::uint16_t port() const;
  std::uint16_t metrics_port() const;
  /// From start() on, SIGTERM and SIGINT stop the server like stop(), and with TLS SIGHUP reads its files again.
  void stop_on_signals();
  /// Begins to drain: takes no new connection, finishes the requests under way, then closes. Returns at once;
  /// thread-safe.
  void stop();
  /// Returns when all connections are closed and all threads have ended.
  void wait();

 private:
  std::unique_ptr<Core> core_;
};

}  // namespace passend::http
