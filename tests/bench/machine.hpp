// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>

namespace passend::bench {

/// On what was measured. Empty: the system does not say.
struct Machine {
  std::string processor;
  unsigned cores = 0;
  std::string caches;  ///< "L1d 48K, L2 1024K, L3 32768K", of one core.
  std::uint64_t last_level_bytes = 0;
  std::uint64_t memory_bytes = 0;
  std::string kernel;
  std::string compiler;
  std::string governor;
  double load = 0;  ///< Runnable threads over the last minute, at the start.
};

Machine this_machine();

/// From this load on the figures are upper bounds.
inline constexpr double busy_load = 0.5;

}  // namespace passend::bench
