// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/engine.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>

#include "indexer/base/error.hpp"
#include "matcher/criteria/side_plan.hpp"
#include "matcher/engine/fill_rates.hpp"
#include "matcher/engine/ranking.hpp"
#include "matcher/engine/score.hpp"

namespace passend::engine {
namespace {

using Clock = std::chrono::steady_clock;

std::int64_t microseconds_since(Clock::time_point start) {
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count();
}

std::uint32_t found(std::optional<std::uint32_t> row, const char* kind) {
  if (row) return *row;
  throw Error(ErrorCode::not_found, std::string("the pool has no ") + kind +
                                        " with this id: it does not exist, is closed, or is not indexed yet");
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

struct Engine::Asked {
  pool::VacancyFacts facts;
  Rates rates{};
};

Engine::Asked Engine::asked(VacancyId vacancy) const {
  const auto row = found(pool_->find(vacancy), "vacancy");
  return {pool_->vacancy(row), rates_->demand(row)};
}

PairScore Engine::score(std::uint32_t candidate_row, const Asked& asked) const {
  const auto candidate = pool_->candidate(candidate_row);
  const criteria::Pair pair{candidate, asked.facts, circumstances_, distance_between(*pool_, candidate, asked.facts)};
  return combine(score_side(demand_plan(asked.facts, weights_), pair, asked.rates),
                 score_side(supply_plan(candidate, weights_), pair, rates_->supply()), pair.distance_m);
}

std::vector<Contender> Engine::contenders(const Asked& asked) const {
  std::vector<Contender> all(pool_->candidate_rows());
  executor_.for_each_block(all.size(), block_size_, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const auto row = static_cast<std::uint32_t>(i);
      if (pool_->candidate_is_void(row)) continue;
      all[i] = {pool_->candidate_id(row).value, pool_->candidate(row).updated, score(row, asked)};
    }
  });
  std::size_t living = 0;
  for (std::uint32_t row = 0; row < pool_->candidate_rows(); ++row) {
    if (!pool_->candidate_is_void(row)) all[living++] = all[row];
  }
  all.resize(living);
  return all;
}

MatchPage Engine::candidates_for(const Asked& asked, const MatchQuery& query) const {
  const auto start = Clock::now();
  verify(query);
  const auto all = contenders(asked);
  auto page = rank_page(all, query);
  page.requirement_costs = requirement_costs(all);
  page.run = run_facts(query.seed);
  page.run.microseconds = microseconds_since(start);
  return page;
}

MatchPage Engine::candidates_for(VacancyId vacancy, const MatchQuery& query) const {
  return candidates_for(asked(vacancy), query);
}

MatchPage Engine::candidates_for(const pool::VacancyFacts& vacancy, const MatchQuery& query) const {
  return candidates_for(Asked{vacancy, rates_->demand(vacancy)}, query);
}

std::vector<FittingCandidate> Engine::fitting_candidates(std::uint32_t vacancy_row) const {
  std::vector<FittingCandidate> fitting;
  const Asked asked{pool_->vacancy(vacancy_row), rates_->demand(vacancy_row)};
  for (std::uint32_t row = 0; row < pool_->candidate_rows(); ++row) {
    if (pool_->candidate_is_void(row)) continue;
    const auto pair = score(row, asked);
    if (pair.lane() != Lane::fits) continue;
    fitting.push_back({row, static_cast<std::uint16_t>(pair.combined.expected_bp),
                       static_cast<std::uint16_t>(pair.demand.expected_bp),
                       static_cast<std::uint16_t>(pair.supply.expected_bp)});
  }
  return fitting;
}

MatchPage Engine::vacancies_for(CandidateId candidate_id, const MatchQuery& query) const {
  const auto start = Clock::now();
  verify(query);
  const auto candidate = pool_->candidate(found(pool_->find(candidate_id), "candidate"));
  const auto supply = supply_plan(candidate, weights_);
  std::vector<std::optional<Contender>> all(pool_->vacancy_rows());
  executor_.for_each_block(all.size(), block_size_, [&](std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i) {
      const auto row = static_cast<std::uint32_t>(i);
      const auto vacancy = pool_->vacancy(row);
      if (pool_->vacancy_is_void(row) || !open_on(vacancy, circumstances_.today)) continue;
      const criteria::Pair pair{candidate, vacancy, circumstances_, distance_between(*pool_, candidate, vacancy)};
      all[i] = {vacancy.id.value, vacancy.updated,
                combine(score_side(demand_plan(vacancy, weights_), pair, rates_->demand(row)),
                        score_side(supply, pair, rates_->supply()), pair.distance_m)};
    }
  });
  std::vector<Contender> contenders;
  for (const auto& contender : all) {
    if (contender) contenders.push_back(*contender);
  }
  auto page = rank_page(contenders, query);
  page.run = run_facts(query.seed);
  page.run.microseconds = microseconds_since(start);
  return page;
}

PairExplanation Engine::explain_pair(CandidateId candidate_id, const Asked& asked, std::uint64_t seed) const {
  const auto start = Clock::now();
  const auto candidate = pool_->candidate(found(pool_->find(candidate_id), "candidate"));
  const criteria::Pair pair{candidate, asked.facts, circumstances_, distance_between(*pool_, candidate, asked.facts)};
  const auto demand = demand_plan(asked.facts, weights_);
  const auto supply = supply_plan(candidate, weights_);
  const auto score =
      combine(score_side(demand, pair, asked.rates), score_side(supply, pair, rates_->supply()), pair.distance_m);
  PairExplanation explanation;
  explanation.candidate = candidate_id;
  explanation.vacancy = asked.facts.id;
  explanation.lane = score.lane();
  explanation.combined = score.combined;
  explanation.demand = score.demand;
  explanation.supply = score.supply;
  explanation.distance_m = score.distance_m;
  explanation.open_questions = criteria_in(score.open_criteria());
  explanation.failed = criteria_in(score.failed_criteria());
  explanation.criteria = explain_side(demand, Side::demand, pair, asked.rates, pool_->taxonomy());
  for (auto& result : explain_side(supply, Side::supply, pair, rates_->supply(), pool_->taxonomy())) {
    explanation.criteria.push_back(std::move(result));
  }
  std::stable_sort(explanation.criteria.begin(), explanation.criteria.end(),
                   [](const CriterionResult& a, const CriterionResult& b) { return a.criterion < b.criterion; });
  explanation.run = run_facts(seed);
  explanation.run.microseconds = microseconds_since(start);
  return explanation;
}

PairExplanation Engine::explain(CandidateId candidate_id, const Asked& asked, std::uint64_t seed) const {
  const auto start = Clock::now();
  auto explanation = explain_pair(candidate_id, asked, seed);
  if (explanation.lane != Lane::falls_short) {
    const auto all = contenders(asked);
    const auto own =
        std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.id == candidate_id.value; });
    explanation.rank = rank_in_lane(all, static_cast<std::uint32_t>(own - all.begin()), seed);
  }
  explanation.run.microseconds = microseconds_since(start);
  return explanation;
}

PairExplanation Engine::explain_pair(CandidateId candidate, VacancyId vacancy, std::uint64_t seed) const {
  return explain_pair(candidate, asked(vacancy), seed);
}

PairExplanation Engine::explain(CandidateId candidate, VacancyId vacancy, std::uint64_t seed) const {
  return explain(candidate, asked(vacancy), seed);
}

PairExplanation Engine::explain(CandidateId candidate, const pool::VacancyFacts& vacancy, std::uint64_t seed) const {
  return explain(candidate, Asked{vacancy, rates_->demand(vacancy)}, seed);
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
