// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/word_list.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>

#include "indexer/base/random.hpp"

namespace passend::search {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Optimal string alignment, written for clarity.
int edits_between(const std::string& a, const std::string& b) {
  std::vector<std::vector<int>> table(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = static_cast<int>(i + j);
        continue;
      }
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
      }
    }
  }
  return table[a.size()][b.size()];
}

int edits_to_beginning(const std::string& typed, const std::string& word) {
  int best = static_cast<int>(typed.size());
  for (std::size_t length = 0; length <= word.size(); ++length) {
    best = std::min(best, edits_between(typed, word.substr(0, length)));
  }
  return best;
}

std::map<std::string, int> near(const WordList& list, const std::string& typed, int most, Reach reach) {
  std::map<std::string, int> found;
  list.visit_near(typed, most, reach, [&](WordNumber number, int edits) {
    EXPECT_TRUE(found.emplace(list.word(number), edits).second) << "each word once";
  });
  return found;
}

std::vector<std::string> holding(const WordList& list, const std::string& letters) {
  std::vector<std::string> found;
  list.visit_holding(letters, [&](WordNumber number, std::size_t place) {
    found.push_back(std::string(list.word(number)) + " at " + std::to_string(place));
  });
  return found;
}

TEST(WordList, HoldsEachWordOnceInOrder) {
  const WordList list({"kok", "bakker", "kok", "kokkin"});
  ASSERT_EQ(list.size(), 3u);
  EXPECT_EQ(list.word(0), "bakker");
  EXPECT_TRUE(list.contains("kok"));
  EXPECT_FALSE(list.contains("ko"));
  EXPECT_EQ(list.find("kokkin"), 2u);
  EXPECT_EQ(list.beginning_with("kok").begin, 1u);
  EXPECT_EQ(list.beginning_with("kok").end, 3u);
  EXPECT_EQ(WordList({}).size(), 0u);
}

TEST(WordList, FindsLettersInsideWordsButNotAtTheirBeginning) {
  const WordList list({"chauffeur", "vrachtwagenchauffeur", "wagenwagen", "wagen"});
  EXPECT_THAT(holding(list, "chauffeur"), ElementsAre("vrachtwagenchauffeur at 11"));
  EXPECT_THAT(holding(list, "wagen"), ElementsAre("vrachtwagenchauffeur at 6", "wagenwagen at 5"));
}

TEST(WordList, FindsWordsThatAreNearlyWhatWasTyped) {
  const WordList list({"loodgieter", "loopgieter", "magazijn", "magazijnmedewerker", "kok"});
  EXPECT_THAT(near(list, "lodogieter", 1, Reach::whole_word), ElementsAre(testing::Pair("loodgieter", 1)));
  EXPECT_THAT(near(list, "maagzijnm", 1, Reach::beginning), ElementsAre(testing::Pair("magazijnmedewerker", 1)));
  EXPECT_THAT(near(list, "maagzijnm", 1, Reach::whole_word), IsEmpty());
}

TEST(WordList, FindsExactlyTheNearWordsThatAPlainComparisonFinds) {
  Random random(11);
  const auto any_word = [&](std::size_t longest) {
    std::string word;
    for (std::uint64_t i = 1 + random.below(longest); i > 0; --i) word += static_cast<char>('a' + random.below(3));
    return word;
  };
  std::vector<std::string> words;
  for (int i = 0; i < 300; ++i) words.push_back(any_word(9));
  const WordList list(words);
  for (int round = 0; round < 200; ++round) {
    const std::string typed = any_word(8);
    const int most = static_cast<int>(random.below(3));
    std::map<std::string, int> whole, beginning;
    for (const std::string& word : words) {
      if (edits_between(typed, word) <= most) whole[word] = edits_between(typed, word);
      if (edits_to_beginning(typed, word) <= most) beginning[word] = edits_to_beginning(typed, word);
    }
    ASSERT_EQ(near(list, typed, most, Reach::whole_word), whole) << typed;
    ASSERT_EQ(near(list, typed, most, Reach::beginning), beginning) << typed;
  }
}

}  // namespace
}  // namespace passend::search
