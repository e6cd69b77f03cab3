// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct sockaddr;

namespace passend::test {

struct Reply {
  int status = 0;
  std::vector<std::pair<std::string, std::string>> fields;
  std::string body;

  /// The value of a header, exact name; empty when it is absent.
  std::string header(std::string_view name) const;
};

/// A blocking connection to a port of 127.0.0.1, or to a Unix socket. It adds and interprets as little as it can, so
/// that a test decides on every byte. Waits at most twenty seconds for anything and throws std::runtime_error then.
class RawClient {
 public:
  explicit RawClient(std::uint16_t port);
  explicit RawClient(const std::filesystem::path& socket);
  ~RawClient();
  RawClient(RawClient&& other) noexcept
      : socket_(std::exchange(other.socket_, -1)), received_(std::move(other.received_)) {}
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  /// Sends the bytes; false when the other end has closed before all were taken.
  bool send(std::string_view bytes);
  /// Says that nothing more will come, and goes on listening.
  void finish_sending();
  /// The next reply, framed by its Content-Length or in chunks; absent when the connection ends before one begins.
  /// `to_head` replies have no body whatever their length says.
  std::optional<Reply> read_reply();
  std::optional<Reply> read_reply_to_head();
  /// The next chunk of a body of which only the head was read; empty for the last one. Absent when the connection ends
  /// before it.
  std::optional<std::string> read_chunk();
  /// Everything until the other end closes.
  std::string read_to_end();

 private:
  enum class Body { framed, none };
  std::optional<Reply> read(Body body);
  bool receive();
  bool receive_up_to(std::size_t bytes);
  std::string read_chunks();
  void connect(const sockaddr& address, std::size_t size);

  int socket_ = -1;
  std::string received_;
};

/// A whole request with Host, and with Content-Type and Content-Length when there is a body. `fields` are further
/// header lines, each with its end.
std::string request_text(std::uint16_t port, std::string_view method, std::string_view target,
                         std::string_view body = {}, std::string_view fields = {});

/// One request on a connection of its own.
Reply ask(std::uint16_t port, std::string_view method, std::string_view target, std::string_view body = {},
          std::string_view fields = {});

}  // namespace passend::test
