// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/compounds.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

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
  EXPECT_GE(as_expected(german_compounds(), judgements) * 10, static_cast<int>(judgements.size()) * 8);
  for (const Judgement& judged : judgements_of("whole-de")) {
    EXPECT_THAT(german_compounds().parts(normalise(judged.text)), IsEmpty()) << judged.text;
  }
}

TEST(Compounds, OfCompoundsAreSplitFurtherByAskingAgain) {
  EXPECT_THAT(dutch_compounds().parts("vrachtwagenchauffeur"), ElementsAre("vrachtwagen", "chauffeur"));
  EXPECT_THAT(dutch_compounds().parts("vrachtwagen"), ElementsAre("vracht", "wagen"));
  EXPECT_THAT(dutch_compounds().parts("wagen"), IsEmpty());
}

}  // namespace
}  // namespace passend::text
