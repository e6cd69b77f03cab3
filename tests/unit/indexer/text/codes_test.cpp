// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/codes.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "indexer/text/compounds.hpp"
#include "indexer/text/words.hpp"
#include "tests/unit/indexer/text/analysis_judgements.hpp"

namespace passend::text {
namespace {

TEST(Codes, AreToldFromWords) {
  const auto judgements = judgements_of("code");
  ASSERT_GE(judgements.size(), 50u);
  for (const Judgement& judged : judgements) {
    EXPECT_EQ(is_code(judged.text) ? "yes" : "no", judged.expected) << judged.text;
  }
}

/// The words of a phrase as they would be indexed: codes with a !, compounds as their parts.
std::string analysed(const std::string& phrase) {
  std::string result;
  for (const Word& word : words(phrase)) {
    std::string read = word.form;
    if (is_code(std::string_view(phrase).substr(word.begin, word.end - word.begin))) {
      read += '!';
    } else if (const auto parts = dutch_compounds().parts(word.form); !parts.empty()) {
      read = parts.front() + '+' + parts.back();
    }
    result += (result.empty() ? "" : " ") + read;
  }
  return result;
}

TEST(Codes, AndCompoundsOfAPhraseAreReadTogether) {
  const auto judgements = judgements_of("phrase");
  ASSERT_GE(judgements.size(), 30u);
  for (const Judgement& judged : judgements) EXPECT_EQ(analysed(judged.text), judged.expected) << judged.text;
}

RC_GTEST_PROP(Codes, MayBeAskedOfAnyBytes, (const std::string& bytes)) {
  RC_ASSERT(is_code(bytes) == is_code(bytes));
  RC_ASSERT(is_code(bytes + "7"));
}

}  // namespace
}  // namespace passend::text
