// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <iostream>
#include <map>

#include "indexer/base/error.hpp"
#include "tests/compat/shared_data.hpp"
#include "tests/quality/evaluation.hpp"
#include "tests/quality/report.hpp"

namespace passend::quality {
namespace {

const std::filesystem::path own_set = PASSEND_SOURCE_DIR "/fixtures/quality";

TEST(QualityDataset, KeepsTheQueriesOfAConceptInOneFold) {
  const Dataset dataset = read_dataset(own_set);
  EXPECT_EQ(dataset.queries.size(), 25U);
  EXPECT_EQ(dataset.concepts.size(), 20U);
  std::map<std::size_t, std::size_t> folds;
  std::map<std::size_t, std::size_t> sizes;
  for (const Query& query : dataset.queries) {
    ++sizes[query.fold];
    for (const std::size_t label : query.relevant) {
      const auto [known, is_new] = folds.emplace(dataset.owners[label], query.fold);
      EXPECT_EQ(known->second, query.fold) << query.element.text;
    }
  }
  EXPECT_EQ(sizes.size(), fold_count);
}

TEST(QualityDataset, SaysWhichFileIsMissing) {
  try {
    read_dataset(PASSEND_SOURCE_DIR "/fixtures/region");
    FAIL() << "a folder without queries was read";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::file_missing);
    EXPECT_NE(std::string(error.what()).find("corpus_elements.tsv"), std::string::npos) << error.what();
  }
}

TEST(Linker, FindsTheOccupationsOfTheOwnSetBetterThanTheOthers) {
  const Dataset dataset = read_dataset(own_set);
  const OwnLinker linker(dataset, {});
  const Result own = evaluate_untrained(linker, dataset);
  for (const auto& [name, ranker] : std::map<std::string, Ranker>{{"BM25", bm25(dataset)},
                                                                  {"word tf-idf", word_tf_idf(dataset)},
                                                                  {"character tf-idf", character_tf_idf(dataset)}}) {
    const Result other = evaluate(name, ranker, dataset);
    EXPECT_GT(other.labels.reciprocal_rank, 0.3) << name << " works at all";
    EXPECT_GT(own.labels.reciprocal_rank, other.labels.reciprocal_rank) << name;
  }
  EXPECT_GT(own.labels.reciprocal_rank, 0.85);
}

TEST(Linker, LearnsTheSameFromTheSame) {
  const Dataset dataset = read_dataset(own_set);
  const OwnLinker linker(dataset, {});
  Evaluation once;
  Evaluation again;
  cross_validate(linker, dataset, {}, once);
  cross_validate(linker, dataset, {}, again);
  EXPECT_EQ(taxonomy::to_json_text(once.model), taxonomy::to_json_text(again.model));
  EXPECT_EQ(to_json(dataset, once), to_json(dataset, again));
}

/// The bar that is promised (docs/quality.md): best published neural model .572, character tf-idf .486. The shipped
/// word pairs know these names, so that only a cross-validated figure says how the next name will do.
TEST(Linker, FindsTheConceptOfNationalNamesItHasNotSeenBetterThanThePublishedNeuralModel) {
  const auto melo = shared_data() / "melo-dev";
  PASSEND_SKIP_WITHOUT(melo);
  const Dataset dataset = read_dataset(melo);
  const UnitGroups groups = read_unit_groups(shared_data() / "esco", dataset);
  const OwnLinker linker(dataset, groups);
  Evaluation evaluation;
  cross_validate(linker, dataset, groups, evaluation);
  print_evaluation(evaluation, std::cout);
  EXPECT_GE(evaluation.results.front().labels.reciprocal_rank, 0.58);
  EXPECT_GE(evaluation.results.front().labels.success_at_1, 0.5);
}

}  // namespace
}  // namespace passend::quality
