// SPDX-License-Identifier: EUPL-1.2
#include "matcher/run/replay.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/matcher/run/runs.hpp"

namespace passend::run::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Replay again(const Run& run, const Asking& asking, std::shared_ptr<const pool::Pool> pool = nullptr) {
  return replay(
      run, {.pool = pool ? pool : asking.pool, .executor = asking.executor, .postcodes_hash = asking.postcodes_hash});
}

TEST(Replay, ProvesEveryRunOfAnUnchangedPool) {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const Asking asking(seed);
    for (int i = 0; i < 12; ++i) {
      for (const auto& run :
           {asking.candidates_for(i), asking.vacancies_for(i), asking.tried_out(),
            asking.candidates_for(i, {.sort = engine::SortBy::supply, .page = 2, .page_size = 3, .seed = seed})}) {
        const auto proof = again(std::get<run::Run>(decode(encode(run))), asking);
        EXPECT_EQ(proof.verdict, Verdict::proved) << proof.sentence;
        EXPECT_EQ(proof.hash_now, run.result_hash);
        EXPECT_THAT(proof.inputs, IsEmpty());
      }
    }
  }
}

TEST(Replay, UsesTheWeightsSeedAndDayOfTheRun) {
  const Asking asking;
  auto weights = criteria::default_weights();
  weights.name = "other";
  weights.demand.base[0] = 7;
  const auto other_day = Date{world::today().days + 400};
  const engine::Engine other(asking.pool, weights, asking.executor, {.today = other_day});
  const auto id = asking.vacancies.front().id;
  const engine::MatchQuery query{.lane = engine::Lane::one_question_open, .seed = 5};
  const auto run = make_run({Direction::candidates_for_vacancy, id.value, {}, query}, other,
                            other.candidates_for(id, query), asking.postcodes_hash);
  EXPECT_EQ(again(run, asking).verdict, Verdict::proved);
  EXPECT_NE(run.result_hash, asking.candidates_for(0).result_hash);
}

