// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/unicode.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace passend::text {
namespace {

using testing::ElementsAre;

TEST(Utf8, AcceptsWellFormedTextOfEveryLength) {
  EXPECT_FALSE(invalid_utf8_offset(""));
  EXPECT_FALSE(invalid_utf8_offset("caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x98\x80"));
}

TEST(Utf8, NamesTheFirstByteThatIsWrong) {
  EXPECT_EQ(invalid_utf8_offset("caf\xE9 au lait"), 3U);   // Latin-1
  EXPECT_EQ(invalid_utf8_offset("ab\xC0\xAF"), 2U);        // overlong
  EXPECT_EQ(invalid_utf8_offset("\xED\xA0\x80"), 0U);      // surrogate
  EXPECT_EQ(invalid_utf8_offset("ab\xE2\x82"), 2U);        // cut off
  EXPECT_EQ(invalid_utf8_offset("\xF5\x80\x80\x80"), 0U);  // beyond U+10FFFF
  EXPECT_EQ(invalid_utf8_offset("\xC3\xA9\x80"), 2U);      // stray continuation
}

TEST(Normalise, FoldsCaseDiacriticsLigaturesAndBlanks) {
  EXPECT_EQ(normalise("  Caf\xC3\xA9-Medewerk\xC3\xAB\x72 \t ZORG\n"), "cafe-medewerker zorg");
  EXPECT_EQ(normalise("\xC4\xB2sco-b\xC4\xB3t\xC3\x9F"), "ijsco-bijtss");
  EXPECT_EQ(normalise("S\xC3\xB8ren \xC5\x81\xC3\xB3\xC4\x91\xC5\xBA"), "soren lodz");
  EXPECT_EQ(normalise("\xEF\xBC\xA1\xEF\xBC\xA2\xEF\xBC\xA3"), "abc");  // full-width
  EXPECT_EQ(normalise("zorg\xC2\xAD"
                      "coach\xC2\xA0plus"),
            "zorgcoach plus");
}

TEST(Normalise, IsTheSameOnItsOwnResult) {
  for (const char* text : {"Docent(e) (m/v)", "Verpleegkundige \xC3\xA9n verzorgende", "\xC4\xB0stanbul", "C++ / C#"}) {
    EXPECT_EQ(normalise(normalise(text)), normalise(text));
  }
}

TEST(Normalise, IsTheSameOnItsOwnResultForEveryCharacterOfTheBasicPlane) {
  for (unsigned character = 0x80; character < 0x10000; ++character) {
    std::string text = "a";
    if (character < 0x800) {
      text += static_cast<char>(0xC0 | (character >> 6));
    } else {
      text += static_cast<char>(0xE0 | (character >> 12));
      text += static_cast<char>(0x80 | ((character >> 6) & 0x3F));
    }
    text += static_cast<char>(0x80 | (character & 0x3F));
    const std::string once = normalise(text + "b");
    ASSERT_EQ(normalise(once), once) << std::hex << character;
  }
}

TEST(Normalise, SurvivesIllFormedBytes) {
  EXPECT_EQ(normalise("ab\xFF"
                      "c"),
            "ab\xEF\xBF\xBD"
            "c");
}

TEST(Tokens, AreTheWordsWithoutPunctuation) {
  EXPECT_THAT(tokens("Medewerker schoonmaak (m/v), 24-32 uur"),
              ElementsAre("medewerker", "schoonmaak", "m", "v", "24", "32", "uur"));
  EXPECT_THAT(tokens("Ziekenhuis-apotheker/Lab\xC3\xB3rant"), ElementsAre("ziekenhuis", "apotheker", "laborant"));
  EXPECT_THAT(tokens(" -- "), ElementsAre());
}

TEST(Tokens, TellProgrammingLanguagesApart) {
  EXPECT_THAT(tokens("C, C++ en C#"), ElementsAre("c", "c++", "en", "c#"));
}

TEST(CleanText, KeepsLinesAndDropsWhatIsInvisible) {
  EXPECT_EQ(clean_text("a\r\nb\rc\x07\td\xE2\x80\xAE\xEF\xBB\xBF"
                       "e"),
            "a\nb\nc d"
            "e");
  EXPECT_EQ(clean_text("cafe\xCC\x81"), "caf\xC3\xA9");
}

}  // namespace
}  // namespace passend::text
