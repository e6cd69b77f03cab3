// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>

#include "indexer/store/store.hpp"

namespace passend::privacy {

/// Whether the data of a person are kept and shown to nobody but themselves (GDPR, article 18).
enum class Restricted : std::uint8_t { no, yes };

/// Sets it, and returns what it was; absent when there is nobody with this id in the scope. Throws precondition_failed
/// when the record was changed meanwhile.
std::optional<Restricted> restrict_person(store::Store& store, CandidateId person, Restricted restricted,
                                          const store::Scope& scope, const store::Actor& actor);

}  // namespace passend::privacy
