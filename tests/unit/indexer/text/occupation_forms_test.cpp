// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/occupation_forms.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <iostream>

#include "tests/unit/indexer/text/analysis_judgements.hpp"

namespace passend::text {
namespace {

using testing::Contains;
using testing::IsSupersetOf;
using testing::Not;

TEST(OccupationForms, OfOneOccupationHaveOneBase) {
  const auto judgements = judgements_of("variant");
  ASSERT_GE(judgements.size(), 60u);
  int right = 0;
  for (const Judgement& judged : judgements) {
    const std::string base = occupation_base(judged.text);
    if (base == judged.expected) {
      ++right;
    } else {
      std::cout << "  " << judged.text << ": expected " << judged.expected << ", found " << base << '\n';
    }
  }
  std::cout << "  " << right << " of " << judgements.size() << " as expected\n";
  EXPECT_GE(right * 100, static_cast<int>(judgements.size()) * 97);
}

TEST(OccupationForms, AreAllListed) {
  EXPECT_THAT(occupation_forms("kapper"), IsSupersetOf({"kappers", "kapster", "kapsters"}));
  EXPECT_THAT(occupation_forms("docente"), IsSupersetOf({"docent", "docenten"}));
  EXPECT_THAT(occupation_forms("directeur"), IsSupersetOf({"directrice", "directeuren"}));
  EXPECT_THAT(occupation_forms("verpleegkundige"), Not(Contains("verpleger")));
}

RC_GTEST_PROP(OccupationForms, MayBeAskedOfAnyBytes, (const std::string& bytes)) {
  const std::string base = occupation_base(bytes);
  RC_ASSERT(base.size() <= bytes.size() + 6);
  for (const std::string& form : occupation_forms(bytes)) RC_ASSERT(form != bytes);
}

}  // namespace
}  // namespace passend::text
