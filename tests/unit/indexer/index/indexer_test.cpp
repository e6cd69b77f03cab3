// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/indexer.hpp"

#include <gmock/gmock.h>

#include "indexer/index/generations.hpp"
#include "tests/unit/indexer/index/region.hpp"

namespace passend::index::test {
namespace {

using store::RecordKind;

TEST(Indexer, BuildsAllThreeIndexesFromTheStore) {
  Region region;
  region.write(person(1));
  region.write(person(2));
  region.write(vacancy(3, "Schoonmaker"));
  const IndexState state = region.rebuild();
  EXPECT_EQ(state.generation, "gen-1");
  EXPECT_EQ(state.candidates, 2u);
  EXPECT_EQ(state.vacancies, 1u);
  EXPECT_EQ(state.position, region.store().state().first);
  EXPECT_THAT(region.verify().problems, testing::IsEmpty());
  EXPECT_EQ(region.verify().compared, 3u);
}

TEST(Indexer, BuildsAnEmptyIndexOfAnEmptyStore) {
  Region region;
  const IndexState state = region.follow();
  EXPECT_EQ(state.candidates, 0u);
  EXPECT_EQ(state.position, 0);
  EXPECT_THAT(region.verify().problems, testing::IsEmpty());
}

TEST(Indexer, FollowsInsertsUpdatesAndErasuresWithoutANewGeneration) {
  Region region;
  region.write(person(1));
  region.write(person(2));
  region.rebuild();
  Portfolio changed = person(1);
  changed.search.summary = "nieuw";
  region.write(changed);
  region.erase(RecordKind::portfolio, id_number(2));
  region.write(vacancy(3, "Kok"));
  const IndexState state = region.follow();
  EXPECT_EQ(state.generation, "gen-1");
  EXPECT_EQ(state.candidates, 1u);
  EXPECT_EQ(state.vacancies, 1u);
  EXPECT_EQ(state.position, region.store().state().first);
  EXPECT_THAT(region.verify().problems, testing::IsEmpty());
}

TEST(Indexer, SaysByIdWhereIndexAndStoreDiffer) {
  Region first;
  first.write(person(1));
  first.write(vacancy(2, "Kok"));
  first.rebuild();
  Region second;  // Another store over the same index: as after a restore of the wrong backup.
  second.write(person(5));
  second.write(vacancy(2, "Kok"));
  second.write(vacancy(2, "Chef-kok"));
  const auto report = Indexer(first.index_directory(), second.store(), starter_taxonomy()).verify();
  EXPECT_THAT(report.problems,
              testing::Contains(testing::HasSubstr(to_text(id_number(1)) + " is in the index but not")));
  EXPECT_THAT(report.problems,
              testing::Contains(testing::HasSubstr(to_text(id_number(5)) + " is in the store but not")));
}

TEST(Indexer, ChangesThatAreNotYetFollowedAreNoProblem) {
  Region region;
  region.write(person(1));
  region.write(person(2));
  region.rebuild();
  Portfolio changed = person(1);
  changed.search.summary = "nieuw";
  region.write(changed);
  region.erase(RecordKind::portfolio, id_number(2));
  region.write(person(3));
  EXPECT_THAT(region.verify().problems, testing::IsEmpty());
}

TEST(Indexer, RebuildsWhenTheStoreWasPutBackToAnEarlierState) {
  Region first;
  for (std::uint64_t i = 1; i <= 5; ++i) first.write(person(i));
  first.rebuild();
  Region second;
  second.write(person(1));
  Indexer indexer(first.index_directory(), second.store(), starter_taxonomy());
  EXPECT_EQ(indexer.follow({}).generation, "gen-2");
  EXPECT_THAT(indexer.verify().problems, testing::IsEmpty());
}

TEST(Indexer, RebuildsWhenTheNumberOfRecordsDiffers) {
  Region first;
  first.write(person(1));
  first.write(person(2));
  first.rebuild();
  Region second;
  second.write(vacancy(1, "Kok"));
  second.write(vacancy(2, "Kok"));
  ASSERT_EQ(first.store().state().first, second.store().state().first);
  Indexer indexer(first.index_directory(), second.store(), starter_taxonomy());
  EXPECT_EQ(indexer.follow({}).vacancies, 2u);
  EXPECT_THAT(indexer.verify().problems, testing::IsEmpty());
}

TEST(Indexer, KeepsThePreviousGenerationUntilTheNextRebuild) {
  Region region;
  region.rebuild();
  region.rebuild();
  EXPECT_TRUE(std::filesystem::exists(region.index_directory() / "gen-1"));
  region.rebuild();
  EXPECT_FALSE(std::filesystem::exists(region.index_directory() / "gen-1"));
  EXPECT_TRUE(std::filesystem::exists(region.index_directory() / "gen-2"));
  EXPECT_EQ(read_state(region.index_directory()).generation, "gen-3");
}

TEST(Indexer, RefusesASecondWriterAndSaysSo) {
  Region region;
  const Indexer first(region.index_directory(), region.store(), starter_taxonomy());
  const auto second = [&] { Indexer(region.index_directory(), region.store(), starter_taxonomy()); };
  EXPECT_EQ(code_of(second), ErrorCode::storage_busy);
  EXPECT_THAT(message_of(second), testing::HasSubstr("another process writes"));
}

TEST(Indexer, SaysThatThereIsNoIndexYet) {
  Region region;
  const auto read = [&] { read_state(region.index_directory()); };
  EXPECT_EQ(code_of(read), ErrorCode::index_missing);
  EXPECT_THAT(message_of(read), testing::HasSubstr("index build"));
}

TEST(Indexer, ReportsProgressToTheEnd) {
  Region region;
  for (std::uint64_t i = 1; i <= 250; ++i) region.write(person(i));
  std::uint64_t records = 0;
  Indexer(region.index_directory(), region.store(), starter_taxonomy()).rebuild([&](const Progress& progress) {
    EXPECT_LE(progress.done, progress.total);
    if (progress.unit == "records") records = progress.done;
  });
  EXPECT_EQ(records, 250u);
}

TEST(Indexer, ADamagedIndexIsBuiltAnewByTheNextFollow) {
  Region region;
  region.write(person(1));
  region.rebuild();
  const auto file = *current_generation(region.index_directory()) / "candidates" / "iamglass";
  std::ofstream(file, std::ios::binary | std::ios::trunc) << "damaged";
  EXPECT_EQ(code_of([&] { read_state(region.index_directory()); }), ErrorCode::index_corrupt);
  EXPECT_EQ(region.follow().generation, "gen-2");
  EXPECT_THAT(region.verify().problems, testing::IsEmpty());
}

TEST(Indexer, AQuarantinedGenerationAnswersUntilItIsReplacedButIsNotWritten) {
  Region region;
  region.write(person(1));
  region.rebuild();
  Generations(region.index_directory()).quarantine();
  EXPECT_EQ(read_state(region.index_directory()).candidates, 1u);
  region.write(person(2));
  const IndexState state = region.follow();
  EXPECT_EQ(state.generation, "gen-2");
  EXPECT_EQ(state.candidates, 2u);
}

TEST(Indexer, ClearsWhatABrokenOffBuildLeft) {
  Region region;
  region.rebuild();
  std::filesystem::create_directories(region.index_directory() / "gen-2.raw" / "candidates");
  std::filesystem::create_directories(region.index_directory() / "gen-2.building");
  std::filesystem::create_directories(region.index_directory() / "gen-7" / "candidates");
  EXPECT_EQ(region.follow().generation, "gen-1");
  EXPECT_FALSE(std::filesystem::exists(region.index_directory() / "gen-2.raw"));
  EXPECT_FALSE(std::filesystem::exists(region.index_directory() / "gen-7"));
}

}  // namespace
}  // namespace passend::index::test
