// SPDX-License-Identifier: EUPL-1.2
#include "indexer/geo/postcodes.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "indexer/base/error.hpp"

namespace passend::geo {
namespace {

PostcodeTable table_of(const std::string& csv) {
  std::istringstream input(csv);
  return PostcodeTable::load(input, "postcodes.csv");
}

std::string refusal_of(const std::string& csv) {
  try {
    table_of(csv);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::malformed_document);
    return error.what();
  }
  return "accepted";
}

const std::string header = "pc4,lat,lon,inwoners,plaats,gemeente\n";
const std::string three = header +
                          "1211,52.224,5.176,9700,Hilversum,Hilversum\n"
                          "1223,52.228,5.205,11900,Hilversum,Hilversum\n"
                          "1243,52.242,5.130,1300,'s-Graveland,Wijdemeren\n";

TEST(Postcode, IsReadInEveryFormThatPeopleWrite) {
  for (const char* text : {"1211AB", "1211 ab", "1211  Ab", " 1211AB "}) EXPECT_EQ(normalise_postcode(text), "1211AB");
  EXPECT_EQ(normalise_postcode("1211"), "1211");
  EXPECT_EQ(parse_pc4("1211 ab"), 1211);
}

TEST(Postcode, IsAbsentWhenNoDutchPostcodeHasThatShape) {
  for (const char* text : {"", "0211AB", "121", "12 11AB", "1211A", "1211ABC", "12111", "1211 1A", "121IAB", "1211SS",
                           "1211 sa", "1211SD", "1211-AB", "1211É"}) {
    EXPECT_FALSE(normalise_postcode(text)) << text;
    EXPECT_FALSE(parse_pc4(text)) << text;
  }
}

TEST(PostcodeTable, BindsColumnsByNameAndLeavesOthersAlone) {
  const auto table =
      table_of("plaats;rd_x;lon;lat;gemeente;pc4;inwoners\nLaren;143380;5.216;52.249;Laren;1251;11100\n");
  const PostcodeArea* area = table.find(1251);
  ASSERT_NE(area, nullptr);
  EXPECT_EQ(area->place, "Laren");
  EXPECT_EQ(area->inhabitants, 11100);
  EXPECT_DOUBLE_EQ(area->latitude, 52.249);
}

TEST(PostcodeTable, StandsInAscendingOrderWhateverTheFile) {
  const auto table = table_of(header + "1223,52.2,5.2,1,a,b\n1211,52.2,5.2,1,a,b\n");
  ASSERT_EQ(table.areas().size(), 2u);
  EXPECT_EQ(table.areas().front().pc4, 1211);
}

TEST(PostcodeTable, FindsAPlaceWithoutCaseDiacriticsOrPunctuation) {
  const auto table = table_of(three + "8401,53.05,6.07,100,Gorrédijk,Opsterland\n");
  ASSERT_NE(table.find_place("S GRAVELAND"), nullptr);
  EXPECT_EQ(table.find_place("S GRAVELAND")->pc4, 1243);
  ASSERT_NE(table.find_place("gorredijk"), nullptr);
  EXPECT_EQ(table.find_place(""), nullptr);
  EXPECT_EQ(table.find_place("Zwaag"), nullptr);
}

TEST(PostcodeTable, LetsTheMostPopulousAreaStandForAPlaceOrMunicipality) {
  const auto table = table_of(three);
  EXPECT_EQ(table.find_place("hilversum")->pc4, 1223);
  EXPECT_EQ(table.find_place("Wijdemeren")->pc4, 1243) << "no place is called so, but a municipality is";
}

TEST(PostcodeTable, SaysWhereAndHowToMendABadFile) {
  EXPECT_EQ(refusal_of("pc4,lat,lon,inwoners,plaats\n"),
            "postcodes.csv, line 1: column 'gemeente' is missing; a postcode table has pc4, lat, lon, inwoners, plaats "
            "and gemeente");
  EXPECT_EQ(refusal_of(header + "1211,52.2,5.2,1,a,b\n0999,52.2,5.2,1,a,b\n"),
            "postcodes.csv, line 3, column 'pc4': '0999' is not a whole number from 1000 to 9999");
  EXPECT_EQ(refusal_of(header + "1211,5.2,52.2,1,a,b\n"),
            "postcodes.csv, line 2, column 'lat': '5.2' is not a number of degrees inside the Netherlands (50 to 54, "
            "with a decimal point)");
  EXPECT_NE(refusal_of(header + "1211,\"52,2\",5.2,1,a,b\n").find("decimal point"), std::string::npos);
  EXPECT_NE(refusal_of(header + "1211,nan,5.2,1,a,b\n").find("'nan'"), std::string::npos);
  EXPECT_NE(refusal_of(header + "1211,52.2,5.2,-99997,a,b\n").find("'inwoners': '-99997'"), std::string::npos);
  EXPECT_NE(refusal_of(header + "1211,52.2,5.2,1,a,b\n1211,52.2,5.2,1,a,b\n")
                .find("line 3, column 'pc4': '1211' stands in the table twice"),
            std::string::npos);
  EXPECT_TRUE(refusal_of("").starts_with("postcodes.csv: ")) << refusal_of("");
  EXPECT_TRUE(refusal_of(header + "1211,\"52.2,5.2,1,a,b\n").starts_with("postcodes.csv, line 2: ")) << "an open quote";
}

TEST(PostcodeTable, NamesTheFileThatIsNotThere) {
  try {
    PostcodeTable::load(std::filesystem::path("/nowhere/postcodes.csv"));
    FAIL() << "a missing file was accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::file_missing);
    EXPECT_NE(std::string(error.what()).find("/nowhere/postcodes.csv"), std::string::npos);
  }
}

TEST(PostcodeTable, CountsInhabitantsThatAreNotPublishedAsNone) {
  EXPECT_EQ(table_of(header + "3895,52.348,5.516,,,\n").find(3895)->inhabitants, 0);
}

TEST(PostcodeTable, MeasuresInHundredsOfMetresBothWaysAlike) {
  const auto table = table_of(three);
  EXPECT_EQ(table.distance_m(1211, 1211), 0);
  EXPECT_EQ(table.distance_m(1211, 1223), 2000);
  EXPECT_EQ(table.distance_m(1223, 1211), 2000);
  EXPECT_EQ(table.distance_m(1211, 1243), 3700);
}

TEST(PostcodeTable, KnowsNoDistanceToAPostcodeOutsideIt) {
  const auto table = table_of(three);
  EXPECT_FALSE(table.distance_m(1211, 9999));
  EXPECT_FALSE(table.distance_m(0, 1211));
  EXPECT_FALSE(table.distance_m(-5, 123456));
  EXPECT_EQ(table.find(1212), nullptr);
}

TEST(TravelMinutes, GrowWithDistanceForEveryMeans) {
  for (const auto& [means, name] : CodeNames<Transport>::names) {
    int previous = 0;
    for (int distance_m = 0; distance_m <= 200'000; distance_m += 100) {
      const int minutes = travel_minutes(distance_m, means);
      EXPECT_GE(minutes, previous) << name << " over " << distance_m;
      previous = minutes;
    }
  }
}

TEST(TravelMinutes, AreWhatAPersonInTheRegionWouldExpect) {
  EXPECT_EQ(travel_minutes(8'500, Transport::car), 17);                // Hilversum - Huizen
  EXPECT_EQ(travel_minutes(16'000, Transport::car), 25);               // Hilversum - Utrecht
  EXPECT_EQ(travel_minutes(5'000, Transport::bicycle), 24);            // Hilversum - Bussum
  EXPECT_EQ(travel_minutes(16'000, Transport::public_transport), 43);  // Hilversum - Utrecht, door to door
  EXPECT_EQ(travel_minutes(2'000, Transport::walking), 30);
  EXPECT_EQ(travel_minutes(0, Transport::walking), 12) << "within one area people still live apart";
}

}  // namespace
}  // namespace passend::geo
