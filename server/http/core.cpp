// SPDX-License-Identifier: EUPL-1.2
#include "server/http/core.hpp"

#include <boost/asio.hpp>
#include <csignal>

#include "indexer/base/log.hpp"
#include "server/http/descriptors.hpp"
#include "server/http/session.hpp"

namespace passend::http {
namespace {

namespace asio = boost::asio;
using ErrorCodeOfBoost = boost::system::error_code;

}  // namespace

Core::Core(const ServerOptions& options, Router router, Readiness& readiness)
    : options_(options),
      router_(std::move(router)),
      readiness_(readiness),
      budgets_(options.budgets),
      queue_(options.workers, options.limits.waiting_requests) {
  listeners_.push_back(std::make_unique<Listener>(listen_on_port(io_, options_, router_)));
  options_.limits.connections = affordable_connections(options_.limits.connections);
}

void Core::start() {
  if (thread_.joinable()) return;
  guard_.emplace(io_.get_executor());
  asio::post(io_, [this] { accept_everywhere(); });
  // Before the first request: whoever was told where we listen may ask at once.
  readiness_.raise();
  thread_ = std::thread([this] { io_.run(); });
}

void Core::accept_everywhere() {
  for (const auto& listener : listeners_) accept(*listener);
}

void Core::accept(Listener& listener) {
  if (listener.is_accepting || draining_ || sessions_.size() >= options_.limits.connections) return;
  listener.is_accepting = true;
  listener.acceptor.async_accept([this, &listener](const ErrorCodeOfBoost& error, Socket socket) {
    on_accept(listener, error, std::move(socket));
  });
}

void Core::on_accept(Listener& listener, const ErrorCodeOfBoost& error, Socket socket) {
  listener.is_accepting = false;
  if (draining_) return;
  if (!error) {
    const auto session = std::make_shared<Session>(*this, listener, std::move(socket));
    sessions_.insert(session.get());
    session->begin();
    return accept(listener);
  }
  // Out of descriptors, most likely: a connection that closes gives one back.
  log(LogLevel::warning, "a connection could not be accepted: " + error.message());
  timer_.expires_after(std::chrono::milliseconds(100));
  timer_.async_wait([this](const ErrorCodeOfBoost& cancelled) {
    if (!cancelled) accept_everywhere();
  });
}

void Core::forget(Session& session) {
  sessions_.erase(&session);
  if (draining_) return end_if_idle();
  accept_everywhere();
}

void Core::stop() {
  readiness_.lower();
  asio::post(io_, [this] { drain(); });
}

void Core::stop_on_signals() {
  signals_.add(SIGTERM);
  signals_.add(SIGINT);
  signals_.async_wait([this](const ErrorCodeOfBoost& error, int) {
    if (!error) stop();
  });
}

void Core::drain() {
  if (draining_) return;
  draining_ = true;
  ErrorCodeOfBoost ignored;
  for (const auto& listener : listeners_) listener->acceptor.close(ignored);
  const std::vector<Session*> sessions(sessions_.begin(), sessions_.end());
  for (Session* session : sessions) session->close_if_idle();
  timer_.expires_after(options_.deadlines.drain);
  timer_.async_wait([this](const ErrorCodeOfBoost& error) {
    if (error) return;
    const std::vector<Session*> late(sessions_.begin(), sessions_.end());
    for (Session* session : late) session->close();
  });
  end_if_idle();
}

void Core::end_if_idle() {
  if (!sessions_.empty()) return;
  timer_.cancel();
  signals_.cancel();
  guard_.reset();
}

void Core::wait() {
  if (thread_.joinable()) thread_.join();
  // A worker may post the answer of a connection that has closed in the meantime: those are run off here.
  queue_.finish();
  io_.restart();
  io_.run();
}

}  // namespace passend::http
