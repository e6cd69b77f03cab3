// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "indexer/store/read_log.hpp"
#include "indexer/store/store.hpp"

namespace passend::privacy {

/// What was erased, and by what that can be shown.
struct ErasureReceipt {
  CandidateId person;
  std::size_t proposals = 0;    ///< Erased with the portfolio.
  store::AuditSeal seal;        ///< Row of the audit of the erasure.
  std::int64_t reads_kept = 0;  ///< Rows of who looked, under an id that leads to nobody, until their time is over.
};

/// Erases the portfolio of a person with everything that the staff wrote about them; of `version` alone when it is
/// given. Absent when there is nobody with this id in the scope. Throws precondition_failed for another version.
std::optional<ErasureReceipt> erase_person(store::Store& store, store::ReadLog& reads, CandidateId person,
                                           const store::Scope& scope, const store::Actor& actor,
                                           std::optional<std::int64_t> version = std::nullopt);

/// {"candidateId", "erased": {...}, "kept": {...}, "proof": {...}}
std::string receipt_json(const ErasureReceipt& receipt);

}  // namespace passend::privacy
