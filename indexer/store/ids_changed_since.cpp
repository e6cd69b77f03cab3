// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "indexer/store/store.hpp"

namespace passend::store {

std::vector<Id128> ids_changed_since(Store& store, std::int64_t position) {
  constexpr std::size_t at_a_time = 10'000;
  std::vector<Id128> changed;
  for (;;) {
    const auto changes = store.changes(position, at_a_time);
    for (const auto& change : changes) changed.push_back(change.id);
    if (changes.size() < at_a_time) break;
    position = changes.back().position;
  }
  std::sort(changed.begin(), changed.end());
  return changed;
}

}  // namespace passend::store
