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
    const std::int32_t metres = metres_[segment_.pc4()[row]];
    return metres == unknown_distance_m ? std::nullopt : std::optional(metres);
  }
  /// Without a degree.
  Outcome verdict_of(std::uint32_t row) const {
    const std::int32_t metres = metres_[segment_.pc4()[row]];
    const Reach reach = reach_[mobility_[row]];
    const bool fails = metres > reach.limit_m;
    const bool open = metres == unknown_distance_m || reach.undecided;
    return {static_cast<std::uint16_t>(fails ? 1 : open ? 2 : 0)};
  }
  /// `scratch` is memory to judge in; `unknown` what an unknown comes to.
  Outcome outcome(std::uint32_t row, Outcome unknown, pool::CandidateFacts& scratch) const {
    const std::int32_t metres = metres_[segment_.pc4()[row]];
    if (metres == unknown_distance_m) return unknown;
    const std::uint32_t mobility = mobility_[row];
    const auto steps = static_cast<std::uint32_t>(metres / distance_step_m);
    const auto known = steps < near_steps ? judged_.find(mobility * near_steps + steps) : std::nullopt;
    const Outcome outcome = known ? *known : judge(mobility, metres, scratch);
    return outcome.is_open() != 0 ? unknown : outcome;
  }

 private:
  Outcome judge(std::uint32_t mobility, std::int32_t metres, pool::CandidateFacts& scratch) const;
  const Question& question_;
  const pool::CandidateSegment& segment_;
  const pool::AspectColumn& mobility_;
  const std::vector<Reach>& reach_;
  JudgedTable& judged_;
  std::vector<std::int32_t> metres_;  ///< By postcode area.
};

}  // namespace passend::scan
