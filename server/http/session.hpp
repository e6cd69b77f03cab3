// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/bell.hpp"
#include "server/http/core.hpp"
#include "server/http/gate.hpp"
#include "server/http/listener.hpp"
#include "server/http/outgoing.hpp"
#include "server/http/pieces.hpp"
#include "server/http/stream.hpp"

namespace passend::http {

/// One connection; every member function runs on the I/O thread. A request is read, answered and written before the
/// next one is looked at, so that pipelined answers keep their order.
class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(Core& core, const Listener& listener, Socket socket);

  const Listener& listener() const { return listener_; }

  void begin();
  /// The server stops: an idle connection has nothing to finish, and a stream of events ends here.
  void drain();
  void close();

 private:
  enum class Phase : std::uint8_t { opening, idle, head, body, working, writing, resting, lingering, closed };

  static constexpr const char* overload_words = "The server has as much work as it can do; try again in a second.";

  const Limits& limits() const { return core_.options().limits; }
  const Deadlines& deadlines() const { return core_.options().deadlines; }
  const Router& router() const { return *listener_.router; }

  void hold(std::size_t bytes);
  void arm(std::chrono::milliseconds duration);
  void disarm();
  void expired();
  void await(Transfer::State wanted);
  void stop_awaiting();
  void on_ready();

  void open();
  void next_request();
  void enter_head();
  void read_bytes();
  void on_end(Transfer::State state);
  void look_for_head();
  void on_head(std::size_t length);
  void start_body();
  void send_continue();
  void read_body();
  void check_pace();

  void on_request();
  void hand_to_a_worker();
  void refuse_for(std::chrono::seconds wait);
  void refuse(Refusal refusal);
  void respond(Response response);
  Response with_place(Response response);
  void send(Outgoing outgoing);
  void write();
  void on_written();

  /// A body that is being made while it is sent (session_pieces.cpp).
  struct Making {
    std::shared_ptr<Pieces> pieces;
    std::shared_ptr<void> place;                      ///< Among all that are open.
    std::shared_ptr<void> ear{};                      ///< Hears the bell; null for a download.
    bool has_rung = false;                            ///< Since a worker was last asked.
    std::chrono::steady_clock::time_point sent_at{};  ///< Of the last piece, or the beginning.
  };
  struct Piece;
  static Piece piece_of(Pieces& pieces);

  void listen(Bell& bell);
  void on_ring();
  void ask_for_piece();
  void on_piece(Piece piece);
  void on_nothing_new();
  void rest();
  void read_while_resting();
  void end_pieces();

  Core& core_;
  const Listener& listener_;
  std::unique_ptr<Stream> stream_;
  boost::asio::steady_timer timer_;
  std::uint64_t deadline_number_ = 0;
  std::uint64_t wait_number_ = 0;
  Phase phase_ = Phase::opening;
  bool closing_ = false;
  std::size_t requests_ = 0;
  std::string peer_;
  std::string received_;     ///< Bytes that no request has taken yet.
  std::size_t scanned_ = 0;  ///< Of received_: looked through without finding the end of a head.
  Admission admission_;
  std::string body_;
  std::size_t held_ = 0;  ///< Of body and answer; small ones that came with their head are not counted.
  std::size_t body_at_tick_ = 0;
  std::chrono::steady_clock::time_point body_started_;
  std::string_view unsent_continue_;
  Request request_;
  std::string_view pattern_;     ///< For the metrics: of the route,
  std::string_view asked_with_;  ///< the method,
  std::chrono::steady_clock::time_point asked_at_;
  std::optional<Outgoing> outgoing_;
  std::optional<Making> making_;
};

}  // namespace passend::http
