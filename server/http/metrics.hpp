// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http/gauge.hpp"

namespace passend::http {

/// What has been answered since the start, by pattern of the route, method and class of status. Nothing that a client
/// has sent is in a label, so that no id and no name is, and the number of series has a bound. On the I/O thread alone.
class Metrics {
 public:
  using Duration = std::chrono::duration<double>;

  /// `pattern` is the one of a route, or one of ours in parentheses; it must live as long as this.
  void count(std::string_view pattern, std::string_view method, int status, Duration took);
  void count_connection() { ++connections_; }
  /// An answer whose body could not be made to its end.
  void count_broken() { ++broken_; }

  /// Everything in the text format of OpenMetrics 1.0, which Prometheus reads.
  std::string text(const std::vector<Gauge>& gauges) const;

 private:
  static constexpr std::array bounds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0};
  struct Series {
    std::array<std::uint64_t, 5> by_class{};                 ///< 1xx to 5xx.
    std::array<std::uint64_t, bounds.size() + 1> buckets{};  ///< Each of those up to its bound alone; the last: above.
    double seconds = 0;
  };
  void add_requests(std::string& text) const;
  void add_durations(std::string& text) const;

  std::map<std::pair<std::string_view, std::string_view>, Series> series_;
  std::uint64_t overloaded_ = 0;
  std::uint64_t too_many_ = 0;
  std::uint64_t connections_ = 0;
  std::uint64_t broken_ = 0;
};

inline constexpr std::string_view metrics_media_type = "application/openmetrics-text; version=1.0.0; charset=utf-8";

}  // namespace passend::http
