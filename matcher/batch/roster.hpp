// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/id.hpp"
#include "indexer/geo/postcodes.hpp"
#include "indexer/pool/pool.hpp"

namespace passend::batch {

/// Who takes part in a batch. A position in these lists names a party in the files of a batch: unlike the row of a
/// pool, it is the same for every process that has read the same records.
struct Roster {
  std::vector<Id128> candidates;  ///< Ascending.
  std::vector<Id128> vacancies;   ///< Ascending; without those that closed before the day.
  bool operator==(const Roster&) const = default;
};

/// A roster with the way from a pool to it and back.
struct PoolRoster {
  Roster roster;
  std::vector<std::uint32_t> candidate_positions;  ///< By row of the pool; void rows: no meaning.
  std::vector<std::uint32_t> vacancy_rows;         ///< By position.
};

PoolRoster roster_of(const pool::Pool& pool, Date day);

/// SHA-256 over all ids.
std::string hash_of(const Roster& roster);
/// SHA-256 over everything that a distance is computed from.
std::string hash_of(const geo::PostcodeTable& postcodes);

/// For each id: how many of the list stand before it among equals (engine::stands_before).
std::vector<std::uint32_t> places_among_equals(const std::vector<Id128>& ids, std::uint64_t seed);

}  // namespace passend::batch
