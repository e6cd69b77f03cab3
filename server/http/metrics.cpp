// SPDX-License-Identifier: EUPL-1.2
#include "server/http/metrics.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace passend::http {
namespace {

/// Shortest form that is exact enough to read; the format wants a point whatever the locale, and this program sets
/// none.
std::string number(double value) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%.10g", value);
  return text.data();
}

/// With a point, as OpenMetrics writes the bounds of a histogram.
std::string bound_text(double bound) {
  const std::string text = number(bound);
  return text.find_first_of(".e") == std::string::npos ? text + ".0" : text;
}

std::string labels(std::string_view route, std::string_view method) {
  return "route=\"" + std::string(route) + "\",method=\"" + std::string(method) + '"';
}

void add_family(std::string& text, const std::string& name, const std::string& type, const std::string& help) {
  text += "# TYPE " + name + ' ' + type + "\n# HELP " + name + ' ' + help + '\n';
}

void add_counter(std::string& text, const std::string& name, const std::string& help, std::uint64_t value) {
  add_family(text, name, "counter", help);
  text += name + "_total " + std::to_string(value) + '\n';
}

}  // namespace

void Metrics::count(std::string_view pattern, std::string_view method, int status, Duration took) {
  Series& series = series_[{pattern, method}];
  ++series.by_class.at(static_cast<std::size_t>(std::clamp(status / 100, 1, 5) - 1));
  const auto bound = std::lower_bound(bounds.begin(), bounds.end(), took.count());
  ++series.buckets.at(static_cast<std::size_t>(bound - bounds.begin()));
  series.seconds += took.count();
  if (status == 503) ++overloaded_;
  if (status == 429) ++too_many_;
}

std::string Metrics::text(const std::vector<Gauge>& gauges) const {
  std::string text;
  add_requests(text);
  add_durations(text);
  add_counter(text, "passend_http_overloaded", "Requests refused with 503.", overloaded_);
  add_counter(text, "passend_http_rate_limited", "Requests refused with 429.", too_many_);
  add_counter(text, "passend_http_accepted_connections", "Connections taken since the start.", connections_);
  add_counter(text, "passend_http_broken_answers", "Answers that broke off, for their end could not be made.", broken_);
  for (const Gauge& gauge : gauges) {
    add_family(text, gauge.name, "gauge", gauge.help);
    text += gauge.name + ' ' + number(gauge.value) + '\n';
  }
  return text + "# EOF\n";
}

void Metrics::add_requests(std::string& text) const {
  add_family(text, "passend_http_requests", "counter", "Requests answered, by pattern of the route.");
  for (const auto& [key, series] : series_) {
    for (std::size_t i = 0; i < series.by_class.size(); ++i) {
      if (series.by_class[i] == 0) continue;
      text += "passend_http_requests_total{" + labels(key.first, key.second) + ",status=\"" + std::to_string(i + 1) +
              "xx\"} " + std::to_string(series.by_class[i]) + '\n';
    }
  }
}

void Metrics::add_durations(std::string& text) const {
  const std::string name = "passend_http_request_duration_seconds";
  add_family(text, name, "histogram", "From the whole request to its answer, with the wait for a worker.");
  for (const auto& [key, series] : series_) {
    const std::string place = labels(key.first, key.second);
    std::uint64_t all = 0;
    for (std::size_t i = 0; i < series.buckets.size(); ++i) {
      all += series.buckets[i];
      const std::string bound = i < bounds.size() ? bound_text(bounds.at(i)) : "+Inf";
      text += name + "_bucket{" + place + ",le=\"" + bound + "\"} " + std::to_string(all) + '\n';
    }
    text += name + "_sum{" + place + "} " + number(series.seconds) + '\n';
    text += name + "_count{" + place + "} " + std::to_string(all) + '\n';
  }
}

}  // namespace passend::http
