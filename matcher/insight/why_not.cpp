// SPDX-License-Identifier: EUPL-1.2
#include "matcher/insight/why_not.hpp"

#include <algorithm>

#include "matcher/insight/requirements.hpp"

namespace passend::insight {
namespace {

Standing standing_in(const engine::PairExplanation& explanation) {
  return {explanation.lane, explanation.rank, explanation.combined};
}

}  // namespace

WhyNot why_not(const engine::Engine& engine, CandidateId candidate, const pool::VacancyFacts& vacancy,
               std::uint64_t seed) {
  WhyNot answer;
  answer.now = engine.explain(candidate, vacancy, seed);
  auto all_waived = vacancy;
  const auto standing_for = [&](const pool::VacancyFacts& facts) {
    return standing_in(engine.explain(candidate, facts, seed));
  };
  std::size_t of_employer = 0;
  for (const auto& result : answer.now.criteria) {
    if (result.importance != Importance::required || result.verdict != engine::Verdict::not_met) continue;
    FailedRequirement failed{result.criterion, result.side, std::nullopt};
    if (result.side == engine::Side::demand) {
      ++of_employer;
      failed.if_waived = standing_for(waived(vacancy, result.criterion));
      all_waived = waived(std::move(all_waived), result.criterion);
    }
    answer.failed.push_back(failed);
  }
  if (of_employer == 1) {
    const auto one = std::find_if(answer.failed.begin(), answer.failed.end(),
                                  [](const auto& failed) { return failed.if_waived.has_value(); });
    answer.if_all_waived = one->if_waived;
  } else if (of_employer > 1) {
    answer.if_all_waived = standing_for(all_waived);
  }
  return answer;
}

}  // namespace passend::insight
