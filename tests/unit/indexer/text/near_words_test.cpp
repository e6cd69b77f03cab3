// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/near_words.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

#include "indexer/text/codes.hpp"

namespace passend::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> near(std::string_view word, const std::vector<KnownWord>& known, std::size_t most = 10) {
  std::vector<std::string> words;
  for (const NearWord& found : near_words(word, known, most)) words.push_back(found.word);
  return words;
}

const std::vector<KnownWord> known{{"bhv", 9},
                                   {"chauffeur", 80},
                                   {"chauffeurs", 12},
                                   {"kapper", 5},
                                   {"kapster", 4},
                                   {"klapper", 7},
                                   {"kok", 50},
                                   {"koks", 8},
                                   {"lasser", 20},
                                   {"laser", 2},
                                   {"verpleger", 3},
                                   {"vpk12345", 1},
                                   {"\xD0\xBA\xD1\x83\xD1\x85\xD0\xB0\xD1\x80", 1}};

std::vector<KnownWord> sorted(std::vector<KnownWord> words) {
  std::sort(words.begin(), words.end(), [](const auto& left, const auto& right) { return left.word < right.word; });
  return words;
}

TEST(NearWords, AreOneSlipAwayFromAShortWordAndTwoFromALongOne) {
  const auto all = sorted(known);
  EXPECT_THAT(near("kaper", all), ElementsAre("kapper"));
  EXPECT_THAT(near("chaufuer", all), ElementsAre("chauffeur"));
  EXPECT_THAT(near("verplegre", all), ElementsAre("verpleger")) << "two neighbours swapped are one slip";
  EXPECT_THAT(near("kappel", all), ElementsAre("kapper")) << "a second slip would bring klapper";
}

TEST(NearWords, ComeNearestFirstThenMostFrequentThenByAlphabet) {
  EXPECT_THAT(near("lasers", sorted({{"laser", 2}, {"lasser", 20}, {"lasters", 20}, {"lazers", 20}})),
              ElementsAre("lasters", "lazers", "laser"));
  EXPECT_THAT(near("chauffeut", sorted(known)), ElementsAre("chauffeur", "chauffeurs"));
}

TEST(NearWords, AreBoundedInNumber) {
  EXPECT_THAT(near("chauffeut", sorted(known), 1), ElementsAre("chauffeur"));
  EXPECT_THAT(near("chauffeut", sorted(known), 0), IsEmpty());
}

TEST(NearWords, AreNotAskedOfCodesNumbersAndVeryShortWords) {
  const auto all = sorted(known);
  for (const char* word : {"vca", "bhvx", "kop", "12345", "vpk12346", "c++", ""})
    EXPECT_THAT(near(word, all), IsEmpty()) << word;
  EXPECT_EQ(allowed_distance("kok"), 0);
  EXPECT_EQ(allowed_distance("bakker"), 1);
  EXPECT_EQ(allowed_distance("chauffeur"), 2);
}

TEST(NearWords, CountLettersAndNotBytes) {
  // One Cyrillic letter of two bytes is wrong.
  EXPECT_THAT(near("\xD0\xBA\xD1\x83\xD1\x85\xD0\xBE\xD1\x80", sorted(known)),
              ElementsAre("\xD0\xBA\xD1\x83\xD1\x85\xD0\xB0\xD1\x80"));
}

/// The definition itself, letter by letter: what the walk must agree with.
int distance(const std::string& left, const std::string& right) {
  std::vector<std::vector<int>> rows(left.size() + 1, std::vector<int>(right.size() + 1));
  for (std::size_t i = 0; i <= left.size(); ++i) {
    for (std::size_t j = 0; j <= right.size(); ++j) {
      if (i == 0 || j == 0) {
        rows[i][j] = static_cast<int>(i + j);
        continue;
      }
      rows[i][j] = std::min(
          {rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
        rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[left.size()][right.size()];
}

RC_GTEST_PROP(NearWords, AreExactlyThoseOfTheDefinition, ()) {
  const auto word_of = [](std::size_t least, std::size_t most) {
    return rc::gen::mapcat(rc::gen::inRange(least, most), [](std::size_t size) {
      return rc::gen::container<std::string>(size, rc::gen::elementOf(std::string("aeiokrs")));
    });
  };
  const auto typed = *word_of(4, 11);
  const std::set<std::string> unique = *rc::gen::container<std::set<std::string>>(word_of(1, 12));
  std::vector<KnownWord> vocabulary;
  for (const std::string& word : unique) vocabulary.push_back({word, static_cast<std::uint32_t>(word.size() % 3)});
  std::set<std::string> expected, found;
  const int allowed = allowed_distance(typed);
  for (const KnownWord& word : vocabulary) {
    const int slips = distance(typed, word.word);
    if (slips > 0 && slips <= allowed && !is_code(word.word)) expected.insert(word.word);
  }
  for (const NearWord& word : near_words(typed, vocabulary, vocabulary.size())) {
    RC_ASSERT(word.distance == distance(typed, word.word));
    found.insert(word.word);
  }
  RC_ASSERT(found == expected);
}

RC_GTEST_PROP(NearWords, MayBeAskedOfAnyBytes, (const std::string& bytes, std::set<std::string> words)) {
  std::vector<KnownWord> vocabulary;
  for (const std::string& word : words) vocabulary.push_back({word, 1});
  RC_ASSERT(near_words(bytes, vocabulary, 5).size() <= 5);
}

}  // namespace
}  // namespace passend::text
