// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <span>
#include <string>

#include "indexer/pool/candidate_segment.hpp"
#include "indexer/pool/facts.hpp"

/// Facts as canonical bytes: the aspects of a person for the dictionaries, the whole of a vacancy. A change of what is
/// packed, or in which order, raises the version of the pool file (pool_file.hpp).
namespace passend::pool {

/// Appends the bytes of one aspect; equal aspects give equal bytes.
void pack_aspect(Aspect aspect, const CandidateFacts& facts, std::string& out);
/// Sets the fields of that aspect and no others. Throws pool_corrupt.
void unpack_aspect(Aspect aspect, std::span<const std::byte> bytes, CandidateFacts& facts);

/// Appends all of a vacancy but id, updated and closes, which have columns of their own.
void pack_vacancy(const VacancyFacts& facts, std::string& out);
/// Sets all fields but those three. Throws pool_corrupt.
void unpack_vacancy(std::span<const std::byte> bytes, VacancyFacts& facts);

}  // namespace passend::pool
