// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <thread>
#include <unordered_set>
#include <vector>

#include "server/http/budgets.hpp"
#include "server/http/listener.hpp"
#include "server/http/metrics.hpp"
#include "server/http/places.hpp"
#include "server/http/server.hpp"
#include "server/http/stream.hpp"
#include "server/http/work_queue.hpp"

namespace passend::http {

class Session;

/// What all connections share: the thread of the sockets, the line to the workers, the limits of all together.
class Core {
 public:
  Core(const ServerOptions& options, Router router, Readiness& readiness);

  void start();
  void stop();
  void wait();
  void stop_on_signals();
  std::uint16_t port() const { return on_port_ == nullptr ? 0 : on_port_->port; }
  std::uint16_t metrics_port() const { return for_metrics_ == nullptr ? 0 : for_metrics_->port; }

  const ServerOptions& options() const { return options_; }
  WorkQueue& queue() { return queue_; }
  Budgets& budgets() { return budgets_; }
  Metrics& metrics() { return metrics_; }
  Places& downloads() { return downloads_; }
  Places& event_streams() { return event_streams_; }
  boost::asio::io_context& io() { return io_; }
  /// Of the one I/O thread: an idle connection holds no buffer.
  std::array<char, 64 * 1024>& scratch() { return scratch_; }
  bool is_draining() const { return draining_; }
  void forget(Session& session);

  /// Keeps count of the bytes that connections hold, so that many of them cannot fill the memory.
  void change_held(std::size_t before, std::size_t after) { held_bytes_ += after - before; }
  bool holds_too_much() const { return held_bytes_ > options_.limits.held_bytes; }

 private:
  Listener* add(Listener listener, const Router& router, Room& room);
  Router metrics_router() const;
  std::vector<Gauge> gauges() const;
  void accept(Listener& listener);
  void accept_everywhere();
  void on_accept(Listener& listener, const boost::system::error_code& error, Socket socket);
  void await_signal();
  void read_certificate_again();
  void drain();
  void end_if_idle();

  ServerOptions options_;
  Router router_;
  Router metrics_router_;
  std::optional<TlsContext> tls_;
  Readiness& readiness_;
  boost::asio::io_context io_{1};
  boost::asio::steady_timer timer_{io_};
  boost::asio::signal_set signals_{io_};
  std::optional<boost::asio::executor_work_guard<boost::asio::io_context::executor_type>> guard_;
  std::vector<std::unique_ptr<Listener>> listeners_;
  Listener* on_port_ = nullptr;      ///< Of listeners_; null without a port,
  Listener* for_metrics_ = nullptr;  ///< without metrics.
  Room room_;
  Room metrics_room_{0, 16};  ///< Of its own, so that figures are read when there is no room for anybody else.
  Metrics metrics_;
  Budgets budgets_;
  Places downloads_;
  Places event_streams_;
  bool draining_ = false;
  std::size_t held_bytes_ = 0;
  std::unordered_set<Session*> sessions_;
  std::array<char, 64 * 1024> scratch_{};
  WorkQueue queue_;
  std::thread thread_;
};

}  // namespace passend::http
