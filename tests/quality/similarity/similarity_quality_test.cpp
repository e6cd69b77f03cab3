// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <iomanip>
#include <iostream>

#include "indexer/taxonomy/esco_source.hpp"
#include "indexer/taxonomy/source_file.hpp"
#include "indexer/taxonomy/starter_source.hpp"
#include "tests/quality/similarity/hold_out.hpp"
#include "tests/quality/similarity/yardstick.hpp"
#include "tests/unit/indexer/taxonomy/real_data.hpp"

/// Whether similarity is worth having, in numbers, beside direct overlap in the same run (docs/quality.md).
namespace passend::taxonomy {
namespace {

using Related = std::vector<std::pair<DraftIndex, DraftIndex>>;

void print(const char* what, const char* by, const Recall& recall) {
  std::cout << std::left << std::setw(44) << what << std::setw(16) << by << std::fixed << std::setprecision(3) << "MRR "
            << recall.reciprocal_rank << "  recall@10 " << recall.at_10 << "  of " << recall.asked << '\n';
}

struct Comparison {
  Recall before;
  Recall now;
};

template <class Measure>
Comparison compare(const char* what, const std::vector<SimilarPair>& before, const std::vector<SimilarPair>& now,
                   Measure measure) {
  const Comparison result{measure(before), measure(now)};
  print(what, "direct overlap", result.before);
  print(what, "similarity", result.now);
  return result;
}

TEST(SimilarityQuality, BringsBackAHiddenCompetenceOfTheStarterSetMoreOftenThanDirectOverlap) {
  Draft draft;
  load_starter(PASSEND_SOURCE_DIR "/fixtures/taxonomy", {"nl", "en"}, draft);
  const HoldOut held = hold_out(draft);
  ASSERT_GT(held.hidden.size(), 200U);
  const auto before = by_direct_overlap(held.draft);
  const auto now = similar_pairs(held.draft);
  const auto competences = compare("starter, hidden, from its competences", before, now,
                                   [&](const auto& pairs) { return from_competences(held, pairs); });
  const auto occupations = compare("starter, hidden, from alike occupations", before, now,
                                   [&](const auto& pairs) { return from_occupations(held, pairs); });
  EXPECT_GT(competences.now.at_10, competences.before.at_10 * 1.4);
  EXPECT_GT(occupations.now.at_10, occupations.before.at_10);
}

Related related_by_the_source(const std::filesystem::path& file, const Draft& draft) {
  Draft counts;
  SourceFile rows(file, counts);
  const std::size_t from = rows.required_column("originalSkillUri");
  const std::size_t to = rows.required_column("relatedSkillUri");
  Related related;
  while (rows.next()) {
    const auto a = draft.find(rows.field(from));
    const auto b = draft.find(rows.field(to));
    if (a && b) related.emplace_back(*a, *b);
  }
  return related;
}

TEST(SimilarityQuality, OfEscoFindsWhatItHidAndWhatItsMakersCallRelated) {
  const auto esco = shared_data() / "esco/1.1.1";
  if (!std::filesystem::exists(esco)) GTEST_SKIP() << "there is no ESCO set at " << esco;
  Draft draft;
  load_esco(esco, {"nl", "en"}, draft);
  const HoldOut held = hold_out(draft);
  const Related related = related_by_the_source(esco / "skillSkillRelations.csv", draft);
  const auto before = by_direct_overlap(held.draft);
  const auto now = similar_pairs(held.draft);
  const auto competences = compare("ESCO, hidden, from its competences", before, now,
                                   [&](const auto& pairs) { return from_competences(held, pairs); });
  const auto occupations = compare("ESCO, hidden, from alike occupations", before, now,
                                   [&](const auto& pairs) { return from_occupations(held, pairs); });
  // Not loaded, so that they can be judged by: relations between competences that the makers of ESCO drew themselves.
  const auto drawn = compare("ESCO, competences that it calls related", before, now,
                             [&](const auto& pairs) { return of_related(held.draft, related, pairs); });
  EXPECT_GT(competences.now.at_10, competences.before.at_10 * 1.8);
  EXPECT_GT(occupations.now.at_10, occupations.before.at_10);
  EXPECT_GT(drawn.now.at_10, drawn.before.at_10 * 3);
}

}  // namespace
}  // namespace passend::taxonomy
