// SPDX-License-Identifier: EUPL-1.2
#include "server/http/server.hpp"

#include <array>
#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <csignal>
#include <ctime>
#include <functional>
#include <optional>
#include <thread>
#include <unordered_set>
#include <variant>

#include "indexer/base/error.hpp"
#include "indexer/base/log.hpp"
#include "server/http/descriptors.hpp"
#include "server/http/gate.hpp"
#include "server/http/headers.hpp"
#include "server/http/problem.hpp"
#include "server/http/target.hpp"
#include "server/http/work_queue.hpp"

namespace passend::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using asio::ip::tcp;
using ErrorCodeOfBoost = boost::system::error_code;

constexpr std::size_t scratch_bytes = 64 * 1024;
constexpr const char* overload_words = "The server has as much work as it can do; try again in a second.";

tcp::endpoint loopback_endpoint(const ServerOptions& options) {
  ErrorCodeOfBoost error;
  const auto address = asio::ip::make_address(options.address, error);
  if (!error && address.is_loopback()) return {address, options.port};
  throw Error(
      ErrorCode::configuration,
      "The server cannot listen on '" + options.address +
          "': it speaks no TLS, so it serves this machine only, and a proxy on it. Use the address 127.0.0.1 or ::1.");
}

std::vector<std::string> own_names(std::uint16_t port, const std::vector<std::string>& public_hosts) {
  std::vector<std::string> names = public_hosts;
  for (const std::string_view host : {"localhost", "127.0.0.1", "[::1]"}) {
    names.push_back(std::string(host) + ":" + std::to_string(port));
    if (port == 80) names.emplace_back(host);
  }
  return names;
}

/// IMF-fixdate of RFC 9110 section 5.6.7, without regard to the locale.
std::string http_date() {
  static constexpr std::array<const char*, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array<const char*, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                      "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const std::time_t seconds = std::time(nullptr);
  std::tm utc{};
  gmtime_r(&seconds, &utc);
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%s, %02d %s %04d %02d:%02d:%02d GMT", days.at(utc.tm_wday), utc.tm_mday,
                months.at(utc.tm_mon), utc.tm_year + 1900, utc.tm_hour, utc.tm_min, utc.tm_sec);
  return text.data();
}

}  // namespace

class Server::Core : public std::enable_shared_from_this<Core> {
 public:
  class Session;

  Core(const ServerOptions& options, Router router, Readiness& readiness);

  void start();
  void stop();
  void wait();
  void stop_on_signals();
  std::uint16_t port() const { return port_; }

  const ServerOptions& options() const { return options_; }
  const GateRules& gate_rules() const { return gate_rules_; }
  const Router& router() const { return router_; }
  WorkQueue& queue() { return queue_; }
  asio::io_context& io() { return io_; }
  std::array<char, scratch_bytes>& scratch() { return scratch_; }
  bool is_draining() const { return draining_; }
  void forget(Session& session);

  /// Keeps count of the bytes that connections hold, so that many of them cannot fill the memory.
  void change_held(std::size_t before, std::size_t after) { held_bytes_ += after - before; }
  bool holds_too_much() const { return held_bytes_ > options_.limits.held_bytes; }

 private:
  void accept();
  void on_accept(ErrorCodeOfBoost error, tcp::socket socket);
  void drain();
  void end_if_idle();

  ServerOptions options_;
  Router router_;
  Readiness& readiness_;
  asio::io_context io_{1};
  tcp::acceptor acceptor_{io_};
  asio::steady_timer timer_{io_};
  asio::signal_set signals_{io_};
  std::optional<asio::executor_work_guard<asio::io_context::executor_type>> guard_;
  std::uint16_t port_ = 0;
  GateRules gate_rules_;
  bool accepting_ = false;
  bool draining_ = false;
  std::size_t held_bytes_ = 0;
  std::unordered_set<Session*> sessions_;
  std::array<char, scratch_bytes> scratch_{};  ///< Of the one I/O thread: an idle connection holds no buffer.
  WorkQueue queue_;
  std::thread thread_;
};

/// One connection; every member function runs on the I/O thread. A request is read, answered and written before the
/// next one is looked at, so that pipelined answers keep their order.
class Server::Core::Session : public std::enable_shared_from_this<Session> {
 public:
  Session(Core& core, tcp::socket socket) : core_(core), socket_(std::move(socket)), timer_(core.io()) {
    ErrorCodeOfBoost ignored;
    socket_.non_blocking(true, ignored);
    socket_.set_option(tcp::no_delay(true), ignored);
    const auto peer = socket_.remote_endpoint(ignored);
    if (!ignored) peer_ = peer.address().to_string();
  }

  void begin() { next_request(); }

