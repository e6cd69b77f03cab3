// SPDX-License-Identifier: EUPL-1.2
#include "indexer/geo/sphere.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <numbers>

#include "indexer/base/random.hpp"

namespace passend::geo {
namespace {

/// The haversine formula in floating point: what the whole numbers are held against.
double haversine_m(double latitude, double longitude, double other_latitude, double other_longitude) {
  const double radian = std::numbers::pi / 180;
  const double a = std::sin((other_latitude - latitude) * radian / 2);
  const double b = std::sin((other_longitude - longitude) * radian / 2);
  return 2 * 6'371'008.8 *
         std::asin(std::sqrt(a * a + std::cos(latitude * radian) * std::cos(other_latitude * radian) * b * b));
}

TEST(GreatCircle, AgreesWithTheHaversineFormulaWithinAMetre) {
  Random random(1);
  for (int i = 0; i < 20'000; ++i) {
    const int latitude = random.between(50'000'000, 54'000'000);
    const int longitude = random.between(3'000'000, 8'000'000);
    const int other_latitude = random.between(50'000'000, 54'000'000);
    const int other_longitude = random.between(3'000'000, 8'000'000);
    const double expected = haversine_m(latitude / 1e6, longitude / 1e6, other_latitude / 1e6, other_longitude / 1e6);
    const int measured =
        great_circle_m(sphere_point(latitude, longitude), sphere_point(other_latitude, other_longitude));
    ASSERT_NEAR(measured, expected, 1.0) << latitude << ' ' << longitude << ' ' << other_latitude << ' '
                                         << other_longitude;
  }
}

TEST(SpherePoint, IsExactAtTheAxesAndOnEverySide) {
  EXPECT_EQ(sphere_point(0, 0).x, 63'710'088);
  EXPECT_EQ(sphere_point(0, 90'000'000).y, 63'710'088);
  EXPECT_EQ(sphere_point(90'000'000, 0).z, 63'710'088);
  EXPECT_EQ(sphere_point(-90'000'000, 0).z, -63'710'088);
  EXPECT_EQ(sphere_point(0, 180'000'000).x, -63'710'088);
  EXPECT_EQ(sphere_point(0, -180'000'000).x, -63'710'088);
  EXPECT_LT(std::abs(sphere_point(0, 180'000'000).y), 2);
  EXPECT_EQ(sphere_point(30'000'000, 0).z, 31'855'044) << "half the radius";
}

}  // namespace
}  // namespace passend::geo
