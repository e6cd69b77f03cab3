// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "tests/load/connection.hpp"

namespace passend::load {

/// The next request to send, whole.
using Questions = std::function<std::string()>;

/// What became of the requests of one run. Times in milliseconds from when a request was due to its whole answer, so
/// that a client that runs late cannot hide a server that does.
struct Tally {
  std::vector<double> answered_ms;       ///< 200.
  std::vector<double> refused_ms;        ///< 503.
  std::vector<double> late_ms;           ///< By how much the client sent a request after it was due.
  std::size_t refused_without_time = 0;  ///< 503 that do not say when to come back.
  std::size_t other = 0;                 ///< Any other status.
  std::size_t unanswered = 0;
  double seconds = 0;                ///< In which requests were sent.
  std::size_t answered_in_time = 0;  ///< 200 that came in those seconds.

  double goodput() const { return static_cast<double>(answered_in_time) / seconds; }
};

/// `clients` that each ask as soon as they have an answer.
Tally ask_in_turn(asio::io_context& io, const tcp::endpoint& server, const Questions& questions, std::size_t clients,
                  std::chrono::milliseconds duration);

/// Requests at a steady rate, however long their answers take.
struct Pace {
  double per_second = 0;
  std::chrono::milliseconds duration{0};
  std::size_t connections = 0;  ///< At most; above it a due request waits.
  std::size_t at_once = 0;      ///< Requests that are due at the very beginning.
};
Tally ask_at_pace(asio::io_context& io, const tcp::endpoint& server, const Questions& questions, const Pace& pace);

/// The value below which this share (0..1) of the values lies; 0 for none.
double percentile(std::vector<double> values, double share);

}  // namespace passend::load
