// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <vector>

#include "matcher/criteria/judgement.hpp"
#include "matcher/scan/outcome.hpp"
#include "matcher/scan/prepared_segment.hpp"
#include "matcher/scan/question.hpp"

namespace passend::scan {

/// The criterion distance, which is the same for both sides but for what an unknown counts for. The verdict is one
/// comparison with what each pair of means and limits reaches; the degree is judged.
class DistanceColumn {
 public:
  DistanceColumn(const Question& question, const PreparedSegment& prepared);

  /// Metres; absent when either place is not known.
  std::optional<int> distance_m(std::uint32_t row) const {
    const std::uint32_t steps = steps_[segment_.pc4()[row]];
    return steps == unknown_steps ? std::nullopt : std::optional(static_cast<int>(steps) * distance_step_m);
  }
  /// Without a degree.
  Outcome verdict_of(std::uint32_t row) const {
    const std::uint32_t steps = steps_[segment_.pc4()[row]];
    const Reach reach = reach_[mobility_[row]];
    const std::uint32_t known = steps != unknown_steps ? 1 : 0;
    const std::uint32_t fails = known & (steps >= reach.first_failing_step() ? 1U : 0U);
    const std::uint32_t open = (known ^ 1U) | (reach.undecided() & (fails ^ 1U));
    return {static_cast<std::uint16_t>(fails | open << 1)};
  }
  /// `scratch` is memory to judge in; `unknown` what an unknown comes to.
  Outcome outcome(std::uint32_t row, Outcome unknown, pool::CandidateFacts& scratch) const {
    const std::uint32_t steps = steps_[segment_.pc4()[row]];
    if (steps == unknown_steps) return unknown;
    const std::uint32_t mobility = mobility_[row];
    const auto known = steps < near_steps ? judged_.find(mobility * near_steps + steps) : std::nullopt;
    return (known ? *known : judge(mobility, steps, scratch)).or_if_unknown(unknown);
  }

 private:
  static constexpr std::uint16_t unknown_steps = 0xFFFF;
  Outcome judge(std::uint32_t mobility, std::uint32_t steps, pool::CandidateFacts& scratch) const;
  const Question& question_;
  const pool::CandidateSegment& segment_;
  const pool::AspectColumn& mobility_;
  const std::vector<Reach>& reach_;
  JudgedTable& judged_;
  std::vector<std::uint16_t> steps_;  ///< Distance by postcode area.
};

}  // namespace passend::scan
