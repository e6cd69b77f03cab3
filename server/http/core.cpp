// SPDX-License-Identifier: EUPL-1.2
#include "server/http/core.hpp"

#include <unistd.h>

#include <boost/asio.hpp>
#include <csignal>
#include <fstream>

#include "indexer/base/error.hpp"
#include "indexer/base/log.hpp"
#include "server/http/descriptors.hpp"
#include "server/http/session.hpp"

namespace passend::http {
namespace {

namespace asio = boost::asio;
using ErrorCodeOfBoost = boost::system::error_code;

/// 0 where the system does not say.
std::size_t resident_bytes() {
  std::ifstream in("/proc/self/statm");
  std::size_t all = 0;
  std::size_t resident = 0;
  in >> all >> resident;
  return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

/// OpenSSL writes to a socket without MSG_NOSIGNAL: a client that has gone must not end the process.
void keep_pipe_signals_out() {
  sigset_t pipe;
  ::sigemptyset(&pipe);
  ::sigaddset(&pipe, SIGPIPE);
  ::pthread_sigmask(SIG_BLOCK, &pipe, nullptr);
}

}  // namespace

Core::Core(const ServerOptions& options, Router router, Readiness& readiness)
    : options_(options),
      router_(std::move(router)),
      metrics_router_(metrics_router()),
      readiness_(readiness),
      budgets_(options.budgets),
      downloads_(options.limits.downloads, options.limits.downloads_of_one),
      event_streams_(options.limits.event_streams, options.limits.event_streams_of_one),
      queue_(options.workers, options.limits.waiting_requests) {
  room_.most = affordable_connections(options_.limits.connections);
  if (options_.tls) tls_.emplace(*options_.tls);
  if (options_.port) {
    on_port_ = add(listen_on_port(io_, options_, options_.address, *options_.port), router_, room_);
    if (tls_) on_port_->tls = &*tls_;
  }
  if (!options_.socket.empty()) add(listen_on_socket(io_, options_), router_, room_);
  if (listeners_.empty()) {
    throw Error(ErrorCode::configuration, "The server is told of no port and no socket to listen on.");
  }
  if (!options_.metrics_port) return;
  for_metrics_ =
      add(listen_on_port(io_, options_, "127.0.0.1", *options_.metrics_port), metrics_router_, metrics_room_);
  for_metrics_->is_counted = false;
}

Listener* Core::add(Listener listener, const Router& router, Room& room) {
  listener.router = &router;
  listener.room = &room;
  listeners_.push_back(std::make_unique<Listener>(std::move(listener)));
  return listeners_.back().get();
}

Router Core::metrics_router() const {
  const auto answer = [this](const Request&, const PathParameters&) {
    Response response;
    response.media_type = metrics_media_type;
    response.body = metrics_.text(gauges());
    return response;
  };
  return Router({{.method = Method::get,
                  .pattern = "/metrics",
                  .handler = answer,
                  .runs_on = RunsOn::io_thread,
                  .media_type = std::string(metrics_media_type)}},
                {});
}

std::vector<Gauge> Core::gauges() const {
  const WorkQueue::Load load = queue_.load();
  const auto number = [](auto value) { return static_cast<double>(value); };
  std::vector<Gauge> all{
      {"passend_http_connections", "Connections that are open.", number(room_.taken)},
      {"passend_http_held_bytes", "Bodies and answers that connections hold.", number(held_bytes_)},
      {"passend_http_downloads", "Answers that are made while they are sent.", number(downloads_.taken())},
      {"passend_http_event_streams", "Streams of events that are open.", number(event_streams_.taken())},
      {"passend_http_waiting_requests", "Requests that wait for a worker.", number(load.waiting)},
      {"passend_http_busy_workers", "Workers that answer a request.", number(load.busy)},
      {"passend_http_workers", "Workers that there are.", number(load.workers)},
      {"process_resident_memory_bytes", "Memory of the process.", number(resident_bytes())},
  };
  if (!options_.gauges) return all;
  for (Gauge& gauge : options_.gauges()) all.push_back(std::move(gauge));
  return all;
}

void Core::start() {
  if (thread_.joinable()) return;
  guard_.emplace(io_.get_executor());
  asio::post(io_, [this] { accept_everywhere(); });
  // Before the first request: whoever was told where we listen may ask at once.
  readiness_.raise();
  thread_ = std::thread([this] {
    keep_pipe_signals_out();
    io_.run();
  });
}

void Core::accept_everywhere() {
  for (const auto& listener : listeners_) accept(*listener);
}

void Core::accept(Listener& listener) {
  if (listener.is_accepting || draining_ || listener.room->taken >= listener.room->most) return;
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
    ++listener.room->taken;
    if (listener.is_counted) metrics_.count_connection();
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
  --session.listener().room->taken;
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
  if (tls_) signals_.add(SIGHUP);
  await_signal();
}

void Core::await_signal() {
  signals_.async_wait([this](const ErrorCodeOfBoost& error, int signal) {
    if (error) return;
    if (signal != SIGHUP) return stop();
    read_certificate_again();
    await_signal();
  });
}

void Core::read_certificate_again() {
  try {
    tls_->read_again();
    log(LogLevel::info, "the certificate was read again");
  } catch (const Error& error) {
    log(LogLevel::error, std::string("the certificate from before is used on: ") + error.what());
  }
}

void Core::drain() {
  if (draining_) return;
  draining_ = true;
  ErrorCodeOfBoost ignored;
  for (const auto& listener : listeners_) {
    listener->acceptor.close(ignored);
    listener->file.remove();
  }
  const std::vector<Session*> sessions(sessions_.begin(), sessions_.end());
  for (Session* session : sessions) session->drain();
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
