// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "indexer/base/random.hpp"
#include "matcher/insight/questions.hpp"
#include "matcher/insight/relaxations.hpp"
#include "matcher/insight/requirements.hpp"
#include "matcher/insight/why_not.hpp"
#include "tests/unit/matcher/engine/reference.hpp"
#include "tests/world/random_region.hpp"
#include "tests/world/world.hpp"

namespace passend::insight {
namespace {

using engine::Lane;
using engine::Side;
using engine::Verdict;

/// One random pool with an engine and, to judge it, the plain second implementation.
struct Case {
  explicit Case(std::uint64_t seed, int people = 14, int vacancies = 4)
      : random(seed),
        region(world::random_region(random, people, vacancies)),
        pool(world::pool_of(region.people, region.vacancies)),
        engine(pool, criteria::default_weights(), executor, {world::today()}),
        reference(*pool, criteria::default_weights(), world::today()) {}

  pool::VacancyFacts any_vacancy() {
    const auto all = world::vacancies_of(*pool);
    return all[random.below(all.size())];
  }

  Random random;
  world::RandomRegion region;
  std::shared_ptr<const pool::Pool> pool;
  Executor executor{1};
  engine::Engine engine;
  engine::Reference reference;
};

LaneGain gain_between(const engine::MatchPage& before, const engine::MatchPage& after) {
  return {static_cast<std::int64_t>(after.lane_counts[0]) - static_cast<std::int64_t>(before.lane_counts[0]),
          static_cast<std::int64_t>(after.lane_counts[1]) - static_cast<std::int64_t>(before.lane_counts[1])};
}

/// The rows of one lane in the reference, whole.
std::vector<engine::MatchRow> whole_lane(const Case& c, const pool::VacancyFacts& vacancy, Lane lane,
                                         std::uint64_t seed) {
  // A new one, because a reference remembers what an unknown counts for by the id of a vacancy.
  const engine::Reference reference(*c.pool, criteria::default_weights(), world::today());
  return reference.candidates_for(vacancy, {.lane = lane, .page_size = 1'000, .seed = seed}).rows;
}

TEST(Relaxations, BringExactlyTheLaneCountsOfTheChangedVacancy) {
  std::size_t with_gain = 0;
  std::set<RelaxationStep::Kind> kinds;
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    Case c(seed);
    const auto vacancy = c.any_vacancy();
    const auto found = relaxations(c.engine, vacancy);
    const auto before = c.reference.candidates_for(vacancy, {});
    EXPECT_EQ(found.lane_counts, before.lane_counts);
    const auto steps = relaxation_steps(vacancy, obstacles_of(found.costs), c.pool->taxonomy());
    ASSERT_EQ(found.steps.size(), steps.size());
    for (const auto& step : steps) {
      const auto same = std::find_if(found.steps.begin(), found.steps.end(),
                                     [&](const Relaxation& one) { return one.step == step.step; });
      ASSERT_NE(same, found.steps.end());
      EXPECT_EQ(same->gain, gain_between(before, c.reference.candidates_for(step.facts, {}))) << "seed " << seed;
      with_gain += same->gain.fits > 0 ? 1 : 0;
      kinds.insert(step.step.kind);
    }
    EXPECT_TRUE(std::is_sorted(found.steps.begin(), found.steps.end(), [](const auto& a, const auto& b) {
      return std::pair(a.gain.fits, a.gain.one_question_open) > std::pair(b.gain.fits, b.gain.one_question_open);
    }));
  }
  EXPECT_GT(with_gain, 100U) << "hardly any step of the random worlds brings anyone";
  EXPECT_EQ(kinds.size(), 12U) << "not every kind of step was met";
}

TEST(Relaxations, WaivingEveryRequirementLeavesOnlyWhatPeopleThemselvesHaveSet) {
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    Case c(seed);
    auto vacancy = c.any_vacancy();
    const auto required = required_by(vacancy, c.engine.weights());
    for (const auto& [criterion, name] : CodeNames<Criterion>::names) {
      if ((required & mask_of(criterion)) != 0) vacancy = waived(std::move(vacancy), criterion);
    }
    EXPECT_EQ(required_by(vacancy, c.engine.weights()), 0U);
    for (const auto& cost : c.engine.candidates_for(vacancy, {}).requirement_costs) {
      EXPECT_EQ(cost.side, Side::supply) << to_text(cost.criterion);
    }
  }
}

TEST(RequirementCosts, SayHowManyWouldFitIfThatOneWereWaived) {
  std::size_t compared = 0;
  for (std::uint64_t seed = 1; seed <= 300; ++seed) {
    Case c(seed);
    const auto vacancy = c.any_vacancy();
    const auto page = c.engine.candidates_for(vacancy, {});
    for (const auto& cost : page.requirement_costs) {
      if (cost.side == Side::supply || cost.criterion == Criterion::distance) continue;
      // Who fails it and nothing else, and has nothing open, comes to fit; who has it open and nothing else, too.
      const auto after = c.engine.candidates_for(waived(vacancy, cost.criterion), {});
      EXPECT_GE(after.lane_counts[0], page.lane_counts[0] + cost.alone_fits);
      EXPECT_EQ(after.lane_counts[0] + after.lane_counts[1],
                page.lane_counts[0] + page.lane_counts[1] + cost.alone_fits + cost.alone_open);
      ++compared;
    }
  }
  EXPECT_GT(compared, 300U);
}

TEST(NearerWork, BringsThoseWhoseOwnLimitWouldReachThatMuchFarther) {
  std::int64_t gained = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    Random random(seed);
    auto region = world::random_region(random, 14, 2);
    for (auto& person : region.people) {
      person.mobility.maximum_travel_minutes.reset();
      if (person.mobility.maximum_distance_km) person.mobility.maximum_distance_km = random.between(0, 3) * 5 + 2;
    }
    const Executor executor{1};
    const auto pool = world::pool_of(region.people, region.vacancies);
    const engine::Engine engine(pool, criteria::default_weights(), executor, {world::today()});
    for (const auto& vacancy : world::vacancies_of(*pool)) {
      const auto before = engine.candidates_for(vacancy, {});
      const auto nearer = nearer_work(engine, vacancy);
      ASSERT_EQ(nearer.size(), vacancy.pc4 ? nearer_km.size() : 0U);
      for (const auto& one : nearer) {
        auto people = region.people;
        for (auto& person : people) {
          if (person.mobility.maximum_distance_km) *person.mobility.maximum_distance_km += one.km;
        }
        const auto farther = world::pool_of(people, region.vacancies);
        const engine::Engine after(farther, criteria::default_weights(), executor, {world::today()});
        EXPECT_EQ(one.gain, gain_between(before, after.candidates_for(vacancy, {}))) << "seed " << seed;
        gained += one.gain.fits + one.gain.one_question_open;
      }
    }
  }
  EXPECT_GT(gained, 50);
}

TEST(WhyNot, NamesEveryFailedRequirementAndItsOwner) {
  std::size_t own_wishes = 0;
  for (std::uint64_t seed = 1; seed <= 200; ++seed) {
    Case c(seed);
    const auto vacancy = c.any_vacancy();
    for (const auto& person : world::candidates_of(*c.pool)) {
      std::vector<std::pair<Criterion, Side>> expected;
      for (const auto side : {Side::demand, Side::supply}) {
        for (const auto& line : c.reference.lines(side, person, vacancy)) {
          const bool fails = line.importance == Importance::required && line.verdict == Verdict::not_met;
          if (fails) expected.emplace_back(line.criterion, side);
        }
      }
      std::sort(expected.begin(), expected.end());
      const auto answer = why_not(c.engine, person.id, vacancy, seed);
      ASSERT_EQ(answer.failed.size(), expected.size());
      for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(answer.failed[i].criterion, expected[i].first);
        EXPECT_EQ(answer.failed[i].side, expected[i].second);
        EXPECT_EQ(answer.failed[i].if_waived.has_value(), expected[i].second == Side::demand);
        own_wishes += expected[i].second == Side::supply ? 1 : 0;
      }
      EXPECT_EQ(answer.now.lane == Lane::falls_short, !expected.empty());
    }
  }
  EXPECT_GT(own_wishes, 100U);
}

