// SPDX-License-Identifier: EUPL-1.2
#include "server/privacy/person_data.hpp"

#include <limits>

namespace passend::privacy {

std::optional<PersonData> read_person(store::Store& store, store::ReadLog& reads, CandidateId person,
                                      const store::Scope& scope, const store::Actor& actor) {
  auto search = store.search_profile(person, scope);
  if (!search) return std::nullopt;
  auto detail = store.detail_profile(person, scope, actor);
  if (!detail) return std::nullopt;
  return PersonData{std::move(*search), std::move(*detail), store.proposals(person, scope),
                    reads.of(person, 0, std::numeric_limits<std::int64_t>::max()).rows, now()};
}

}  // namespace passend::privacy
