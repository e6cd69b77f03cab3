// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <boost/asio/generic/stream_protocol.hpp>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

namespace passend::http {

/// Of any family: TCP and Unix alike.
using Socket = boost::asio::generic::stream_protocol::socket;

/// How far an attempt to read or write came.
struct Transfer {
  enum class State : std::uint8_t {
    moved,        ///< `bytes` were read or written; of a handshake: it is done.
    wants_read,   ///< Nothing now: try again when the socket can be read,
    wants_write,  ///< or written.
    ended,        ///< The other end has finished sending.
    failed,       ///< The connection is of no use any more.
  };
  State state = State::failed;
  std::size_t bytes = 0;
};

/// The bytes of one connection. Nothing here waits: the session waits on the socket and tries again, so that a
/// connection that does nothing holds no buffer.
class Stream {
 public:
  explicit Stream(Socket socket) : socket_(std::move(socket)) {}
  virtual ~Stream() = default;
  Stream(const Stream&) = delete;
  Stream& operator=(const Stream&) = delete;

  Socket& socket() { return socket_; }

  /// What has to be agreed on before the first byte. To be tried until it has moved or failed.
  virtual Transfer shake_hands() = 0;
  virtual Transfer read(char* bytes, std::size_t size) = 0;
  /// What was not taken is to be offered again from its first byte on, at the same length or longer.
  virtual Transfer write(std::string_view bytes) = 0;
  /// Whether bytes can be read although the socket has none.
  virtual bool holds_unread() const = 0;
  /// Says that nothing more will be sent.
  virtual void finish_sending() = 0;

 private:
  Socket socket_;
};

class PlainStream final : public Stream {
 public:
  using Stream::Stream;

  Transfer shake_hands() override { return {Transfer::State::moved, 0}; }
  Transfer read(char* bytes, std::size_t size) override;
  Transfer write(std::string_view bytes) override;
  bool holds_unread() const override { return false; }
  void finish_sending() override;
};

}  // namespace passend::http
