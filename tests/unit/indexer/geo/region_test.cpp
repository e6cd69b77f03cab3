// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <set>

#include "indexer/geo/postcodes.hpp"

namespace passend::geo {
namespace {

const std::filesystem::path source = PASSEND_SOURCE_DIR;

PostcodeTable demo_region() {
  return PostcodeTable::load(source / "fixtures" / "region" / "gooi-en-vechtstreek.csv");
}

/// The national postcode statistics, outside the repository.
std::filesystem::path national_file() {
  const char* given = std::getenv("PASSEND_SHARED_DATA");
  const std::filesystem::path shared =
      given != nullptr ? std::filesystem::path(given) : source / ".." / "shared" / "data";
  return shared / "geo" / "pc4_centroids.csv";
}

TEST(DemoRegion, HoldsTheSevenMunicipalitiesAndWhatLiesAround) {
  const PostcodeTable region = demo_region();
  const std::set<std::string> seven{"Hilversum", "Gooise Meren", "Huizen", "Blaricum", "Laren", "Wijdemeren", "Eemnes"};
  std::set<std::string> found;
  int inside = 0;
  int inhabitants = 0;
  for (const PostcodeArea& area : region.areas()) {
    if (!seven.contains(area.municipality)) continue;
    found.insert(area.municipality);
    ++inside;
    inhabitants += area.inhabitants;
  }
  EXPECT_EQ(found, seven);
  EXPECT_EQ(inside, 39);
  EXPECT_GT(inhabitants, 240'000);
  EXPECT_LT(inhabitants, 270'000);
  for (const char* around : {"Weesp", "Almere", "Amersfoort", "Utrecht", "Baarn", "Soest", "Bunschoten-Spakenburg",
                             "Bilthoven", "Maarssen"}) {
    EXPECT_NE(region.find_place(around), nullptr) << around;
  }
}

TEST(DemoRegion, AgreesWithTheNationalPostcodeStatistics) {
  if (!std::filesystem::exists(national_file()))
    GTEST_SKIP() << "no " << national_file() << ": set PASSEND_SHARED_DATA to compare with it";
  const PostcodeTable national = PostcodeTable::load(national_file());
  EXPECT_GT(national.areas().size(), 4000u);
  const PostcodeTable region = demo_region();
  for (const PostcodeArea& area : region.areas()) {
    const PostcodeArea* counted = national.find(area.pc4);
    ASSERT_NE(counted, nullptr) << area.pc4;
    const auto point = [](const PostcodeArea& of) {
      return sphere_point(static_cast<std::int32_t>(of.latitude * 1e6), static_cast<std::int32_t>(of.longitude * 1e6));
    };
    EXPECT_LE(great_circle_m(point(area), point(*counted)), 1000) << area.pc4;
    EXPECT_NEAR(area.inhabitants, counted->inhabitants, 100) << area.pc4;
    EXPECT_EQ(area.place, counted->place) << area.pc4;
  }
}

TEST(DemoRegion, KnowsTheDistancesThatPeopleTravel) {
  const PostcodeTable region = demo_region();
  EXPECT_NEAR(*region.distance_m(1211, 1271), 9'900, 500) << "Hilversum - Huizen";
  EXPECT_NEAR(*region.distance_m(1211, 1404), 6'000, 500) << "Hilversum - Bussum";
  EXPECT_NEAR(*region.distance_m(1211, 3511), 15'600, 500) << "Hilversum - Utrecht";
  EXPECT_NEAR(*region.distance_m(1211, 3812), 14'400, 500) << "Hilversum - Amersfoort";
}

}  // namespace
}  // namespace passend::geo
