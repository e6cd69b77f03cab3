// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <boost/asio.hpp>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace passend::load {

namespace asio = boost::asio;
using asio::ip::tcp;

struct Answer {
  int status = 0;  ///< 0: none came.
  bool says_when_to_come_back = false;
};

/// One keep-alive connection that asks one question at a time and opens itself anew where the server has closed it.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  using Done = std::function<void(const Answer&)>;

  Connection(asio::io_context& io, const tcp::endpoint& server) : socket_(io), server_(server) {}

  void ask(std::string request, Done done);

 private:
  enum class Attempt { on_kept_connection, on_new_connection };

  void open();
  void send(Attempt attempt);
  void receive_head(Attempt attempt);
  void receive_body(std::size_t head_bytes);
  void finish(const Answer& answer);
  void fail(Attempt attempt);

  tcp::socket socket_;
  tcp::endpoint server_;
  std::string request_;
  std::string received_;
  Answer answer_;
  bool closes_ = false;
  Done done_;
};

/// Connections for questions that come faster than they are answered, at most `limit` at a time.
class ConnectionPool {
 public:
  ConnectionPool(asio::io_context& io, const tcp::endpoint& server, std::size_t limit)
      : io_(io), server_(server), limit_(limit) {}

  /// Absent when all are in use.
  std::shared_ptr<Connection> take();
  void give_back(std::shared_ptr<Connection> connection) { free_.push_back(std::move(connection)); }

 private:
  asio::io_context& io_;
  tcp::endpoint server_;
  std::size_t limit_;
  std::size_t made_ = 0;
  std::vector<std::shared_ptr<Connection>> free_;
};

}  // namespace passend::load
