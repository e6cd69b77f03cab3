// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/pool/candidate_segment.hpp"
#include "indexer/pool/packed_records.hpp"
#include "indexer/pool/sections.hpp"

namespace passend::pool {

/// Gathers people in any order and writes the sections of a segment. What is written depends on who is in it and on
/// nothing else: not on the order of arrival, not on what was replaced or removed meanwhile.
class CandidateWriter {
 public:
  CandidateWriter();

  /// Takes the place of whoever came before with the same id.
  void add(const PackedCandidate& packed);
  /// The same for a row of another segment, without unpacking it.
  void add(const CandidateSegment& segment, std::uint32_t row);
  void remove(CandidateId id);

  /// Writes all sections; the writer is spent afterwards. Throws storage_failed beyond what 32-bit offsets hold.
  void write(SectionSink& sink);

 private:
  /// Entries of one aspect in order of arrival, and the entry of each row.
  struct Dictionary {
    std::deque<std::string> entries;  ///< A deque: its strings stay where they are.
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    std::vector<std::uint32_t> rows;
    std::uint32_t number_of(std::string_view bytes);
  };
  /// What came, in order of arrival.
  struct Arrival {
    Id128 id;
    std::uint32_t row = 0;  ///< Among the gathered rows; `removed` for a removal.
  };
  static constexpr std::uint32_t removed = UINT32_MAX;
  /// The numbers that the entries of another segment have here, by its own number plus one; 0: not asked for yet.
  struct Translation {
    const CandidateSegment* from = nullptr;
    std::array<std::vector<std::uint32_t>, aspect_count> numbers;
  };

  void add_columns(const PackedCandidate& packed);
  std::vector<std::uint32_t> settle_rows();
  void write_columns(const std::vector<std::uint32_t>& rows, SectionSink& sink);
  void write_lists(const std::vector<std::uint32_t>& rows, SectionSink& sink);
  void write_postings(const std::vector<std::uint32_t>& rows, SectionSink& sink);
  void write_aspect(Aspect aspect, const std::vector<std::uint32_t>& rows, SectionSink& sink);
  std::span<const std::byte> lists_of(std::uint32_t row) const;

  std::vector<Arrival> arrivals_;
  std::vector<std::uint16_t> pc4_;
  std::vector<std::uint16_t> updated_;
  std::vector<std::uint8_t> states_;
  std::vector<std::uint64_t> sources_;
  std::string lists_;
  std::vector<std::uint64_t> list_ends_;
  std::array<Dictionary, aspect_count> dictionaries_;
  Translation translation_;
};

}  // namespace passend::pool
