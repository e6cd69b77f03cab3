// SPDX-License-Identifier: EUPL-1.2
#include "matcher/engine/engine.hpp"

#include <algorithm>
#include <chrono>
#include <iterator>

#include "indexer/base/error.hpp"
#include "indexer/base/random.hpp"
#include "matcher/criteria/side_plan.hpp"
#include "matcher/engine/candidate_search.hpp"
#include "matcher/engine/fill_rates.hpp"
#include "matcher/engine/ranking.hpp"
#include "matcher/engine/score.hpp"
#include "matcher/engine/vacancy_search.hpp"

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

/// Without the requirements that nobody fails or leaves open.
std::vector<RequirementCost> requirement_costs(const scan::LaneTally& tally) {
  std::vector<RequirementCost> costs;
  for (std::size_t k = 0; k < scan::knock_outs.size(); ++k) {
    for (const auto side : {Side::demand, Side::supply}) {
      const auto& own = tally.requirements[static_cast<std::size_t>(side)][k];
      if (own.failing + own.open == 0) continue;
      costs.push_back({side, scan::knock_outs[k], own.failing, own.open, own.alone_fits, own.alone_open});
    }
  }
  return costs;
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
  columns_ = std::make_shared<CandidateColumns>();
  for (const auto& part : pool_->candidate_parts()) {
    columns_->prepared.push_back(std::make_shared<const scan::PreparedSegment>(part.segment, weights_));
  }
}

Engine::Engine(std::shared_ptr<const pool::Pool> pool, const criteria::Weights& weights, const Executor& executor)
    : Engine(std::move(pool), weights, executor, EngineSettings{now().date()}) {}

Engine::Engine(std::shared_ptr<const pool::Pool> pool, const Engine& earlier, Date today)
    : pool_(std::move(pool)),
      weights_(earlier.weights_),
      circumstances_{today, weights_.multiplier},
      executor_(earlier.executor_),
      block_size_(earlier.block_size_) {
  rates_ = std::make_shared<const FillRates>(pool_, weights_, circumstances_, *earlier.rates_);
  columns_ = std::make_shared<CandidateColumns>();
  for (const auto& part : pool_->candidate_parts()) {
    const auto& known = earlier.columns_->prepared;
    const auto same = std::find_if(known.begin(), known.end(),
                                   [&](const auto& prepared) { return prepared->is_of(part.segment.get()); });
    columns_->prepared.push_back(
        same != known.end() ? *same : std::make_shared<const scan::PreparedSegment>(part.segment, weights_));
  }
}

struct Engine::Asked {
  pool::VacancyFacts facts;
  Rates rates{};
};

Engine::Asked Engine::asked(VacancyId vacancy) const {
  const auto row = found(pool_->find(vacancy), "vacancy");
  return {pool_->vacancy(row), rates_->demand(row)};
}

scan::Question Engine::question(const Asked& asked) const {
  return {*pool_, asked.facts, weights_, circumstances_, asked.rates, rates_->supply()};
}

PairScore Engine::score(const pool::CandidateFacts& candidate, const Asked& asked) const {
  const criteria::Pair pair{candidate, asked.facts, circumstances_, distance_between(*pool_, candidate, asked.facts)};
  return combine(score_side(demand_plan(asked.facts, weights_), pair, asked.rates),
                 score_side(supply_plan(candidate, weights_), pair, rates_->supply()), pair.distance_m);
}

MatchPage Engine::candidates_for(const Asked& asked, const MatchQuery& query) const {
  const auto start = Clock::now();
  verify(query);
  const auto question = this->question(asked);
  const auto bounds = bounds_of(query, pool_->candidate_rows());
  const auto found = CandidateSearch(question, *columns_).find(query, bounds, executor_);
  MatchPage page;
  page.lane_counts = found.tally.lanes;
  page.requirement_costs = requirement_costs(found.tally);
  pool::CandidateFacts candidate;
  for (std::size_t i = 0; i < found.page.size(); ++i) {
    pool_->read_candidate(found.page[i].row, candidate);
    page.rows.push_back(row_of(found.page[i].id, bounds.first + i + 1, score(candidate, asked)));
  }
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
  const Asked asked{pool_->vacancy(vacancy_row), rates_->demand(vacancy_row)};
  const auto question = this->question(asked);
  return CandidateSearch(question, *columns_).fitting();
}

MatchPage Engine::vacancies_for(CandidateId candidate_id, const MatchQuery& query) const {
  const auto start = Clock::now();
  verify(query);
  const auto candidate = pool_->candidate(found(pool_->find(candidate_id), "candidate"));
  const VacancySearch search{*pool_, candidate, weights_, circumstances_, *rates_};
  auto page = search.find(query, executor_, block_size_);
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
    const Standing own{explanation.combined.expected_bp, tie_break(seed, candidate_id.value), candidate_id.value};
    const auto question = this->question(asked);
    explanation.rank = 1 + CandidateSearch(question, *columns_).count_before(own, explanation.lane, seed, executor_);
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
