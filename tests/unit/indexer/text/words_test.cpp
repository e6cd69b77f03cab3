// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/words.hpp"

#include <gmock/gmock.h>

#include "indexer/base/random.hpp"

namespace passend::text {
namespace {

std::vector<std::string> forms(std::string_view text) {
  std::vector<std::string> result;
  for (const Word& word : words(text)) result.push_back(word.form);
  return result;
}

TEST(Words, AreNormalisedAndKnowWhereTheyStand) {
  const std::string text = "Café–Restaurant Één";
  const auto found = words(text);
  ASSERT_EQ(found.size(), 3u);
  EXPECT_EQ(found[0].form, "cafe");
  EXPECT_EQ(text.substr(found[0].begin, found[0].end - found[0].begin), "Café");
  EXPECT_EQ(found[2].form, "een");
  EXPECT_EQ(text.substr(found[2].begin, found[2].end - found[2].begin), "Één");
}

TEST(Words, PartAtAFullStopBetweenLettersButNotInsideANumber) {
  EXPECT_THAT(forms("in Hilversum.Wij bieden 1.000 euro, b.v. nu"),
              testing::ElementsAre("in", "hilversum", "wij", "bieden", "1.000", "euro", "b", "v", "nu"));
}

TEST(Words, KeepPlusAndHashAndBothApostrophes) {
  EXPECT_THAT(forms("C++ en C#, foto’s of foto's"), testing::ElementsAre("c++", "en", "c#", "foto's", "of", "foto's"));
}

TEST(Words, OfPlainTextAreThoseThatUnicodeGives) {
  const std::string alphabet = "aZ09_.,;:'+#-/ \"@";
  Random random(2);
  for (int round = 0; round < 20'000; ++round) {
    std::string piece;
    for (std::uint64_t i = 1 + random.below(10); i > 0; --i) piece.push_back(alphabet[random.below(alphabet.size())]);
    if (piece.find(' ') != std::string::npos) continue;
    // A letter outside ASCII, parted by a symbol, sends the same piece through ICU.
    auto expected = forms(piece + "\xE2\x82\xAC\xC3\xA9");
    ASSERT_FALSE(expected.empty());
    expected.pop_back();
    ASSERT_EQ(forms(piece), expected) << piece;
  }
}

TEST(Words, OfAnyBytesStandInOrderInsideTheText) {
  Random random(1);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (std::uint64_t i = random.below(60); i > 0; --i) bytes.push_back(static_cast<char>(random.below(256)));
    std::size_t last = 0;
    for (const Word& word : words(bytes)) {
      ASSERT_LE(last, word.begin);
      ASSERT_LT(word.begin, word.end);
      ASSERT_LE(word.end, bytes.size());
      ASSERT_FALSE(word.form.empty());
      last = word.end;
    }
  }
}

}  // namespace
}  // namespace passend::text