TEST(Replay, NamesWhoEnteredLeftAndScoredOtherwise) {
  const Asking asking;
  const auto run = asking.candidates_for(0, {.lane = engine::Lane::one_question_open, .page_size = 1'000});
  ASSERT_GT(run.result.rows.size(), 4U);
  auto people = asking.people;
  const auto gone = run.result.rows[1].id;
  const auto changed = run.result.rows[2].id;
  std::erase_if(people, [&](const auto& person) { return person.id.value == gone; });
  const auto person = std::find_if(people.begin(), people.end(), [&](const auto& p) { return p.id.value == changed; });
  person->wanted_occupations.reset();
  person->experience.reset();
  person->competences.reset();
  const auto pool = world::pool_of(people, asking.vacancies);
  const auto result = replay(run, {.pool = pool,
                                   .executor = asking.executor,
                                   .postcodes_hash = asking.postcodes_hash,
                                   .changed = std::vector{std::min(gone, changed), std::max(gone, changed)}});
  EXPECT_EQ(result.verdict, Verdict::different);
  const auto row_of = [&](const Id128& id) {
    return *std::find_if(result.rows.begin(), result.rows.end(), [&](const auto& row) { return row.id == id; });
  };
  EXPECT_EQ(row_of(gone).change, RowChange::left);
  EXPECT_EQ(row_of(gone).then->rank, 2U);
  EXPECT_EQ(row_of(gone).record_changed, true);
  EXPECT_EQ(row_of(changed).change, RowChange::rescored);
  EXPECT_EQ(row_of(changed).record_changed, true);
  EXPECT_NE(row_of(changed).then->combined, row_of(changed).now->combined);
  for (const auto& row : result.rows) {
    EXPECT_EQ(row.record_changed, row.id == gone || row.id == changed);
  }
  EXPECT_THAT(result.sentence, HasSubstr("rows differ"));
}

TEST(Replay, NamesANewcomerAndWhoOnlyMoved) {
  const Asking asking;
  const auto run = asking.candidates_for(0, {.lane = engine::Lane::one_question_open, .page_size = 1'000});
  ASSERT_GT(run.result.rows.size(), 1U);
  auto people = asking.people;
  auto twin = *std::find_if(people.begin(), people.end(),
                            [&](const auto& p) { return p.id.value == run.result.rows.front().id; });
  twin.id = world::candidate_id(-1);
  people.push_back(twin);
  const auto result = again(run, asking, world::pool_of(people, asking.vacancies));
  EXPECT_EQ(result.verdict, Verdict::different);
  EXPECT_THAT(result.rows, Contains(Field(&RowDifference::change, RowChange::entered)));
  EXPECT_EQ(result.rows.back().id, twin.id.value);
  EXPECT_EQ(result.rows.back().record_changed, std::nullopt);
  EXPECT_THAT(result.results, Contains(Field(&Difference::what, "count of one_question_open")));
}

TEST(Replay, SaysThatTheSubjectIsGone) {
  const Asking asking;
  auto vacancies = asking.vacancies;
  vacancies.erase(vacancies.begin());
  const auto result = again(asking.candidates_for(0), asking, world::pool_of(asking.people, vacancies));
  EXPECT_EQ(result.verdict, Verdict::different);
  EXPECT_THAT(result.inputs, Contains(Difference{"vacancy", "in the pool", "gone"}));
  EXPECT_THAT(result.sentence, HasSubstr("could not be asked again"));
}

TEST(Replay, NamesEachInputThatIsNotWhatItWas) {
  const Asking asking;
  auto run = asking.candidates_for(0);
  run.inputs.engine_version = "0.0.1";
  run.inputs.taxonomy_hash = "another";
  run.inputs.postcodes_hash = "another";
  run.inputs.pool_position = 812;
  const auto result = again(run, asking);
  EXPECT_EQ(result.verdict, Verdict::same_result);
  std::vector<std::string> names;
  for (const auto& input : result.inputs) names.push_back(input.what);
  EXPECT_THAT(names, ElementsAre("engine version", "taxonomy", "postcode table", "pool position"));
  EXPECT_THAT(result.sentence, HasSubstr("pool generation 812 is no longer here, 0 is"));
}

TEST(Replay, DoesNotAskATriedOutVacancyInTheNumbersOfAnotherTaxonomy) {
  const Asking asking;
  auto run = asking.tried_out();
  run.inputs.taxonomy_hash = "another";
  const auto result = again(run, asking);
  EXPECT_EQ(result.verdict, Verdict::different);
  EXPECT_TRUE(result.hash_now.empty());
}

TEST(Replay, CallsAResultThatNothingExplainsByItsName) {
  const Asking asking;
  auto run = asking.candidates_for(0);
  ASSERT_FALSE(run.result.rows.empty());
  run.result.rows.front().combined.expected_bp += 1;
  run.result_hash = "of the altered result";
  const auto result = again(run, asking);
  EXPECT_EQ(result.verdict, Verdict::different);
  EXPECT_THAT(result.inputs, IsEmpty());
  EXPECT_THAT(result.sentence, HasSubstr("no recorded input differs"));
}

TEST(Replay, NamesEveryNumberInWhichAProfileOfThatNameDiffersToday) {
  const Asking asking;
  const auto run = asking.candidates_for(0);
  auto today = run.inputs.weights;
  today.demand.base[static_cast<std::size_t>(Criterion::hours)] = 51;
  today.supply.importance[static_cast<std::size_t>(Criterion::distance)] = Importance::desired;
  today.multiplier[static_cast<std::size_t>(Importance::required)] = 9;
  const auto result = replay(
      run,
      {.pool = asking.pool, .executor = asking.executor, .postcodes_hash = asking.postcodes_hash, .profile = today});
  EXPECT_EQ(result.verdict, Verdict::proved);
  EXPECT_THAT(result.profile, ElementsAre(Difference{"weights.multiplier.required", "4", "9"},
                                          Difference{"weights.demand.hours.base", "50", "51"},
                                          Difference{"weights.supply.distance.importance", "required", "desired"}));
}

TEST(Replay, FindsTheProfileOfWeightsByNameWhateverItsVersion) {
  const auto profiles = criteria::Profiles::built_in();
  for (const auto& profile : profiles.all()) {
    EXPECT_EQ(profile_of(profile.weights.name, profiles), profile.weights);
    EXPECT_EQ(profile_of(profile.name + "-0", profiles), profile.weights);
    EXPECT_EQ(profile_of(profile.name + "-else-1", profiles), std::nullopt);
  }
  EXPECT_EQ(profile_of("of another house", profiles), std::nullopt);
}

}  // namespace
}  // namespace passend::run::test
