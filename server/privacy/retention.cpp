// SPDX-License-Identifier: EUPL-1.2
#include "server/privacy/retention.hpp"

#include <algorithm>

namespace passend::privacy {
namespace {

constexpr std::size_t changes_at_once = 1000;

}  // namespace

OldPortfolios portfolios_before(store::Store& store, Date day) {
  const auto scope = store::Scope::operator_of_this_machine();
  OldPortfolios old;
  std::int64_t position = 0;
  while (true) {
    const auto changes = store.changes(position, changes_at_once);
    if (changes.empty()) break;
    position = changes.back().position;
    for (const store::Change& change : changes) {
      if (change.kind != store::RecordKind::portfolio || change.erased) continue;
      const auto found = store.search_profile({change.id}, scope);
      if (!found) continue;
      const Date last_change = std::max(found->record.updated, found->changed.date());
      if (last_change >= day) continue;
      if (found->record.own_say.allows_showing()) {
        old.portfolios.push_back({found->record.id, found->version, last_change});
      } else {
        ++old.restricted;
      }
    }
  }
  std::sort(old.portfolios.begin(), old.portfolios.end(), [](const OldPortfolio& left, const OldPortfolio& right) {
    return std::pair(left.last_change, left.person) < std::pair(right.last_change, right.person);
  });
  return old;
}

}  // namespace passend::privacy
