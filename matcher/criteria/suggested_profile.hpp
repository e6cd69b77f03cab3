// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

#include "indexer/base/date.hpp"
#include "indexer/pool/facts.hpp"

namespace passend::criteria {

/// A profile that suits a vacancy, by what the vacancy itself says, and why. For a person to take or leave: nothing
/// applies it by itself.
struct ProfileSuggestion {
  enum class Reason : std::uint8_t {
    a_place_to_learn_to_work,  ///< Offers a work experience place or a trial placement, and no ordinary job.
    starts_soon                ///< Starts today or within `days`.
  };
  std::string_view profile;  ///< Name, as in schemas/weights/profiles.json.
  Reason reason = Reason::starts_soon;
  int days = 0;  ///< From today to the start; of meaning for starts_soon.
  bool operator==(const ProfileSuggestion&) const = default;
};

/// Absent when nothing in the vacancy asks for another profile than the default. Of two reasons the first of the list
/// counts.
std::optional<ProfileSuggestion> suggested_profile(const pool::VacancyFacts& vacancy, Date today);

}  // namespace passend::criteria
