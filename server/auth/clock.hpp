// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <functional>

namespace passend::auth {

/// Both clocks of the machine, so that a test can set them: `wall` for what a token says, `steady` for how long
/// something is kept.
struct Clock {
  std::function<std::chrono::system_clock::time_point()> wall = std::chrono::system_clock::now;
  std::function<std::chrono::steady_clock::time_point()> steady = std::chrono::steady_clock::now;

  std::chrono::sys_seconds seconds() const { return std::chrono::floor<std::chrono::seconds>(wall()); }
};

}  // namespace passend::auth