  /// For the drain: an idle connection has nothing to finish.
  void close_if_idle() {
    if (phase_ == Phase::idle) close();
  }

  void close() {
    if (phase_ == Phase::closed) return;
    phase_ = Phase::closed;
    hold(0);
    timer_.cancel();
    ErrorCodeOfBoost ignored;
    socket_.close(ignored);
    core_.forget(*this);
  }

 private:
  enum class Phase { idle, head, body, working, writing, lingering, closed };

  const Limits& limits() const { return core_.options().limits; }
  const Deadlines& deadlines() const { return core_.options().deadlines; }

  void hold(std::size_t bytes) {
    core_.change_held(held_, bytes);
    held_ = bytes;
  }

  /// Replaces the running deadline. An expiry that was under way already is known by its number and ignored.
  void arm(std::chrono::milliseconds duration) {
    const std::uint64_t number = ++deadline_number_;
    timer_.expires_after(duration);
    timer_.async_wait([self = shared_from_this(), number](ErrorCodeOfBoost error) {
      if (!error && number == self->deadline_number_) self->expired();
    });
  }

  void disarm() {
    ++deadline_number_;
    timer_.cancel();
  }

  void expired() {
    if (phase_ == Phase::head) {
      refuse({ErrorCode::request_timeout, "The head of the request took too long to arrive."});
    } else if (phase_ == Phase::body) {
      check_pace();
    } else {
      close();
    }
  }

  void next_request() {
    if (core_.is_draining() && received_.empty()) return close();
    scanned_ = 0;
    body_.clear();
    if (received_.empty()) {
      phase_ = Phase::idle;
      received_.shrink_to_fit();
      request_ = {};
      arm(deadlines().idle);
      return await_bytes();
    }
    enter_head();
    look_for_head();
  }

  void enter_head() {
    phase_ = Phase::head;
    arm(deadlines().header);
  }

  /// Waits for readability first and reads then into the buffer of the thread.
  void await_bytes() {
    socket_.async_wait(tcp::socket::wait_read, [self = shared_from_this()](ErrorCodeOfBoost error) {
      if (self->phase_ == Phase::closed) return;
      if (error) return self->close();
      self->read_bytes();
    });
  }

  void read_bytes() {
    const bool is_reading = phase_ == Phase::idle || phase_ == Phase::head || phase_ == Phase::body;
    if (!is_reading && phase_ != Phase::lingering) return;
    ErrorCodeOfBoost error;
    const std::size_t wanted = phase_ == Phase::body ? admission_.content_length - body_.size() : limits().head_bytes;
    const std::size_t count =
        socket_.read_some(asio::buffer(core_.scratch().data(), std::min(wanted, scratch_bytes)), error);
    if (error == asio::error::would_block || error == asio::error::interrupted) return await_bytes();
    if (phase_ == Phase::lingering) return error ? close() : await_bytes();
    if (error) return on_end(error);
    const std::string_view bytes(core_.scratch().data(), count);
    if (phase_ == Phase::body) {
      body_.append(bytes);
      return read_body();
    }
    if (phase_ == Phase::idle) enter_head();
    received_.append(bytes);
    look_for_head();
  }

  /// The other end has finished sending. In mid-request it may still be listening.
  void on_end(const ErrorCodeOfBoost& error) {
    if (phase_ == Phase::idle || error != asio::error::eof) return close();
    refuse({ErrorCode::malformed_document, "The connection ended in the middle of the request."});
  }

  void look_for_head() {
    const HeadScan scan = scan_head(received_, scanned_);
    scanned_ = received_.size();
    if (scan.state == HeadScan::State::broken) {
      return refuse({ErrorCode::malformed_document, "What was sent is not a request of HTTP/1.1."});
    }
    if (scan.state == HeadScan::State::incomplete) {
      if (received_.size() <= limits().head_bytes) return await_bytes();
      return refuse(refuse_long_head(received_, core_.gate_rules()));
    }
    on_head(scan.length);
  }

