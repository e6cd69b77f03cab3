// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>

#include "matcher/scan/outcome.hpp"

namespace passend::scan {

/// How many rows stand in each lane, and what each requirement of each side has to do with it. Void rows do not count.
struct LaneTally {
  struct Requirement {
    std::uint64_t failing = 0;
    std::uint64_t open = 0;
    std::uint64_t alone_fits = 0;  ///< Failing this one only, with nothing open.
    std::uint64_t alone_open = 0;  ///< Failing this one only, with something open.
  };
  std::array<std::uint64_t, 3> lanes{};                                      ///< By Lane.
  std::array<std::array<Requirement, knock_outs.size()>, 2> requirements{};  ///< By Side, then as knock_outs.

  void add(const LaneTally& other);
};

}  // namespace passend::scan
