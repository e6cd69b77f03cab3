// SPDX-License-Identifier: EUPL-1.2
#include "server/privacy/restriction.hpp"

namespace passend::privacy {

std::optional<Restricted> restrict_person(store::Store& store, CandidateId person, Restricted restricted,
                                          const store::Scope& scope, const store::Actor& actor) {
  const auto search = store.search_profile(person, scope);
  if (!search) return std::nullopt;
  const auto detail = store.detail_profile(person, scope, actor);
  if (!detail) return std::nullopt;
  Portfolio portfolio{search->record, *detail};
  const bool was = portfolio.search.own_say.restricted.value_or(false);
  portfolio.search.own_say.restricted = restricted == Restricted::yes;
  store.write({store::Replacement{std::move(portfolio), search->version}}, actor);
  return was ? Restricted::yes : Restricted::no;
}

}  // namespace passend::privacy
