// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <vector>

namespace passend::engine {

/// One criterion of a side: what it weighs among the others, and how far it is met (0..10000).
struct Share {
  int weight = 0;
  int degree_bp = 0;
};

/// What a criterion brought of the 10000 of its side, and what it could have brought.
struct Points {
  int contribution_bp = 0;
  int maximum_bp = 0;
  bool operator==(const Points&) const = default;
};

/// Rounds weight × degree ÷ Σ weight and weight × 10000 ÷ Σ weight to whole basis points, each up or down, so that
/// - the contributions add up to the score of the side (their exact sum, rounded down),
/// - the maxima add up to 10000, and
/// - no contribution exceeds its maximum.
/// The largest remainders are rounded up, of equal ones the earlier first; where only so many maxima can be rounded up,
/// a contribution that would need another one stays down and the next remainder takes its place. Such a choice always
/// exists: a contribution that is held down by its maximum has no larger remainder than that maximum has.
/// All zero when nothing weighs anything.
std::vector<Points> apportion(const std::vector<Share>& shares);

}  // namespace passend::engine
