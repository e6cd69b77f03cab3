// SPDX-License-Identifier: EUPL-1.2
#include "server/http/session.hpp"

#include <algorithm>
#include <boost/asio.hpp>
#include <utility>
#include <variant>

#include "indexer/base/error.hpp"
#include "server/http/peer.hpp"
#include "server/http/request_head.hpp"

namespace passend::http {
namespace {

namespace asio = boost::asio;
using ErrorCodeOfBoost = boost::system::error_code;
using State = Transfer::State;

}  // namespace

Session::Session(Core& core, const Listener& listener, Socket socket)
    : core_(core), listener_(listener), timer_(core.io()), peer_(peer_address(socket)) {
  ErrorCodeOfBoost ignored;
  socket.non_blocking(true, ignored);
  socket.set_option(asio::ip::tcp::no_delay(true), ignored);
  if (listener.tls != nullptr) {
    stream_ = listener.tls->wrap(std::move(socket));
  } else {
    stream_ = std::make_unique<PlainStream>(std::move(socket));
  }
}

void Session::begin() {
  arm(deadlines().header);
  open();
}

void Session::drain() {
  if (phase_ == Phase::idle || phase_ == Phase::opening) close();
  if (phase_ == Phase::resting && making_->ear != nullptr) end_pieces();
}

void Session::close() {
  if (phase_ == Phase::closed) return;
  phase_ = Phase::closed;
  hold(0);
  making_.reset();
  timer_.cancel();
  ErrorCodeOfBoost ignored;
  stream_->socket().close(ignored);
  core_.forget(*this);
}

void Session::hold(std::size_t bytes) {
  core_.change_held(held_, bytes);
  held_ = bytes;
}

/// Replaces the running deadline. An expiry that was under way already is known by its number and ignored.
void Session::arm(std::chrono::milliseconds duration) {
  const std::uint64_t number = ++deadline_number_;
  timer_.expires_after(duration);
  timer_.async_wait([self = shared_from_this(), number](const ErrorCodeOfBoost& error) {
    if (!error && number == self->deadline_number_) self->expired();
  });
}

void Session::disarm() {
  ++deadline_number_;
  timer_.cancel();
}

void Session::expired() {
  if (phase_ == Phase::head) {
    refuse({ErrorCode::request_timeout, "The head of the request took too long to arrive."});
  } else if (phase_ == Phase::body) {
    check_pace();
  } else if (phase_ == Phase::resting) {
    ask_for_piece();
  } else {
    close();
  }
}

/// Waits until the socket is ready; what was waited for before is of no interest any more.
void Session::await(State wanted) {
  const auto go_on = [self = shared_from_this(), number = ++wait_number_](const ErrorCodeOfBoost& error) {
    if (self->phase_ == Phase::closed || number != self->wait_number_) return;
    error ? self->close() : self->on_ready();
  };
  if (wanted == State::wants_read && stream_->holds_unread()) {
    asio::post(core_.io(), [go_on] { go_on({}); });
  } else {
    stream_->socket().async_wait(wanted == State::wants_write ? Socket::wait_write : Socket::wait_read, go_on);
  }
}

/// Otherwise each turn of an answer that rests and goes on would leave a wait behind.
void Session::stop_awaiting() {
  ++wait_number_;
  ErrorCodeOfBoost ignored;
  stream_->socket().cancel(ignored);
}

void Session::on_ready() {
  switch (phase_) {
    case Phase::opening:
      return open();
    case Phase::idle:
    case Phase::head:
    case Phase::body:
    case Phase::lingering:
      return unsent_continue_.empty() ? read_bytes() : send_continue();
    case Phase::writing:
      return write();
    case Phase::resting:
      return read_while_resting();
    case Phase::working:
    case Phase::closed:
      return;
  }
}

void Session::open() {
  const Transfer opened = stream_->shake_hands();
  if (opened.state == State::moved) return next_request();
  if (opened.state == State::ended || opened.state == State::failed) return close();
  await(opened.state);
}

void Session::next_request() {
  if (core_.is_draining() && received_.empty()) return close();
  scanned_ = 0;
  body_.clear();
  if (received_.empty()) {
    phase_ = Phase::idle;
    received_.shrink_to_fit();
    // Not by assignment, which would keep the memory of a large body.
    std::exchange(request_, {});
    arm(deadlines().idle);
    return await(State::wants_read);
  }
  enter_head();
  look_for_head();
}

void Session::enter_head() {
  phase_ = Phase::head;
  arm(deadlines().header);
}

void Session::read_bytes() {
  auto& scratch = core_.scratch();
  const std::size_t wanted = phase_ == Phase::body ? admission_.content_length - body_.size() : limits().head_bytes;
  const Transfer read = stream_->read(scratch.data(), std::min(wanted, scratch.size()));
  if (read.state == State::wants_read || read.state == State::wants_write) return await(read.state);
  if (phase_ == Phase::lingering) return read.state == State::moved ? await(State::wants_read) : close();
  if (read.state != State::moved) return on_end(read.state);
  const std::string_view bytes(scratch.data(), read.bytes);
  if (phase_ == Phase::body) {
    body_.append(bytes);
    return read_body();
  }
  if (phase_ == Phase::idle) enter_head();
  received_.append(bytes);
  look_for_head();
}

/// The other end has finished sending. In mid-request it may still be listening.
void Session::on_end(State state) {
  if (phase_ == Phase::idle || state != State::ended) return close();
  refuse({ErrorCode::malformed_document, "The connection ended in the middle of the request."});
}

void Session::look_for_head() {
  const HeadScan scan = scan_head(received_, scanned_);
  scanned_ = received_.size();
  if (scan.state == HeadScan::State::broken) {
    return refuse({ErrorCode::malformed_document, "What was sent is not a request of HTTP/1.1."});
  }
  if (scan.state == HeadScan::State::incomplete) {
    if (received_.size() <= limits().head_bytes) return await(State::wants_read);
    return refuse(refuse_long_head(received_, listener_.rules));
  }
  on_head(scan.length);
}

void Session::on_head(std::size_t length) {
  const std::string_view head = std::string_view(received_).substr(0, length);
  auto judged = judge_head(head, listener_.rules);
  if (auto* refusal = std::get_if<Refusal>(&judged)) return refuse(std::move(*refusal));
  admission_ = std::get<Admission>(judged);
  auto request = read_head(head, limits().head_bytes, limits().body_bytes);
  if (!request) return refuse({ErrorCode::malformed_document, "The head of the request cannot be read."});
  request_ = std::move(*request);
  request_.peer = peer_;
  received_.erase(0, length);
  start_body();
}

void Session::start_body() {
  body_ = received_.substr(0, admission_.content_length);
  received_.erase(0, body_.size());
  if (body_.size() == admission_.content_length) return on_request();
  phase_ = Phase::body;
  body_started_ = std::chrono::steady_clock::now();
  body_at_tick_ = body_.size();
  arm(deadlines().body_window);
  if (admission_.expectation == Expectation::none) return await(State::wants_read);
  unsent_continue_ = "HTTP/1.1 100 Continue\r\n\r\n";
  send_continue();
}

void Session::send_continue() {
  const Transfer written = stream_->write(unsent_continue_);
  if (written.state == State::ended || written.state == State::failed) return close();
  unsent_continue_.remove_prefix(written.bytes);
  await(unsent_continue_.empty() || written.state == State::wants_read ? State::wants_read : State::wants_write);
}

void Session::read_body() {
  hold(body_.size());
  if (core_.holds_too_much()) return refuse({ErrorCode::overloaded, overload_words});
  if (body_.size() < admission_.content_length) return await(State::wants_read);
  on_request();
}

void Session::check_pace() {
  const bool is_slow = body_.size() - body_at_tick_ < limits().body_bytes_per_window;
  if (is_slow || std::chrono::steady_clock::now() - body_started_ >= deadlines().body) {
    return refuse({ErrorCode::request_timeout, "The body of the request came too slowly."});
  }
  body_at_tick_ = body_.size();
  arm(deadlines().body_window);
}

}  // namespace passend::http
