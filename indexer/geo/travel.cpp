// SPDX-License-Identifier: EUPL-1.2
#include "indexer/geo/postcodes.hpp"

namespace passend::geo {
namespace {

/// A door-to-door estimate: a fixed overhead, one pace for the part near home and one for the rest. Paces are minutes
/// per 10 km as the crow flies, so that they hold the detours that roads make (about 1.3 x) as well.
struct Pace {
  int overhead_minutes = 0;
  int near_minutes_per_10km = 0;
  int far_minutes_per_10km = 0;
};

constexpr int near_limit_m = 10'000;
/// Two people in one postcode area still live some way apart.
constexpr int shortest_ride_m = 800;

constexpr Pace pace_of(Transport means) {
  switch (means) {
    case Transport::car:
      return {5, 14, 9};  // Walk to the car and park; 43 then 67 km/h: town streets, then main roads.
    case Transport::motorcycle:
      return {4, 14, 9};
    case Transport::moped:
      return {3, 24, 24};  // 25 km/h: 35 along roads and cycle tracks.
    case Transport::bicycle:
      return {2, 44, 44};  // 14 km/h: 18 along the track.
    case Transport::walking:
      return {0, 150, 150};  // 4 km/h: 5 along the street.
    case Transport::public_transport:
    case Transport::other:  // A lift, a regional taxi: not quicker than the bus, to be on the safe side.
      return {15, 20, 12};  // Walk, wait and change; a bus in the region, a train beyond it.
  }
  return {15, 20, 12};
}

}  // namespace

int travel_minutes(int distance_m, Transport means) {
  const Pace pace = pace_of(means);
  const int ridden_m = distance_m < shortest_ride_m ? shortest_ride_m : distance_m;
  const int near_m = ridden_m < near_limit_m ? ridden_m : near_limit_m;
  const int far_m = ridden_m - near_m;
  // Rounded up: a minute late is late.
  return pace.overhead_minutes +
         (near_m * pace.near_minutes_per_10km + far_m * pace.far_minutes_per_10km + 9'999) / 10'000;
}

}  // namespace passend::geo
