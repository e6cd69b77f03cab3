// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/engine.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>

#include "indexer/base/error.hpp"
#include "matcher/engine/fill_rates.hpp"
#include "matcher/engine/ranking.hpp"
#include "matcher/engine/score.hpp"
#include "matcher/engine/side_plan.hpp"

namespace passend::engine {
namespace {

using Clock = std::chrono::steady_clock;

std::int64_t microseconds_since(Clock::time_point start) {
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count();
}

template <class Facts>
const Facts& found(const Facts* facts, const char* kind) {
  if (facts != nullptr) return *facts;
  throw Error(ErrorCode::not_found, std::string("the pool has no ") + kind +
                                        " with this id: it does not exist, is closed, or is not indexed yet");
}

template <class Facts>
std::vector<Contender> contenders_of(const std::vector<Facts>& all, const std::vector<PairScore>& scores) {
  std::vector<Contender> contenders;
  contenders.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) contenders.push_back({all[i].id.value, all[i].updated, &scores[i]});
  return contenders;
}

bool open_on(const pool::VacancyFacts& vacancy, Date day) {
  return !vacancy.closes || *vacancy.closes >= day;
}

std::vector<Criterion> criteria_in(std::uint32_t mask) {
  std::vector<Criterion> criteria;
  for (const auto& [criterion, name] : CodeNames<Criterion>::names) {
    if ((mask >> static_cast<unsigned>(criterion) & 1U) != 0) criteria.push_back(criterion);
  }
  return criteria;
}

}  // namespace

Engine::Engine(std::shared_ptr<const pool::Pool> pool, const criteria::Weights& weights, const Executor& executor,
               const EngineSettings& settings)
    : pool_(std::move(pool)),
      weights_(weights),
      circumstances_{settings.today, weights.multiplier},
      executor_(executor),
      block_size_(std::max<std::size_t>(1, settings.block_size)) {
  criteria::verify(weights_);
  rates_ = std::make_shared<const FillRates>(pool_, weights_, circumstances_);
}

Engine::Engine(std::shared_ptr<const pool::Pool> pool, const criteria::Weights& weights, const Executor& executor)
    : Engine(std::move(pool), weights, executor, EngineSettings{now().date()}) {}

std::vector<PairScore> Engine::score_candidates(const pool::VacancyFacts& vacancy) const {
  const auto& candidates = pool_->candidates();
  const auto demand = demand_plan(vacancy, weights_);
  const auto& demand_rates = rates_->demand(vacancy);
  const auto& supply_rates = rates_->supply();
  std::vector<PairScore> scores(candidates.size());
  executor_.for_each_block(candidates.size(), block_size_, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const criteria::Pair pair{candidates[i], vacancy, circumstances_,
                                distance_between(*pool_, candidates[i], vacancy)};
      scores[i] = combine(score_side(demand, pair, demand_rates),
                          score_side(supply_plan(candidates[i], weights_), pair, supply_rates), pair.distance_m);
    }
  });
  return scores;
}

std::vector<PairScore> Engine::score_vacancies(const pool::CandidateFacts& candidate) const {
  const auto& vacancies = pool_->vacancies();
  const auto supply = supply_plan(candidate, weights_);
  const auto& supply_rates = rates_->supply();
  std::vector<PairScore> scores(vacancies.size());
  executor_.for_each_block(vacancies.size(), block_size_, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const criteria::Pair pair{candidate, vacancies[i], circumstances_,
                                distance_between(*pool_, candidate, vacancies[i])};
      scores[i] = combine(score_side(demand_plan(vacancies[i], weights_), pair, rates_->demand(vacancies[i])),
                          score_side(supply, pair, supply_rates), pair.distance_m);
    }
  });
  return scores;
}

MatchPage Engine::candidates_for(VacancyId vacancy, const MatchQuery& query) const {
  const auto start = Clock::now();
  verify(query);
  const auto scores = score_candidates(found(pool_->find(vacancy), "vacancy"));
  auto page = rank_page(contenders_of(pool_->candidates(), scores), query);
  page.run = run_facts(query.seed);
  page.run.microseconds = microseconds_since(start);
  return page;
}

