// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "indexer/fetch/fetch.hpp"
#include "indexer/store/read_log.hpp"

namespace passend::privacy {

struct ForwarderOptions {
  std::string endpoint;  ///< Address for OTLP/HTTP traces, e.g. "https://logboek.example/v1/traces".
  std::string version;   ///< Of the program, which the rows tell.
  std::chrono::milliseconds interval{1'000};        ///< Between looks whether there is something new.
  std::chrono::milliseconds longest_pause{60'000};  ///< While the collector does not take them.
  fetch::Rules rules = {};
};

/// Passes the read log on to a collector, oldest first, on a thread of its own. A row counts as passed on when the
/// collector has acknowledged it; how far that is stands in the log itself, so a restart goes on from there. What is
/// not acknowledged is sent again: a collector may get a row twice, with the same span id.
class Forwarder {
 public:
  /// Throws configuration for an address that cannot be asked. `log` must outlive it.
  Forwarder(store::ReadLog& log, ForwarderOptions options);
  ~Forwarder();
  Forwarder(const Forwarder&) = delete;
  Forwarder& operator=(const Forwarder&) = delete;

 private:
  void forward_until_stopped();
  /// Sends what is there; throws when the collector does not take it.
  void forward();
  /// False when it is to stop.
  bool wait(std::chrono::milliseconds time);

  store::ReadLog& log_;
  ForwarderOptions options_;
  std::mutex mutex_;
  std::condition_variable stop_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace passend::privacy
