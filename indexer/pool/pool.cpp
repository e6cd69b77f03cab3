// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/pool.hpp"

#include <algorithm>

namespace passend::pool {
namespace {

template <class Facts, class Key>
std::optional<std::uint32_t> find_by_id(const std::vector<Facts>& ascending, const Key& id) {
  const auto found = std::lower_bound(ascending.begin(), ascending.end(), id,
                                      [](const Facts& facts, const Key& k) { return facts.id < k; });
  if (found == ascending.end() || found->id != id) return std::nullopt;
  return static_cast<std::uint32_t>(found - ascending.begin());
}

}  // namespace

std::optional<std::uint32_t> Pool::find(CandidateId id) const {
  return find_by_id(candidates_, id);
}
std::optional<std::uint32_t> Pool::find(VacancyId id) const {
  return find_by_id(vacancies_, id);
}

}  // namespace passend::pool