  void on_head(std::size_t length) {
    const std::string_view head = std::string_view(received_).substr(0, length);
    auto judged = judge_head(head, core_.gate_rules());
    if (auto* refusal = std::get_if<Refusal>(&judged)) return refuse(std::move(*refusal));
    admission_ = std::get<Admission>(judged);

    // Beast reads what the gate has let in; should the two ever disagree, the request is refused.
    beast::http::request_parser<beast::http::empty_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(limits().head_bytes));
    parser.body_limit(limits().body_bytes);
    ErrorCodeOfBoost error;
    parser.put(asio::buffer(head), error);
    if (error || !parser.is_header_done()) {
      return refuse({ErrorCode::malformed_document, "The head of the request cannot be read."});
    }
    take_head(parser.get());
    received_.erase(0, length);
    start_body();
  }

  template <class Message>
  void take_head(const Message& message) {
    request_ = {};
    request_.method = parse_method(std::string_view(message.method_string())).value_or(Method::options);
    request_.target = std::string(message.target());
    request_.peer = peer_;
    for (const auto& field : message) {
      request_.fields.push_back({std::string(field.name_string()), std::string(field.value())});
    }
  }

  void start_body() {
    body_ = received_.substr(0, admission_.content_length);
    received_.erase(0, body_.size());
    if (body_.size() == admission_.content_length) return on_request();
    phase_ = Phase::body;
    body_started_ = std::chrono::steady_clock::now();
    body_at_tick_ = body_.size();
    arm(deadlines().body_window);
    if (admission_.expectation == Expectation::none) return await_bytes();
    static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
    asio::async_write(socket_, asio::buffer(go_on), [self = shared_from_this()](ErrorCodeOfBoost error, std::size_t) {
      if (self->phase_ != Phase::body) return;
      error ? self->close() : self->await_bytes();
    });
  }

  void read_body() {
    hold(body_.size());
    if (core_.holds_too_much()) return refuse({ErrorCode::overloaded, overload_words});
    if (body_.size() < admission_.content_length) return await_bytes();
    on_request();
  }

  void check_pace() {
    const bool is_slow = body_.size() - body_at_tick_ < limits().body_bytes_per_window;
    if (is_slow || std::chrono::steady_clock::now() - body_started_ >= deadlines().body) {
      return refuse({ErrorCode::request_timeout, "The body of the request came too slowly."});
    }
    body_at_tick_ = body_.size();
    arm(deadlines().body_window);
  }

  void on_request() {
    phase_ = Phase::working;
    disarm();
    ++requests_;
    request_.body = std::move(body_);
    try {
      Target target = parse_target(request_.target);
      request_.segments = std::move(target.segments);
      request_.query = std::move(target.query);
    } catch (const Error& error) {
      return respond(render_problem(error));
    }
    if (core_.holds_too_much()) {
      return respond(core_.router().refuse(request_, Error(ErrorCode::overloaded, overload_words)));
    }
    if (core_.router().runs_on(request_) == RunsOn::io_thread) return respond(core_.router().answer(request_));
    // The worker reads request_ alone; this thread leaves it in peace until the answer is posted.
    const bool is_taken = core_.queue().try_push([self = shared_from_this()] {
      auto response = std::make_shared<Response>(self->core_.router().answer(self->request_));
      asio::post(self->core_.io(), [self, response] { self->respond(std::move(*response)); });
    });
    if (!is_taken) respond(core_.router().refuse(request_, Error(ErrorCode::overloaded, overload_words)));
  }

  void refuse(Refusal refusal) {
    closing_ = true;
    phase_ = Phase::working;
    disarm();
    admission_.connection = Connection::close;
    request_.method = Method::get;
    respond(render_problem(Error(refusal.code, refusal.detail)));
  }

  void respond(Response response) {
    if (phase_ == Phase::closed) return;
    add_standard_headers(response, core_.options().api_version);
    if (admission_.connection == Connection::close || requests_ >= limits().requests_per_connection ||
        core_.is_draining()) {
      closing_ = true;
    }
    outgoing_.emplace();
    outgoing_->version(11);
    outgoing_->result(static_cast<unsigned>(response.status));
    outgoing_->reason(std::string(reason_phrase(response.status)));
    for (const Field& field : response.fields) outgoing_->insert(field.name, field.value);
    outgoing_->set(beast::http::field::date, http_date());
    if (closing_) outgoing_->set(beast::http::field::connection, "close");
    // Of a 304 it would be the length of the answer that was left out (RFC 9110 section 8.6).
    if (response.status != 304) outgoing_->content_length(response.body.size());
    hold(response.body.size());
    if (request_.method != Method::head) outgoing_->body() = std::move(response.body);
    write();
  }

  void write() {
    phase_ = Phase::writing;
    arm(deadlines().write);
    const auto on_written = [self = shared_from_this()](ErrorCodeOfBoost error, std::size_t) {
      self->on_written(error);
    };
    beast::http::async_write(socket_, *outgoing_, on_written);
  }

  void on_written(const ErrorCodeOfBoost& error) {
    if (phase_ == Phase::closed) return;
    outgoing_.reset();
    hold(0);
    if (error) return close();
    if (!closing_) return next_request();
    // Closing with unread bytes would reset the connection and could take the answer along: let the other end read it.
    ErrorCodeOfBoost ignored;
    socket_.shutdown(tcp::socket::shutdown_send, ignored);
    phase_ = Phase::lingering;
    arm(deadlines().linger);
    await_bytes();
  }

  Core& core_;
  tcp::socket socket_;
  asio::steady_timer timer_;
  std::uint64_t deadline_number_ = 0;
  Phase phase_ = Phase::idle;
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
  Request request_;
  std::optional<beast::http::response<beast::http::string_body>> outgoing_;
};

