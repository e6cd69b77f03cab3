// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <atomic>
#include <cstdint>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace passend::test {

/// A request as it came.
struct Asked {
  std::string head;  ///< Request line and headers.
  std::string body;
};

/// The connection of one request, to answer on.
class Answering {
 public:
  explicit Answering(int socket) : socket_(socket) {}

  /// False when the other end has gone.
  bool send(std::string_view bytes) const;
  /// A whole response with Content-Length.
  void respond(int status, const std::string& body, const std::string& more_headers = {}) const;
  /// Until the other end has gone.
  void wait_for_end() const;

 private:
  int socket_;
};

/// A server on a free port of 127.0.0.1 for the tests of what asks one: one request at a time, answered as the test
/// says, and remembered.
class LoopbackServer {
 public:
  using Behaviour = std::function<void(const Answering&, const Asked&)>;

  explicit LoopbackServer(Behaviour behaviour);
  ~LoopbackServer();
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;

  void behave(Behaviour behaviour);
  std::string url() const { return "http://127.0.0.1:" + std::to_string(port_); }
  std::vector<Asked> asked() const;

 private:
  void serve();
  void answer(int socket);

  int listener_;
  std::uint16_t port_ = 0;
  mutable std::mutex mutex_;
  Behaviour behaviour_;
  std::vector<Asked> asked_;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

}  // namespace passend::test
