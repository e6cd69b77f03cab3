// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>

#include "indexer/model/codes.hpp"
#include "matcher/criteria/judgement.hpp"

namespace passend::criteria {

/// The share of the weight that must be covered when no item of a list is required.
inline constexpr int coverage_threshold_bp = 6'000;

/// Adds up the items of a demanded list.
///   degree  = weighted mean of the degrees of the items that are known
///   verdict = not met when a required item is not met; else unknown when a required item is unknown, or nothing is
///             known; else met when an item is required, or the degree reaches the coverage threshold
class ItemTally {
 public:
  void add(const Judgement& item, std::int64_t weight, Importance importance) {
    const bool required = importance == Importance::required;
    any_required_ |= required;
    if (item.verdict == Verdict::unknown) {
      required_unknown_ |= required;
      return;
    }
    required_failed_ |= required && item.verdict == Verdict::not_met;
    weight_ += weight;
    weighted_ += weight * item.degree_bp;
  }

  /// An item about which nothing can be said.
  void add_unknown(Importance importance) { add(unknown(), 0, importance); }

  Judgement result() const {
    const int degree = weight_ == 0 ? 0 : static_cast<int>(weighted_ / weight_);
    if (required_failed_) return not_met(degree);
    if (required_unknown_ || weight_ == 0) return unknown();
    return any_required_ || degree >= coverage_threshold_bp ? met(degree) : not_met(degree);
  }

 private:
  std::int64_t weight_ = 0;
  std::int64_t weighted_ = 0;
  bool any_required_ = false;
  bool required_failed_ = false;
  bool required_unknown_ = false;
};

}  // namespace passend::criteria
