// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/pool.hpp"

#include <algorithm>

namespace passend::pool {
namespace {

template <class Facts, class Key>
const Facts* find_by_id(const std::vector<Facts>& ascending, const Key& id) {
  const auto found = std::lower_bound(ascending.begin(), ascending.end(), id,
                                      [](const Facts& facts, const Key& k) { return facts.id < k; });
  return found != ascending.end() && found->id == id ? &*found : nullptr;
}

}  // namespace

const CandidateFacts* Pool::find(CandidateId id) const {
  return find_by_id(candidates_, id);
}
const VacancyFacts* Pool::find(VacancyId id) const {
  return find_by_id(vacancies_, id);
}

}  // namespace passend::pool
