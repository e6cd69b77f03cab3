// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "matcher/criteria/pair.hpp"

namespace passend::criteria {

/// How long a person has worked in the occupation of a vacancy or one near it.
struct ExperienceTime {
  int months = 0;             ///< As they are.
  int weighted_months = 0;    ///< Each month times likeness of the occupation, times how recent it is.
  bool may_be_more = false;   ///< Some time has no dates, or an occupation that the taxonomy could not place.
  pool::Concept nearest = 0;  ///< Occupation that gave the most weighted months; of meaning when months > 0.
};

/// Counts occupations with a likeness of at least 5000, in whole calendar months. A time that ended up to 24 months ago
/// counts in full, each month longer ago takes 75 basis points off, down to 2500. Two jobs at once in different
/// occupations both count.
ExperienceTime experience_time(const Pair& pair);

}  // namespace passend::criteria
