// SPDX-License-Identifier: EUPL-1.2
#include "indexer/geo/sphere.hpp"

#include <cmath>

namespace passend::geo {
namespace {

__extension__ using Wide = __int128;

constexpr int fraction_bits = 60;
constexpr std::int64_t radius_dm = 63'710'088;
constexpr std::int64_t quarter_turn = 90'000'000;  // Microdegrees.

/// pi / 180,000,000 x 2^84: radians per microdegree, with 24 guard bits.
constexpr std::int64_t radian_per_microdegree = 337'595'775'434'341'207;

/// Sine of an angle of at most a quarter turn, x 2^60, by its Taylor series: 12 terms leave less than 2^-60.
std::int64_t sine_of_quarter(std::int64_t microdegrees) {
  const Wide angle = (static_cast<Wide>(microdegrees) * radian_per_microdegree) >> 24;
  const Wide square = (angle * angle) >> fraction_bits;
  Wide term = angle;
  Wide sum = angle;
  for (int n = 1; n <= 12; ++n) {
    term = -((term * square) >> fraction_bits) / (2 * n * (2 * n + 1));
    sum += term;
  }
  return static_cast<std::int64_t>(sum);
}

/// Sine of an angle of at most three quarter turns either way.
std::int64_t sine(std::int64_t microdegrees) {
  if (microdegrees > quarter_turn) return sine_of_quarter(2 * quarter_turn - microdegrees);
  if (microdegrees < -quarter_turn) return sine_of_quarter(-2 * quarter_turn - microdegrees);
  return sine_of_quarter(microdegrees);
}

std::int64_t cosine(std::int64_t microdegrees) {
  return sine(microdegrees < 0 ? quarter_turn + microdegrees : quarter_turn - microdegrees);
}

std::int64_t scaled(Wide value) {
  return static_cast<std::int64_t>((value + (Wide{1} << (fraction_bits - 1))) >> fraction_bits);
}

/// The whole part of the square root: the machine's root is within one, the loops make it exact.
std::int64_t integer_root(std::int64_t value) {
  auto root = static_cast<std::int64_t>(std::sqrt(static_cast<double>(value)));
  while (root * root > value) --root;
  while ((root + 1) * (root + 1) <= value) ++root;
  return root;
}

}  // namespace

SpherePoint sphere_point(std::int32_t latitude_microdegrees, std::int32_t longitude_microdegrees) {
  const std::int64_t across = cosine(latitude_microdegrees);
  const std::int64_t x = scaled(static_cast<Wide>(across) * cosine(longitude_microdegrees));
  const std::int64_t y = scaled(static_cast<Wide>(across) * sine(longitude_microdegrees));
  return {static_cast<std::int32_t>(scaled(static_cast<Wide>(x) * radius_dm)),
          static_cast<std::int32_t>(scaled(static_cast<Wide>(y) * radius_dm)),
          static_cast<std::int32_t>(scaled(static_cast<Wide>(sine(latitude_microdegrees)) * radius_dm))};
}

int great_circle_m(const SpherePoint& from, const SpherePoint& to) {
  const std::int64_t dx = static_cast<std::int64_t>(from.x) - to.x;
  const std::int64_t dy = static_cast<std::int64_t>(from.y) - to.y;
  const std::int64_t dz = static_cast<std::int64_t>(from.z) - to.z;
  const std::int64_t chord = integer_root(dx * dx + dy * dy + dz * dz);
  // The arc over a chord c is 2R asin(c / 2R) = c + c^3 / 24R^2 + 3c^5 / 640R^4 + ...
  const Wide cubic = static_cast<Wide>(chord) * chord * chord / (24 * static_cast<Wide>(radius_dm) * radius_dm);
  const Wide quintic = cubic * chord * chord * 9 / (80 * static_cast<Wide>(radius_dm) * radius_dm);
  return static_cast<int>((chord + static_cast<std::int64_t>(cubic + quintic) + 5) / 10);
}

}  // namespace passend::geo
