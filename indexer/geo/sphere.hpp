// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>

/// Distances on the sphere in whole numbers, so that no mathematical library, compiler flag or processor changes one: a
/// distance is part of a score, and scores are the same on every machine.
namespace passend::geo {

/// A point on the mean sphere (radius 6,371,008.8 m, IUGG), in decimetres from the centre of the earth.
struct SpherePoint {
  std::int32_t x = 0;
  std::int32_t y = 0;
  std::int32_t z = 0;
};

/// The point at WGS84 degrees x 1,000,000; -90..90 and -180..180 degrees.
SpherePoint sphere_point(std::int32_t latitude_microdegrees, std::int32_t longitude_microdegrees);

/// Metres along the great circle, within 1 m for distances up to 1,000 km.
int great_circle_m(const SpherePoint& from, const SpherePoint& to);

}  // namespace passend::geo
