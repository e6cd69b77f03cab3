// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/id.hpp"

/// The feed of pairs that newly fit: they are in lane `fits` now and were not when the feed last looked.
namespace passend::feed {

/// Why a pair was looked at.
enum class Cause : std::uint8_t {
  vacancy,    ///< The vacancy is new or was changed.
  candidate,  ///< The candidate is new or was changed.
  everything  ///< All pairs were looked at: a new day, other weights or taxonomy, or very many changes at once.
};

/// At most so many are announced of one changed record, the best by combined score; the rest is only counted, so that
/// one edit cannot flood anybody.
inline constexpr std::size_t most_of_a_record = 500;
/// The same per vacancy when everything is looked at.
inline constexpr std::size_t most_of_a_vacancy_among_all = 50;
/// For how long announcements are kept.
inline constexpr int days_kept = 30;

/// One pair that newly fits. Announced once; again only after it has stopped fitting in between.
struct Announcement {
  std::uint64_t number = 0;   ///< From 1, without gaps; where a reader goes on.
  Timestamp at;               ///< When it was found.
  std::int64_t position = 0;  ///< Of the change feed of the store, up to which was looked.
  Cause cause = Cause::vacancy;
  CandidateId candidate;
  VacancyId vacancy;
  std::uint16_t combined_bp = 0;
  std::uint16_t demand_bp = 0;
  std::uint16_t supply_bp = 0;
  std::uint32_t newly_fitting = 0;  ///< How many pairs of the same record newly fit, announced or only counted.
  bool operator==(const Announcement&) const = default;
};

/// A pair that has begun or ceased to fit.
struct Turn {
  CandidateId candidate;
  VacancyId vacancy;
  bool operator==(const Turn&) const = default;
};

/// What one look found. It becomes durable whole or not at all.
struct Look {
  std::uint64_t number = 0;  ///< Of the look, from 1.
  Timestamp at;
  std::int64_t from = 0;  ///< Position of the change feed at the look before.
  std::int64_t to = 0;    ///< And at this one.
  Date day;               ///< For which was matched.
  std::vector<Announcement> announcements;
  /// Every pair whose fitting is another than before. Empty when a picture of everything stands beside the look.
  std::vector<Turn> turns;
};

}  // namespace passend::feed