MatchPage Engine::vacancies_for(CandidateId candidate, const MatchQuery& query) const {
  const auto start = Clock::now();
  verify(query);
  const auto scores = score_vacancies(found(pool_->find(candidate), "candidate"));
  auto contenders = contenders_of(pool_->vacancies(), scores);
  std::erase_if(contenders, [&](const Contender& contender) {
    return !open_on(*pool_->find(VacancyId{contender.id}), circumstances_.today);
  });
  auto page = rank_page(contenders, query);
  page.run = run_facts(query.seed);
  page.run.microseconds = microseconds_since(start);
  return page;
}

PairExplanation Engine::explain_pair(CandidateId candidate_id, VacancyId vacancy_id, std::uint64_t seed) const {
  const auto start = Clock::now();
  const auto& candidate = found(pool_->find(candidate_id), "candidate");
  const auto& vacancy = found(pool_->find(vacancy_id), "vacancy");
  const criteria::Pair pair{candidate, vacancy, circumstances_, distance_between(*pool_, candidate, vacancy)};
  const auto score = combine(score_side(demand_plan(vacancy, weights_), pair, rates_->demand(vacancy)),
                             score_side(supply_plan(candidate, weights_), pair, rates_->supply()), pair.distance_m);
  PairExplanation explanation;
  explanation.candidate = candidate_id;
  explanation.vacancy = vacancy_id;
  explanation.lane = score.lane();
  explanation.combined = score.combined;
  explanation.demand = score.demand;
  explanation.supply = score.supply;
  explanation.distance_m = score.distance_m;
  explanation.open_questions = criteria_in(score.open_criteria);
  explanation.failed = criteria_in(score.failed_criteria);
  explanation.criteria = explain_criteria(candidate, vacancy);
  explanation.run = run_facts(seed);
  explanation.run.microseconds = microseconds_since(start);
  return explanation;
}

PairExplanation Engine::explain(CandidateId candidate_id, VacancyId vacancy_id, std::uint64_t seed) const {
  const auto start = Clock::now();
  auto explanation = explain_pair(candidate_id, vacancy_id, seed);
  if (explanation.lane != Lane::falls_short) {
    const auto who = static_cast<std::size_t>(pool_->find(candidate_id) - pool_->candidates().data());
    const auto scores = score_candidates(*pool_->find(vacancy_id));
    explanation.rank = rank_in_lane(contenders_of(pool_->candidates(), scores), static_cast<std::uint32_t>(who), seed);
  }
  explanation.run.microseconds = microseconds_since(start);
  return explanation;
}

/// In the order of Criterion, demand before supply.
std::vector<CriterionResult> Engine::explain_criteria(const pool::CandidateFacts& candidate,
                                                      const pool::VacancyFacts& vacancy) const {
  const criteria::Pair pair{candidate, vacancy, circumstances_, distance_between(*pool_, candidate, vacancy)};
  auto results =
      explain_side(demand_plan(vacancy, weights_), Side::demand, pair, rates_->demand(vacancy), pool_->taxonomy());
  auto supply = explain_side(supply_plan(candidate, weights_), Side::supply, pair, rates_->supply(), pool_->taxonomy());
  results.insert(results.end(), std::make_move_iterator(supply.begin()), std::make_move_iterator(supply.end()));
  std::stable_sort(results.begin(), results.end(),
                   [](const CriterionResult& a, const CriterionResult& b) { return a.criterion < b.criterion; });
  return results;
}

RunFacts Engine::run_facts(std::uint64_t seed) const {
  RunFacts facts;
  facts.engine_version = PASSEND_VERSION;
  facts.weights_name = weights_.name;
  facts.taxonomy_hash = std::string(pool_->taxonomy().hash());
  facts.pool_position = pool_->position();
  facts.seed = seed;
  facts.today = circumstances_.today;
  return facts;
}

}  // namespace passend::engine
