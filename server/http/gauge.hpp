// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <string>
#include <vector>

namespace passend::http {

/// A number as it is now. Name and help are of the program, never of a request.
struct Gauge {
  std::string name;  ///< "passend_feed_position"
  std::string help;  ///< One sentence.
  double value = 0;
};

/// Called on the I/O thread: must take microseconds, and not throw.
using Gauges = std::function<std::vector<Gauge>()>;

}  // namespace passend::http
