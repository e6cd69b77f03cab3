// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/languages.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/unit/indexer/text/analysis_judgements.hpp"

namespace passend::text {
namespace {

TEST(Languages, AreToldFromASentenceOrTwo) {
  const auto judgements = judgements_of("language");
  ASSERT_GE(judgements.size(), 30u);
  for (const Judgement& judged : judgements)
    EXPECT_EQ(detect_language(judged.text).code, judged.expected) << judged.text;
}

TEST(Languages, AreSurerTheMoreThereIsToRead) {
  const std::string sentence = "Ik zoek een baan in de zorg. ";
  const int little = detect_language(sentence).confidence_bp;
  const int much = detect_language(sentence + sentence + sentence).confidence_bp;
  EXPECT_GT(little, 0);
  EXPECT_GT(much, little);
  EXPECT_EQ(detect_language("kok").confidence_bp, 0);
}

RC_GTEST_PROP(Languages, MayBeAskedOfAnyBytes, (const std::string& bytes)) {
  const DetectedLanguage found = detect_language(bytes);
  RC_ASSERT(found.confidence_bp >= 0 && found.confidence_bp <= 10000);
  RC_ASSERT((found.code == "und") == (found.confidence_bp == 0));
}

}  // namespace
}  // namespace passend::text
