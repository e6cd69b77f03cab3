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
  criteria::Verdict verdict(std::uint32_t row) const {
    const std::int32_t metres = metres_[segment_.pc4()[row]];
    const Reach reach = reach_[mobility_[row]];
    if (metres > reach.limit_m) return criteria::Verdict::not_met;
    return metres == unknown_distance_m || reach.undecided ? criteria::Verdict::unknown : criteria::Verdict::met;
  }
  Outcome outcome(std::uint32_t row, int rate_bp) const;

 private:
  const Question& question_;
  const pool::CandidateSegment& segment_;
  const pool::AspectColumn& mobility_;
  const std::vector<Reach>& reach_;
  std::vector<std::int32_t> metres_;  ///< By postcode area.
};

}  // namespace passend::scan
