// SPDX-License-Identifier: EUPL-1.2
#include "matcher/batch/roster.hpp"

#include <algorithm>
#include <cstring>
#include <numeric>

#include "indexer/base/hash.hpp"
#include "indexer/base/random.hpp"
#include "matcher/engine/ranking.hpp"

namespace passend::batch {
namespace {

struct Party {
  Id128 id;
  std::uint32_t row = 0;
};

void sort_by_id(std::vector<Party>& parties) {
  // A pool is nearly or wholly in this order already.
  const auto less = [](const Party& a, const Party& b) { return a.id < b.id; };
  if (!std::is_sorted(parties.begin(), parties.end(), less)) std::sort(parties.begin(), parties.end(), less);
}

void add_ids(Sha256& hash, const std::vector<Id128>& ids) {
  hash.add(std::to_string(ids.size()) + ";");
  std::string bytes;
  for (const auto& id : ids) {
    bytes += to_text(id);
    if (bytes.size() < (1U << 16)) continue;
    hash.add(bytes);
    bytes.clear();
  }
  hash.add(bytes);
}

}  // namespace

PoolRoster roster_of(const pool::Pool& pool, Date day) {
  std::vector<Party> candidates;
  candidates.reserve(pool.candidate_rows());
  for (std::uint32_t row = 0; row < pool.candidate_rows(); ++row) {
    if (!pool.candidate_is_void(row)) candidates.push_back({pool.candidate_id(row).value, row});
  }
  std::vector<Party> vacancies;
  for (std::uint32_t row = 0; row < pool.vacancy_rows(); ++row) {
    if (pool.vacancy_is_void(row)) continue;
    const auto closes = pool.vacancy_closes(row);
    if (!closes || *closes >= day) vacancies.push_back({pool.vacancy_id(row).value, row});
  }
  sort_by_id(candidates);
  sort_by_id(vacancies);
  PoolRoster made;
  made.candidate_positions.resize(pool.candidate_rows());
  for (const auto& candidate : candidates) {
    made.candidate_positions[candidate.row] = static_cast<std::uint32_t>(made.roster.candidates.size());
    made.roster.candidates.push_back(candidate.id);
  }
  for (const auto& vacancy : vacancies) {
    made.roster.vacancies.push_back(vacancy.id);
    made.vacancy_rows.push_back(vacancy.row);
  }
  return made;
}

std::string hash_of(const Roster& roster) {
  Sha256 hash;
  add_ids(hash, roster.candidates);
  add_ids(hash, roster.vacancies);
  return hash.hex();
}

std::string hash_of(const geo::PostcodeTable& postcodes) {
  Sha256 hash;
  for (const auto& area : postcodes.areas()) {
    char bytes[sizeof area.pc4 + sizeof area.latitude + sizeof area.longitude];
    std::memcpy(bytes, &area.pc4, sizeof area.pc4);
    std::memcpy(bytes + sizeof area.pc4, &area.latitude, sizeof area.latitude);
    std::memcpy(bytes + sizeof area.pc4 + sizeof area.latitude, &area.longitude, sizeof area.longitude);
    hash.add({bytes, sizeof bytes});
  }
  return hash.hex();
}

std::vector<std::uint32_t> places_among_equals(const std::vector<Id128>& ids, std::uint64_t seed) {
  std::vector<engine::Standing> places;
  places.reserve(ids.size());
  for (const auto& id : ids) places.push_back({0, tie_break(seed, id), id, 0});
  std::vector<std::uint32_t> order(ids.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(),
            [&](std::uint32_t a, std::uint32_t b) { return engine::stands_before(places[a], places[b]); });
  std::vector<std::uint32_t> standing(ids.size());
  for (std::uint32_t place = 0; place < order.size(); ++place) standing[order[place]] = place;
  return standing;
}

}  // namespace passend::batch
