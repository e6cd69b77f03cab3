// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <vector>

#include "indexer/pool/candidate_segment.hpp"
#include "indexer/pool/facts.hpp"

/// The lists of a person that postings stand for, as bytes of one row: three numbers of items of one byte each (255:
/// two more bytes hold it), then wanted occupations (concept), experience (concept, first and last day) and competences
/// (concept, one byte of level and source); concepts and days in 16 bits.
namespace passend::pool {

/// Throws configuration for a concept above 65535.
void pack_lists(const CandidateFacts& facts, std::string& out);
/// Sets the three lists, with what is known of them. Throws pool_corrupt.
void unpack_lists(std::span<const std::byte> bytes, std::uint8_t states, CandidateFacts& facts);
/// Sets the second of them.
void unpack_experience(std::span<const std::byte> bytes, std::uint8_t states, CandidateFacts& facts);

/// The competences among the packed lists of a row, read where they stand.
class PackedCompetences {
 public:
  /// Throws pool_corrupt.
  explicit PackedCompetences(std::span<const std::byte> packed_lists) : items_(competences_in(packed_lists)) {}

  std::size_t size() const { return items_.size() / item_bytes; }
  Concept operator[](std::size_t i) const {
    std::uint16_t number = 0;
    std::memcpy(&number, &items_[i * item_bytes], sizeof number);
    return number;
  }

 private:
  static constexpr std::size_t item_bytes = 3;
  static std::span<const std::byte> competences_in(std::span<const std::byte> packed_lists);
  std::span<const std::byte> items_;
};

/// The byte of list_states() of a person.
std::uint8_t list_states(const CandidateFacts& facts);

/// Kind, concept and level in one number, in that order of weight.
constexpr std::uint32_t posting_key(PostingKind kind, Concept concept_index, unsigned level) {
  return static_cast<std::uint32_t>(kind) << 19 | concept_index << 3 | level;
}
/// Puts the keys of all postings of a row in the place of what `keys` held.
void posting_keys_of(std::span<const std::byte> packed_lists, std::vector<std::uint32_t>& keys);

}  // namespace passend::pool
