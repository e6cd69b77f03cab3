// SPDX-License-Identifier: EUPL-1.2
#include "server/api/places.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "indexer/base/error.hpp"

namespace passend::api {
namespace {

using testing::ElementsAre;

geo::PostcodeTable table() {
  std::istringstream csv(
      "pc4,lat,lon,inwoners,plaats,gemeente\n"
      "1211,52.22,5.17,100,Hilversum,Hilversum\n"
      "1213,52.21,5.18,100,Hilversum,Hilversum\n"
      "1241,52.24,5.11,100,Kortenhoef,Wijdemeren\n"
      "1271,52.30,5.24,100,Huizen,Huizen\n");
  return geo::PostcodeTable::load(csv, "four areas");
}

TEST(Places, BecomeThePostcodesThatMeetAllFilters) {
  Filters filters;
  EXPECT_EQ(postcodes_of(filters, table()), std::nullopt);
  filters.municipalities = {"HILVERSUM", "Wijdemeren"};
  EXPECT_THAT(*postcodes_of(filters, table()), ElementsAre("1211", "1213", "1241"));
  filters.radius = Radius{"1211AB", 3};
  EXPECT_THAT(*postcodes_of(filters, table()), ElementsAre("1211", "1213"));
  filters.places = {"Kortenhoef"};
  EXPECT_THAT(*postcodes_of(filters, table()), ElementsAre());
}

TEST(Places, ThatNobodyKnowsAreNamed) {
  Filters filters;
  filters.places = {"Huizen", "Atlantis"};
  filters.radius = Radius{"9999", 3};
  try {
    postcodes_of(filters, table());
    FAIL();
  } catch (const Error& error) {
    ASSERT_EQ(error.violations().size(), 2u);
    EXPECT_EQ(error.violations()[0].field, "/filters/places/1");
    EXPECT_EQ(error.violations()[1].field, "/filters/radius/postcode");
  }
}

TEST(Places, AreCountedThroughTheirPostcodes) {
  const auto counted =
      count_areas({{"1211", 2}, {"1213", 3}, {"1271", 9}, {"9999", 1}}, &geo::PostcodeArea::municipality, table());
  ASSERT_EQ(counted.size(), 2u);
  EXPECT_EQ(counted[0].value, "Huizen");
  EXPECT_EQ(counted[1].value, "Hilversum");
  EXPECT_EQ(counted[1].count, 5u);
}

}  // namespace
}  // namespace passend::api
