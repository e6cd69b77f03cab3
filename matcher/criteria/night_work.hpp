// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>

#include "indexer/pool/facts.hpp"

namespace passend::criteria {

/// Night dayparts of the week: bit day * 4 + 3.
inline constexpr std::uint32_t night_dayparts = 0x8888888;

inline bool has_night_work(const pool::VacancyFacts& vacancy) {
  const auto& grid = vacancy.working_times.grid;
  return grid && (grid->bits & night_dayparts) != 0;
}

}  // namespace passend::criteria