/// Where the reference puts somebody.
Standing standing_of(const Case& c, CandidateId person, const pool::VacancyFacts& vacancy, std::uint64_t seed) {
  for (const auto lane : {Lane::fits, Lane::one_question_open}) {
    for (const auto& row : whole_lane(c, vacancy, lane, seed)) {
      if (row.id == person.value) return {row.lane, row.rank, row.combined};
    }
  }
  return {Lane::falls_short, 0, c.engine.explain(person, vacancy, seed).combined};
}

TEST(WhyNot, RanksAsIfTheRequirementHadNeverBeenSet) {
  std::size_t now_listed = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    Case c(seed);
    const auto vacancy = c.any_vacancy();
    for (const auto& person : world::candidates_of(*c.pool)) {
      const auto answer = why_not(c.engine, person.id, vacancy, seed);
      auto all = vacancy;
      for (const auto& failed : answer.failed) {
        if (!failed.if_waived) continue;
        EXPECT_EQ(*failed.if_waived, standing_of(c, person.id, waived(vacancy, failed.criterion), seed));
        all = waived(std::move(all), failed.criterion);
      }
      if (answer.if_all_waived) {
        EXPECT_EQ(*answer.if_all_waived, standing_of(c, person.id, all, seed));
        now_listed += answer.if_all_waived->lane == Lane::falls_short ? 0 : 1;
      }
    }
  }
  EXPECT_GT(now_listed, 100U);
}

