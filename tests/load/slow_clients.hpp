// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "tests/load/connection.hpp"

namespace passend::load {

/// Clients that begin a request and never end it: a byte of a header each second, a new connection as soon as the
/// server gives them up.
class SlowClients {
 public:
  SlowClients(asio::io_context& io, const tcp::endpoint& server, std::size_t count);

  /// Opens them, spread over `ramp`, so that their deadlines do not fall together, and keeps them until stop().
  void start(std::chrono::milliseconds ramp);
  void stop();

  std::size_t connected() const { return connected_; }
  /// The fewest that were connected since this was last called.
  std::size_t take_fewest();
  std::size_t given_up() const { return given_up_; }  ///< Connections that the server answered with 408.
  std::size_t cut_off() const { return cut_off_; }    ///< Connections that ended without that answer.

 private:
  struct Client {
    explicit Client(asio::io_context& io) : socket(io) {}
    tcp::socket socket;
    bool is_connected = false;
  };

  void tick();
  void open(Client& client);
  void await_end(Client& client);
  void end(Client& client);

  tcp::endpoint server_;
  std::string beginning_;
  asio::steady_timer timer_;
  std::vector<std::unique_ptr<Client>> clients_;
  std::size_t opened_ = 0;  ///< Of clients_: those whose first connection was begun.
  std::size_t opened_at_tick_ = 1;
  std::size_t next_ = 0;  ///< Whose turn it is to send a byte.
  std::size_t connected_ = 0;
  std::size_t fewest_ = 0;
  std::size_t given_up_ = 0;
  std::size_t cut_off_ = 0;
  bool stopped_ = false;
};

}  // namespace passend::load
