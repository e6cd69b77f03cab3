// SPDX-License-Identifier: EUPL-1.2
#include "tests/load/connection.hpp"

#include <string_view>
#include <utility>

namespace passend::load {
namespace {

using ErrorCodeOfBoost = boost::system::error_code;

/// The value of a header whose name is written as our server writes it; empty when it is absent.
std::string_view header(std::string_view head, const std::string& name) {
  const std::string start = "\r\n" + name + ": ";
  const std::size_t begin = head.find(start);
  if (begin == std::string_view::npos) return {};
  head.remove_prefix(begin + start.size());
  return head.substr(0, head.find("\r\n"));
}

}  // namespace

void Connection::ask(std::string request, Done done) {
  request_ = std::move(request);
  done_ = std::move(done);
  if (socket_.is_open()) return send(Attempt::on_kept_connection);
  open();
}

void Connection::open() {
  ErrorCodeOfBoost ignored;
  socket_.close(ignored);
  received_.clear();
  socket_.async_connect(server_, [self = shared_from_this()](ErrorCodeOfBoost error) {
    if (error) return self->fail(Attempt::on_new_connection);
    ErrorCodeOfBoost unset;
    self->socket_.set_option(tcp::no_delay(true), unset);
    self->send(Attempt::on_new_connection);
  });
}

void Connection::send(Attempt attempt) {
  asio::async_write(socket_, asio::buffer(request_),
                    [self = shared_from_this(), attempt](ErrorCodeOfBoost error, std::size_t) {
                      error ? self->fail(attempt) : self->receive_head(attempt);
                    });
}

void Connection::receive_head(Attempt attempt) {
  asio::async_read_until(socket_, asio::dynamic_buffer(received_), "\r\n\r\n",
                         [self = shared_from_this(), attempt](ErrorCodeOfBoost error, std::size_t head_bytes) {
                           error ? self->fail(attempt) : self->receive_body(head_bytes);
                         });
}

void Connection::receive_body(std::size_t head_bytes) {
  const std::string_view head = std::string_view(received_).substr(0, head_bytes);
  answer_ = {std::stoi(received_.substr(9, 3)), !header(head, "Retry-After").empty()};
  closes_ = header(head, "Connection") == "close";
  const std::size_t whole = head_bytes + std::stoul(std::string(header(head, "Content-Length")));
  const std::size_t missing = whole - received_.size();
  asio::async_read(socket_, asio::dynamic_buffer(received_), asio::transfer_exactly(missing),
                   [self = shared_from_this()](ErrorCodeOfBoost error, std::size_t) {
                     self->received_.clear();
                     self->closes_ = self->closes_ || error;
                     self->finish(error ? Answer() : self->answer_);
                   });
}

void Connection::finish(const Answer& answer) {
  ErrorCodeOfBoost ignored;
  if (closes_) socket_.close(ignored);
  closes_ = false;
  const Done done = std::exchange(done_, nullptr);
  done(answer);
}

/// A kept connection may have been closed while it was idle: then the question is asked once more on a new one.
void Connection::fail(Attempt attempt) {
  if (attempt == Attempt::on_kept_connection && received_.empty()) return open();
  closes_ = true;
  finish({});
}

std::shared_ptr<Connection> ConnectionPool::take() {
  if (free_.empty() && made_ == limit_) return nullptr;
  if (free_.empty()) {
    ++made_;
    return std::make_shared<Connection>(io_, server_);
  }
  auto connection = std::move(free_.back());
  free_.pop_back();
  return connection;
}

}  // namespace passend::load
