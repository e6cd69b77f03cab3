// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <string>

#include "indexer/base/id.hpp"
#include "indexer/pool/candidate_segment.hpp"
#include "indexer/pool/facts.hpp"

/// Facts on their way to a segment: what can be made on any thread and is then gathered on one.
namespace passend::pool {

struct PackedCandidate {
  Id128 id;
  std::uint16_t pc4 = 0;
  std::uint16_t updated = 0;
  std::uint8_t list_states = 0;
  std::uint64_t source = 0;                        ///< source_key()
  std::string bytes{};                             ///< All aspects in order, then the lists.
  std::array<std::uint32_t, aspect_count> ends{};  ///< Where each aspect ends in `bytes`.
};

struct PackedVacancy {
  Id128 id;
  std::uint16_t updated = 0;
  std::uint16_t closes = 0;
  std::uint64_t source = 0;  ///< source_key()
  std::string bytes{};
};

/// Both fill in an object whose memory is used again; `source` is of the record that the facts were taken from. Throw
/// configuration for a concept above 65,535.
void pack(const CandidateFacts& facts, const SourceRef& source, PackedCandidate& packed);
void pack(const VacancyFacts& facts, const SourceRef& source, PackedVacancy& packed);

}  // namespace passend::pool
