// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/compounds.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <array>
#include <iostream>

#include "tests/unit/indexer/text/analysis_judgements.hpp"

namespace passend::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::string joined(const std::vector<std::string>& parts) {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : "+") + part;
  return text;
}

/// How many of the compounds come out as a person expects; the others are printed, so that they can be read.
int as_expected(const Compounds& compounds, const std::vector<Judgement>& judgements) {
  int right = 0;
  for (const Judgement& judged : judgements) {
    const std::string found = joined(compounds.parts(normalise(judged.text)));
    if (found == judged.expected) {
      ++right;
    } else {
      std::cout << "  " << judged.text << ": expected " << judged.expected << ", found "
                << (found.empty() ? "no parts" : found) << '\n';
    }
  }
  std::cout << "  " << right << " of " << judgements.size() << " as expected ("
            << 100.0 * right / static_cast<double>(judgements.size()) << " %)\n";
  return right;
}

TEST(Compounds, AreReadAsAPersonReadsThemInNinetySevenOfAHundredDutchWords) {
  const auto judgements = judgements_of("compound");
  ASSERT_GE(judgements.size(), 250u);
  EXPECT_GE(as_expected(dutch_compounds(), judgements) * 100, static_cast<int>(judgements.size()) * 97);
}

TEST(Compounds, NeverSplitAWordThatIsNone) {
  const auto judgements = judgements_of("whole");
  ASSERT_GE(judgements.size(), 100u);
  for (const Judgement& judged : judgements) {
    EXPECT_THAT(dutch_compounds().parts(normalise(judged.text)), IsEmpty()) << judged.text;
  }
}

TEST(Compounds, AreReadInGermanToo) {
  const auto judgements = judgements_of("compound-de");
  ASSERT_GE(judgements.size(), 25u);
  EXPECT_GE(as_expected(german_compounds(), judgements) * 10, static_cast<int>(judgements.size()) * 9);
  for (const Judgement& judged : judgements_of("whole-de")) {
    EXPECT_THAT(german_compounds().parts(normalise(judged.text)), IsEmpty()) << judged.text;
  }
}

TEST(Compounds, OfCompoundsAreSplitFurtherByAskingAgain) {
  EXPECT_THAT(dutch_compounds().parts("vrachtwagenchauffeur"), ElementsAre("vrachtwagen", "chauffeur"));
  EXPECT_THAT(dutch_compounds().parts("vrachtwagen"), ElementsAre("vracht", "wagen"));
  EXPECT_THAT(dutch_compounds().parts("wagen"), IsEmpty());
}

TEST(Compounds, KnowTheWordsThatACallerBrings) {
  EXPECT_THAT(dutch_compounds().parts("kwalmoxbediener"), IsEmpty());
  const std::vector<std::string> labels{"kwalmox", "bediener", "kok"};
  EXPECT_THAT(dutch_compounds().with_words(labels).parts("kwalmoxbediener"), ElementsAre("kwalmox", "bediener"));
}

TEST(Compounds, OfUnknownModifiersAreReadWhenTheModifierIsACompound) {
  EXPECT_THAT(dutch_compounds().parts("vrachtwagenbandenmonteur"), ElementsAre("vrachtwagenbanden", "monteur"));
}

TEST(Compounds, AreOfLettersAndOfBoundedLength) {
  for (const char* word : {"", "a", "06-nummer", "klantmanager2", "klant manager", "KLANTMANAGER"}) {
    EXPECT_THAT(dutch_compounds().parts(word), IsEmpty()) << word;
  }
  std::string longest;
  for (int i = 0; i < 100000; ++i) longest += "werk";
  EXPECT_THAT(dutch_compounds().parts(longest), IsEmpty());
}

/// Any bytes are taken; parts of a word never hold more than the word and two letters that a base form adds.
RC_GTEST_PROP(Compounds, TakeAnyBytes, (const std::string& bytes)) {
  std::size_t size = 0;
  for (const std::string& part : dutch_compounds().parts(bytes)) size += part.size();
  RC_ASSERT(size <= bytes.size() + 4);
}

/// Words made of the letters and endings of real ones, where the search has most to do.
RC_GTEST_PROP(Compounds, TakeAnyRowOfWords, (const std::vector<std::uint8_t>& choices)) {
  constexpr std::array<std::string_view, 12> pieces{"werk", "s",    "en",   "kind", "eren", "zorg",
                                                    "be",   "tuin", "bouw", "weg",  "n",    "man"};
  std::string word;
  for (const std::uint8_t choice : choices) word += pieces[choice % pieces.size()];
  const auto parts = dutch_compounds().parts(word);
  RC_ASSERT(parts.empty() || parts.size() == 2);
  RC_ASSERT(dutch_compounds().parts(word) == parts);
}

}  // namespace
}  // namespace passend::text