Server::Core::Core(const ServerOptions& options, Router router, Readiness& readiness)
    : options_(options),
      router_(std::move(router)),
      readiness_(readiness),
      queue_(options.workers, options.limits.waiting_requests) {
  const tcp::endpoint endpoint = loopback_endpoint(options_);
  ErrorCodeOfBoost error;
  acceptor_.open(endpoint.protocol(), error);
  if (!error) acceptor_.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor_.bind(endpoint, error);
  if (!error) acceptor_.listen(asio::socket_base::max_listen_connections, error);
  if (error) {
    throw Error(ErrorCode::configuration, "The server cannot listen on port " + std::to_string(options_.port) + ": " +
                                              error.message() + ". Choose another port, or stop what uses it.");
  }
  port_ = acceptor_.local_endpoint().port();
  options_.limits.connections = affordable_connections(options_.limits.connections);
  gate_rules_ = {options_.limits.head_bytes, options_.limits.fields, options_.limits.target_bytes,
                 options_.limits.body_bytes, own_names(port_, options_.public_hosts)};
}

void Server::Core::start() {
  if (thread_.joinable()) return;
  guard_.emplace(io_.get_executor());
  asio::post(io_, [this] { accept(); });
  // Before the first request: whoever was told where we listen may ask at once.
  readiness_.raise();
  thread_ = std::thread([this] { io_.run(); });
}

void Server::Core::accept() {
  if (accepting_ || draining_ || sessions_.size() >= options_.limits.connections) return;
  accepting_ = true;
  acceptor_.async_accept([this](ErrorCodeOfBoost error, tcp::socket socket) { on_accept(error, std::move(socket)); });
}

void Server::Core::on_accept(ErrorCodeOfBoost error, tcp::socket socket) {
  accepting_ = false;
  if (draining_) return;
  if (!error) {
    const auto session = std::make_shared<Session>(*this, std::move(socket));
    sessions_.insert(session.get());
    session->begin();
    return accept();
  }
  // Out of descriptors, most likely: a connection that closes gives one back.
  log(LogLevel::warning, "a connection could not be accepted: " + error.message());
  timer_.expires_after(std::chrono::milliseconds(100));
  timer_.async_wait([this](ErrorCodeOfBoost cancelled) {
    if (!cancelled) accept();
  });
}

void Server::Core::forget(Session& session) {
  sessions_.erase(&session);
  if (draining_) return end_if_idle();
  accept();
}

void Server::Core::stop() {
  readiness_.lower();
  asio::post(io_, [this] { drain(); });
}

void Server::Core::stop_on_signals() {
  signals_.add(SIGTERM);
  signals_.add(SIGINT);
  signals_.async_wait([this](ErrorCodeOfBoost error, int) {
    if (!error) stop();
  });
}

void Server::Core::drain() {
  if (draining_) return;
  draining_ = true;
  ErrorCodeOfBoost ignored;
  acceptor_.close(ignored);
  const std::vector<Session*> sessions(sessions_.begin(), sessions_.end());
  for (Session* session : sessions) session->close_if_idle();
  timer_.expires_after(options_.deadlines.drain);
  timer_.async_wait([this](ErrorCodeOfBoost error) {
    if (error) return;
    const std::vector<Session*> late(sessions_.begin(), sessions_.end());
    for (Session* session : late) session->close();
  });
  end_if_idle();
}

void Server::Core::end_if_idle() {
  if (!sessions_.empty()) return;
  timer_.cancel();
  signals_.cancel();
  guard_.reset();
}

void Server::Core::wait() {
  if (thread_.joinable()) thread_.join();
  // A worker may post the answer of a connection that has closed in the meantime: those are run off here.
  queue_.finish();
  io_.restart();
  io_.run();
}

Server::Server(const ServerOptions& options, Router router, Readiness& readiness)
    : core_(std::make_shared<Core>(options, std::move(router), readiness)) {}

Server::~Server() {
  core_->stop();
  core_->wait();
}

void Server::start() {
  core_->start();
}

std::uint16_t Server::port() const {
  return core_->port();
}

void Server::stop_on_signals() {
  core_->stop_on_signals();
}

void Server::stop() {
  core_->stop();
}

void Server::wait() {
  core_->wait();
}

}  // namespace passend::http
