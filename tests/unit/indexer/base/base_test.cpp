// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <set>

#include "indexer/base/date.hpp"
#include "indexer/base/error.hpp"
#include "indexer/base/hash.hpp"
#include "indexer/base/id.hpp"
#include "indexer/base/random.hpp"
#include "indexer/base/utf8.hpp"

namespace passend {
namespace {

TEST(Ids, SurviveTheirTextAndRefuseAnythingElse) {
  const Id128 id{0x0123456789abcdefULL, 0xfedcba9876543210ULL};
  EXPECT_EQ(to_text(id), "0123456789abcdeffedcba9876543210");
  EXPECT_EQ(parse_id128(to_text(id)), id);
  EXPECT_EQ(parse_id128("0123456789ABCDEFFEDCBA9876543210"), id);
  for (const char* wrong : {"", "0123", "0123456789abcdeffedcba987654321g", "0123456789abcdeffedcba98765432100"}) {
    EXPECT_FALSE(parse_id128(wrong)) << wrong;
  }
}

TEST(Ids, AreRandom) {
  std::set<Id128> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(random_id128());
  EXPECT_EQ(seen.size(), 1000u);
}

TEST(Dates, SurviveTheirText) {
  for (const char* text : {"1900-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "2199-12-31"}) {
    const auto date = parse_date(text);
    ASSERT_TRUE(date) << text;
    EXPECT_EQ(to_text(*date), text);
  }
  EXPECT_EQ(parse_date("1970-01-02")->days, 1);
}

TEST(Dates, ThatDoNotExistAreAbsent) {
  for (const char* text : {"2023-02-29", "2026-13-01", "2026-00-10", "1899-12-31", "2026-7-29", "2026-07-29T00:00:00Z",
                           "", "abcd-ef-gh"}) {
    EXPECT_FALSE(parse_date(text)) << text;
  }
}

TEST(Timestamps, AreWrittenInUtcWithMilliseconds) {
  EXPECT_EQ(to_text(Timestamp{0}), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(to_text(Timestamp{1'790'000'000'123}), "2026-09-21T14:13:20.123Z");
  EXPECT_EQ(to_text(Timestamp{-1}), "1969-12-31T23:59:59.999Z");
}

TEST(Errors, HaveUniqueNamesAndUsableStatuses) {
  std::set<std::string_view> names;
  for (const auto& info : all_errors()) {
    EXPECT_TRUE(names.insert(info.name).second) << info.name;
    EXPECT_GE(info.http_status, 400) << info.name;
    EXPECT_GE(info.exit_status, 1) << info.name;
    EXPECT_FALSE(info.title.empty()) << info.name;
  }
}

TEST(Hash, IsSha256) {
  // FIPS 180-4 example "abc".
  EXPECT_EQ(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(RandomSequence, IsTheSameEverywhere) {
  Random random(1);
  EXPECT_EQ(random.next(), 0x910a2dec89025cc1ULL);
  Random dice(7);
  int counts[6] = {};
  for (int i = 0; i < 6000; ++i) ++counts[dice.between(1, 6) - 1];
  for (const int count : counts) EXPECT_NEAR(count, 1000, 150);
}

TEST(TieBreak, DependsOnSeedAndIdOnly) {
  const Id128 one{1, 2};
  const Id128 other{2, 1};
  EXPECT_EQ(tie_break(5, one), tie_break(5, one));
  EXPECT_NE(tie_break(5, one), tie_break(6, one));
  EXPECT_NE(tie_break(5, one), tie_break(5, other));
}

TEST(Utf8, CountsCodePointsAndRefusesWhatIsNotWellFormed) {
  EXPECT_EQ(count_code_points(""), 0u);
  EXPECT_EQ(count_code_points("caissi\xc3\xa8re"), 9u);
  EXPECT_EQ(count_code_points("\xf0\x9f\x98\x80"), 1u);
  for (const char* wrong : {"\xff", "\xc0\xaf", "\xe0\x80\x80", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xc3", "a\x80"}) {
    EXPECT_FALSE(count_code_points(wrong));
  }
}

TEST(Utf8, CountsAndCutsByCodePointWhatIsKnownToBeWellFormed) {
  EXPECT_EQ(code_points_in("\xc3\xa9\xc3\xa9n"), 3u);
  EXPECT_EQ(code_point_prefix("\xc3\xa9\xc3\xa9n", 2), "\xc3\xa9\xc3\xa9");
  EXPECT_EQ(code_point_prefix("\xc3\xa9\xc3\xa9n", 3), "\xc3\xa9\xc3\xa9n");
  EXPECT_EQ(code_point_prefix("\xc3\xa9\xc3\xa9n", 4), "\xc3\xa9\xc3\xa9n");
  EXPECT_EQ(code_point_prefix("\xf0\x9f\x98\x80", 0), "");
}

TEST(Utf8, PrefixNeverCutsACodePoint) {
  EXPECT_EQ(utf8_prefix("a\xc3\xa8", 2), "a");
  EXPECT_EQ(utf8_prefix("a\xc3\xa8", 3), "a\xc3\xa8");
  EXPECT_EQ(utf8_prefix("\xf0\x9f\x98\x80", 3), "");
}

}  // namespace
}  // namespace passend
