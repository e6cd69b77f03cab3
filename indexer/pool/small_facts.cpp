// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/small_facts.hpp"

#include <cstdint>

namespace passend::pool {
namespace {

constexpr std::int64_t full_time_hours_a_week = 38;
constexpr std::int64_t weeks_a_year = 52;

}  // namespace

LanguageCode language_code(std::string_view iso639_3) {
  LanguageCode code = 0;
  for (const char letter : iso639_3) code = (code << 8) | static_cast<unsigned char>(letter);
  return code;
}

int cents_an_hour(int cents, SalaryPeriod period) {
  const std::int64_t amount = cents;
  switch (period) {
    case SalaryPeriod::hour:
      return cents;
    case SalaryPeriod::week:
      return static_cast<int>(amount / full_time_hours_a_week);
    case SalaryPeriod::month:
      return static_cast<int>(amount * 12 / (weeks_a_year * full_time_hours_a_week));
    case SalaryPeriod::year:
      return static_cast<int>(amount / (weeks_a_year * full_time_hours_a_week));
  }
  return cents;
}

}  // namespace passend::pool
