// SPDX-License-Identifier: EUPL-1.2
#include "server/api/tripwire.hpp"

#include <gtest/gtest.h>

namespace passend::api {
namespace {

constexpr Date monday{20'000};

TEST(Tripwire, RaisesAnAlarmWhenTheNumberIsPassedAndAtEachDoubling) {
  Tripwire tripwire(100);
  tripwire.note("jobhunter:a", 99, monday);
  EXPECT_EQ(tripwire.alarms(), 0U);
  tripwire.note("jobhunter:a", 1, monday);
  EXPECT_EQ(tripwire.alarms(), 1U);
  tripwire.note("jobhunter:a", 99, monday);
  EXPECT_EQ(tripwire.alarms(), 1U);
  tripwire.note("jobhunter:a", 1, monday);
  EXPECT_EQ(tripwire.alarms(), 2U);
  tripwire.note("jobhunter:a", 5'000, monday);
  EXPECT_EQ(tripwire.alarms(), 3U) << "one alarm for one request, however big";
  tripwire.note("jobhunter:a", 1'199, monday);
  EXPECT_EQ(tripwire.alarms(), 3U);
}

TEST(Tripwire, CountsEachAccountAndDayForItself) {
  Tripwire tripwire(100);
  tripwire.note("jobhunter:a", 60, monday);
  tripwire.note("jobhunter:b", 60, monday);
  tripwire.note("jobhunter:a", 60, Date{monday.days + 1});
  EXPECT_EQ(tripwire.alarms(), 0U);
}

TEST(Tripwire, CanBeLeftOff) {
  Tripwire tripwire(0);
  tripwire.note("jobhunter:a", 1'000'000, monday);
  EXPECT_EQ(tripwire.alarms(), 0U);
}

}  // namespace
}  // namespace passend::api