/// Counts by looking at every pair.
std::map<std::pair<CandidateId, Criterion>, std::set<VacancyId>> questions_by_hand(const Case& c) {
  std::map<std::pair<CandidateId, Criterion>, std::set<VacancyId>> found;
  for (const auto& person : world::candidates_of(*c.pool)) {
    for (const auto& vacancy : world::vacancies_of(*c.pool)) {
      if (vacancy.closes && *vacancy.closes < world::today()) continue;
      const auto pair = c.engine.explain_pair(person.id, vacancy.id, 0);
      std::set<Criterion> open;
      bool fails = false;
      bool blank_at_vacancy = false;
      bool blank_at_person = false;
      for (const auto& result : pair.criteria) {
        if (result.importance != Importance::required) continue;
        fails |= result.verdict == Verdict::not_met;
        if (result.verdict != Verdict::unknown) continue;
        open.insert(result.criterion);
        for (const auto& evidence : result.evidence) {
          blank_at_person |= evidence.kind == engine::Evidence::Kind::not_stated_by_person;
          blank_at_vacancy |= evidence.kind == engine::Evidence::Kind::not_stated_by_vacancy;
        }
      }
      if (fails || open.size() != 1 || !blank_at_person || blank_at_vacancy) continue;
      found[{person.id, *open.begin()}].insert(vacancy.id);
    }
  }
  return found;
}

TEST(ValueOfInformation, CountsEveryVacancyThatOneAnswerOfThePersonWouldOpen) {
  std::size_t questions = 0;
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    const Case c(seed, 10, 12);
    const auto expected = questions_by_hand(c);
    const auto worklist =
        value_of_information(c.engine, everyone(*c.pool), {.questions = 1'000, .examples = 2}, {c.executor});
    ASSERT_EQ(worklist.questions.size(), expected.size()) << "seed " << seed;
    EXPECT_EQ(worklist.all_questions, expected.size());
    for (const auto& question : worklist.questions) {
      const auto& vacancies = expected.at({question.candidate, question.criterion});
      EXPECT_EQ(question.vacancies, vacancies.size());
      EXPECT_EQ(question.examples.size(), std::min<std::size_t>(2, vacancies.size()));
      std::vector<VacancyId> best;
      for (const auto& row : c.engine.vacancies_for(question.candidate, {.lane = Lane::one_question_open}).rows) {
        if (best.size() < 2 && vacancies.contains(VacancyId{row.id})) best.push_back(VacancyId{row.id});
      }
      EXPECT_EQ(question.examples, best);
    }
    questions += expected.size();
  }
  EXPECT_GT(questions, 200U);
}

TEST(ValueOfInformation, GivesTheTopOfTheWholeWorklistWhateverTheOrderOfTheCaseload) {
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    const Case c(seed, 10, 12);
    auto caseload = everyone(*c.pool);
    const auto whole = value_of_information(c.engine, caseload, {.questions = 1'000}, {c.executor});
    std::reverse(caseload.begin(), caseload.end());
    caseload.push_back(caseload.front());
    caseload.push_back(world::candidate_id(999'999));
    const auto top = value_of_information(c.engine, caseload, {.questions = 3}, {c.executor});
    EXPECT_EQ(top.all_questions, whole.all_questions);
    ASSERT_EQ(top.questions.size(), std::min<std::size_t>(3, whole.questions.size()));
    EXPECT_TRUE(std::equal(top.questions.begin(), top.questions.end(), whole.questions.begin()));
    EXPECT_EQ(top.absent, std::vector{world::candidate_id(999'999)});
    const Executor many(8);
    EXPECT_EQ(value_of_information(c.engine, everyone(*c.pool), {.questions = 1'000}, {many}).questions,
              whole.questions);
  }
}

}  // namespace
}  // namespace passend::insight
