// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <string>

#include "indexer/base/error.hpp"
#include "indexer/model/codec.hpp"
#include "tests/unit/indexer/model/examples.hpp"

/// What encode() wrote is read in one pass, to the same record as by the reader that trusts nothing.
namespace passend {
namespace {

TEST(Canonical, GivesBackEveryField) {
  EXPECT_EQ(decode_canonical_search_profile(encode(full_search_profile())), full_search_profile());
  EXPECT_EQ(decode_canonical_vacancy(encode(full_vacancy())), full_vacancy());
}

TEST(Canonical, GivesBackEmptyRecords) {
  SearchProfile profile;
  profile.source = {"test", "1"};
  profile.driving_licences.emplace();
  EXPECT_EQ(decode_canonical_search_profile(encode(profile)), profile);
}

TEST(Canonical, GivesBackEveryCharacterOfAText) {
  SearchProfile profile;
  profile.source = {"test", "1"};
  profile.summary = "\"\\/\b\f\n\r\t\x01\x1F\x7F é € 😀 {}[],: \\u0041";
  EXPECT_EQ(decode_canonical_search_profile(encode(profile)), profile);
}

TEST(Canonical, ReadsOtherJsonAsCarefullyAsAny) {
  auto json = encode(full_vacancy());
  json.insert(1, " ");
  EXPECT_EQ(decode_canonical_vacancy(json), full_vacancy());
  EXPECT_THROW(decode_canonical_vacancy(""), Error);
  EXPECT_THROW(decode_canonical_vacancy("[]"), Error);
  EXPECT_THROW(decode_canonical_vacancy(R"({"id":7})"), Error);
}

TEST(Canonical, DoesNotTakeDamagedTextForARecord) {
  const auto json = encode(full_search_profile());
  for (std::size_t size = 0; size < json.size(); ++size) {
    EXPECT_THROW(decode_canonical_search_profile(json.substr(0, size)), Error) << size;
  }
  std::size_t refused = 0;
  for (std::size_t place = 0; place < json.size(); ++place) {
    auto damaged = json;
    damaged[place] = '\x02';
    try {
      decode_canonical_search_profile(damaged);
    } catch (const Error&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, json.size() / 4) << "only inside a text may a damaged byte go unseen";
}

}  // namespace
}  // namespace passend
