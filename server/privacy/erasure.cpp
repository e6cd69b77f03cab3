// SPDX-License-Identifier: EUPL-1.2
#include "server/privacy/erasure.hpp"

#include "indexer/base/error.hpp"

namespace passend::privacy {

std::optional<ErasureReceipt> erase_person(store::Store& store, store::ReadLog& reads, CandidateId person,
                                           const store::Scope& scope, const store::Actor& actor,
                                           std::optional<std::int64_t> version) {
  if (!store.search_profile(person, scope)) return std::nullopt;
  ErasureReceipt receipt{.person = person, .proposals = store.proposals(person, scope).size(), .seal = {}};
  const auto outcomes = store.write({store::Erasure{store::RecordKind::portfolio, person.value, version}}, actor);
  if (outcomes.front() != store::WriteOutcome::erased) return std::nullopt;
  const auto seal = store.last_deed(store::RecordKind::portfolio, person.value);
  if (!seal) throw Error(ErrorCode::internal, "an erasure left no row in the audit");
  receipt.seal = *seal;
  receipt.reads_kept = reads.of(person, 0, 0).total;
  return receipt;
}

}  // namespace passend::privacy
