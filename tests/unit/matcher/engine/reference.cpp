// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/matcher/engine/reference.hpp"

#include <algorithm>
#include <tuple>

#include "indexer/base/random.hpp"
#include "matcher/criteria/rules.hpp"
#include "tests/world/world.hpp"

namespace passend::engine {
namespace {

/// "What the side has set": the importance of one criterion for one side, or nothing.
std::optional<Importance> importance_of(const criteria::Rule& rule, std::optional<Importance> stated, bool has_value,
                                        std::optional<Importance> strongest_item, Importance by_default) {
  const bool always = rule.nature == criteria::Nature::always_asked;
  if (stated == Importance::ignored || (!stated && !has_value && !always)) return std::nullopt;
  Importance importance = stated ? *stated : by_default;
  if (strongest_item == Importance::required) importance = Importance::required;
  if (importance == Importance::required && rule.nature == criteria::Nature::soft) importance = Importance::important;
  if (importance == Importance::ignored) return std::nullopt;
  return importance;
}

int largest_root(std::int64_t value) {
  int root = 0;
  while (std::int64_t{root + 1} * (root + 1) <= value) ++root;
  return root;
}

template <class Facts>
std::vector<const Facts*> panel(const std::vector<Facts>& all, std::size_t size) {
  std::vector<const Facts*> panel;
  for (const auto& facts : all) panel.push_back(&facts);
  const auto hash = [](const Facts* facts) { return tie_break(0x70616E656C, facts->id.value); };
  std::sort(panel.begin(), panel.end(),
            [&](const Facts* a, const Facts* b) { return std::tuple(hash(a), a->id) < std::tuple(hash(b), b->id); });
  panel.resize(std::min(panel.size(), size));
  return panel;
}

/// Mean of the known degrees with four people at 5000 beside them.
class Mean {
 public:
  void add(Criterion criterion, int degree) {
    sum_[criterion] += degree;
    ++count_[criterion];
  }
  std::map<Criterion, int> all() const {
    std::map<Criterion, int> means;
    for (const auto& [criterion, name] : CodeNames<Criterion>::names) {
      const auto sum = sum_.contains(criterion) ? sum_.at(criterion) : 0;
      const auto count = count_.contains(criterion) ? count_.at(criterion) : 0;
      means[criterion] = static_cast<int>((sum + 20'000) / (count + 4));
    }
    return means;
  }

 private:
  std::map<Criterion, std::int64_t> sum_;
  std::map<Criterion, std::int64_t> count_;
};

Score score_of(const std::vector<Reference::Line>& lines) {
  std::int64_t low = 0;
  std::int64_t expected = 0;
  std::int64_t high = 0;
  std::int64_t weight = 0;
  for (const auto& line : lines) {
    const bool unknown = line.verdict == Verdict::unknown;
    low += std::int64_t{line.weight} * (unknown ? 0 : line.degree_bp);
    expected += std::int64_t{line.weight} * line.degree_bp;
    high += std::int64_t{line.weight} * (unknown ? 10'000 : line.degree_bp);
    weight += line.weight;
  }
  return {static_cast<int>(expected / weight), static_cast<int>(low / weight), static_cast<int>(high / weight)};
}

std::uint32_t required_with(const std::vector<Reference::Line>& lines, Verdict verdict) {
  std::uint32_t mask = 0;
  for (const auto& line : lines) {
    if (line.importance == Importance::required && line.verdict == verdict)
      mask |= 1U << static_cast<int>(line.criterion);
  }
  return mask;
}

/// A row with the day of its other party, for sorting.
struct Dated {
  MatchRow row;
  Date updated;
};

/// Smaller stands first.
std::int64_t sort_key(const Dated& dated, SortBy sort) {
  const auto& row = dated.row;
  switch (sort) {
    case SortBy::combined:
      return -row.combined.expected_bp;
    case SortBy::demand:
      return -row.demand.expected_bp;
    case SortBy::supply:
      return -row.supply.expected_bp;
    case SortBy::distance:
      return row.distance_m.value_or(1'000'000'000);
    case SortBy::freshness:
      return -dated.updated.days;
  }
  return 0;
}

MatchPage page_of(std::vector<Dated> all, const MatchQuery& query) {
  MatchPage page;
  for (const auto& dated : all) ++page.lane_counts[static_cast<std::size_t>(dated.row.lane)];
  std::erase_if(all, [&](const Dated& dated) { return dated.row.lane != query.lane; });
  std::sort(all.begin(), all.end(), [&](const Dated& a, const Dated& b) {
    return std::tuple(sort_key(a, query.sort), tie_break(query.seed, a.row.id), a.row.id) <
           std::tuple(sort_key(b, query.sort), tie_break(query.seed, b.row.id), b.row.id);
  });
  for (std::size_t i = 0; i < all.size(); ++i) {
    all[i].row.rank = i + 1;
    if (i / query.page_size == query.page - 1) page.rows.push_back(all[i].row);
  }
  return page;
}

}  // namespace

Reference::Reference(const pool::Pool& pool, const criteria::Weights& weights, Date today)
    : pool_(pool),
      candidates_(world::candidates_of(pool)),
      vacancies_(world::vacancies_of(pool)),
      weights_(weights),
      circumstances_{today, weights.multiplier} {}

criteria::Pair Reference::pair_of(const pool::CandidateFacts& candidate, const pool::VacancyFacts& vacancy) const {
  std::optional<int> distance;
  if (candidate.pc4 && vacancy.pc4) distance = pool_.postcodes().distance_m(*candidate.pc4, *vacancy.pc4);
  return {candidate, vacancy, circumstances_, distance};
}

std::vector<Reference::Line> Reference::judged(Side side, const criteria::Pair& pair) const {
  std::vector<Line> lines;
  int total = 0;
  for (const auto& rule : criteria::all_rules()) {
    const auto index = static_cast<std::size_t>(rule.criterion);
    const auto& of_side = weights_.of(side);
    std::optional<Importance> importance;
    criteria::Judge judge = nullptr;
    if (side == Side::demand && rule.demand.judge != nullptr) {
      judge = rule.demand.judge;
      std::optional<Importance> strongest;
      if (rule.demand.strongest != nullptr) strongest = rule.demand.strongest(pair.vacancy);
      importance = importance_of(rule, pair.vacancy.importance[rule.criterion], rule.demand.stated(pair.vacancy),
                                 strongest, of_side.importance[index]);
    } else if (side == Side::supply && rule.supply.judge != nullptr) {
      judge = rule.supply.judge;
      importance = importance_of(rule, pair.candidate.importance[rule.criterion], rule.supply.stated(pair.candidate),
                                 std::nullopt, of_side.importance[index]);
    }
    if (!importance) continue;
    const auto judgement = judge(pair, nullptr);
    const int weight = of_side.base[index] * weights_.multiplier[static_cast<std::size_t>(*importance)];
    lines.push_back({rule.criterion, *importance, judgement.verdict, judgement.degree_bp, weight});
    total += weight;
  }
  // Who asks nothing is wholly served.
  if (total == 0) lines.insert(lines.begin(), {Criterion::occupation, Importance::ignored, Verdict::met, 10'000, 1});
  return lines;
}

const Reference::Degrees& Reference::demand_rates(const pool::VacancyFacts& vacancy) const {
  if (!demand_rates_.contains(vacancy.id)) {
    Mean mean;
    for (const auto* person : panel(candidates_, 256)) {
      for (const auto& line : judged(Side::demand, pair_of(*person, vacancy))) {
        if (line.verdict != Verdict::unknown) mean.add(line.criterion, line.degree_bp);
      }
    }
    demand_rates_[vacancy.id] = mean.all();
  }
  return demand_rates_[vacancy.id];
}

const Reference::Degrees& Reference::supply_rates() const {
  if (!supply_rates_) {
    Mean mean;
    for (const auto* person : panel(candidates_, 64)) {
      for (const auto* vacancy : panel(vacancies_, 64)) {
        for (const auto& line : judged(Side::supply, pair_of(*person, *vacancy))) {
          if (line.verdict != Verdict::unknown) mean.add(line.criterion, line.degree_bp);
        }
      }
    }
    supply_rates_ = mean.all();
  }
  return *supply_rates_;
}

std::vector<Reference::Line> Reference::lines(Side side, const pool::CandidateFacts& candidate,
                                              const pool::VacancyFacts& vacancy) const {
  auto lines = judged(side, pair_of(candidate, vacancy));
  const auto& rates = side == Side::demand ? demand_rates(vacancy) : supply_rates();
  for (auto& line : lines) {
    if (line.verdict == Verdict::unknown) line.degree_bp = rates.at(line.criterion);
  }
  return lines;
}

MatchRow Reference::row(const pool::CandidateFacts& candidate, const pool::VacancyFacts& vacancy) const {
  const auto demand = lines(Side::demand, candidate, vacancy);
  const auto supply = lines(Side::supply, candidate, vacancy);
  MatchRow row;
  row.demand = score_of(demand);
  row.supply = score_of(supply);
  row.combined = {largest_root(std::int64_t{row.demand.expected_bp} * row.supply.expected_bp),
                  largest_root(std::int64_t{row.demand.low_bp} * row.supply.low_bp),
                  largest_root(std::int64_t{row.demand.high_bp} * row.supply.high_bp)};
  row.distance_m = pair_of(candidate, vacancy).distance_m;
  row.failed_criteria = required_with(demand, Verdict::not_met) | required_with(supply, Verdict::not_met);
  row.open_criteria = required_with(demand, Verdict::unknown) | required_with(supply, Verdict::unknown);
  row.lane = Lane::fits;
  if (row.open_criteria != 0) row.lane = Lane::one_question_open;
  if (row.failed_criteria != 0) row.lane = Lane::falls_short;
  return row;
}

MatchPage Reference::candidates_for(const pool::VacancyFacts& vacancy, const MatchQuery& query) const {
  std::vector<Dated> all;
  for (const auto& candidate : candidates_) {
    all.push_back({row(candidate, vacancy), candidate.updated});
    all.back().row.id = candidate.id.value;
  }
  auto page = page_of(std::move(all), query);
  page.requirement_costs = costs(vacancy);
  return page;
}

/// Person by person and requirement by requirement: who fails it, and whether anything else stands in the way.
std::vector<RequirementCost> Reference::costs(const pool::VacancyFacts& vacancy) const {
  std::map<std::pair<Criterion, Side>, RequirementCost> costs;
  for (const auto& candidate : candidates_) {
    std::vector<std::pair<Criterion, Side>> failing;
    std::vector<std::pair<Criterion, Side>> open;
    for (const auto side : {Side::demand, Side::supply}) {
      for (const auto& line : lines(side, candidate, vacancy)) {
        if (line.importance != Importance::required) continue;
        if (line.verdict == Verdict::not_met) failing.emplace_back(line.criterion, side);
        if (line.verdict == Verdict::unknown) open.emplace_back(line.criterion, side);
      }
    }
    for (const auto& one : failing) ++costs[one].failing;
    for (const auto& one : open) ++costs[one].open;
    if (failing.size() == 1) ++(open.empty() ? costs[failing[0]].alone_fits : costs[failing[0]].alone_open);
  }
  std::vector<RequirementCost> list;
  for (auto& [requirement, cost] : costs) {
    std::tie(cost.criterion, cost.side) = requirement;
    list.push_back(cost);
  }
  return list;
}

std::vector<FittingCandidate> Reference::fitting_candidates(const pool::VacancyFacts& vacancy) const {
  std::vector<FittingCandidate> fitting;
  for (const auto& candidate : candidates_) {
    const auto pair = row(candidate, vacancy);
    if (pair.lane != Lane::fits) continue;
    fitting.push_back({*pool_.find(candidate.id), static_cast<std::uint16_t>(pair.combined.expected_bp),
                       static_cast<std::uint16_t>(pair.demand.expected_bp),
                       static_cast<std::uint16_t>(pair.supply.expected_bp)});
  }
  std::sort(fitting.begin(), fitting.end(), [](const auto& a, const auto& b) { return a.row < b.row; });
  return fitting;
}

MatchPage Reference::vacancies_for(const pool::CandidateFacts& candidate, const MatchQuery& query) const {
  std::vector<Dated> all;
  for (const auto& vacancy : vacancies_) {
    if (vacancy.closes && *vacancy.closes < circumstances_.today) continue;
    all.push_back({row(candidate, vacancy), vacancy.updated});
    all.back().row.id = vacancy.id.value;
  }
  return page_of(std::move(all), query);
}

}  // namespace passend::engine
