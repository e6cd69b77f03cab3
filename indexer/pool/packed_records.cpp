// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/packed_records.hpp"

#include "indexer/pool/packed_facts.hpp"
#include "indexer/pool/packed_lists.hpp"
#include "indexer/pool/source_key.hpp"

namespace passend::pool {

void pack(const CandidateFacts& facts, const SourceRef& source, PackedCandidate& packed) {
  packed.id = facts.id.value;
  packed.source = source_key(source.system);
  packed.pc4 = static_cast<std::uint16_t>(facts.pc4.value_or(0));
  packed.updated = stored_day(facts.updated);
  packed.list_states = list_states(facts);
  packed.bytes.clear();
  for (std::size_t aspect = 0; aspect < aspect_count; ++aspect) {
    pack_aspect(static_cast<Aspect>(aspect), facts, packed.bytes);
    packed.ends[aspect] = static_cast<std::uint32_t>(packed.bytes.size());
  }
  pack_lists(facts, packed.bytes);
}

void pack(const VacancyFacts& facts, const SourceRef& source, PackedVacancy& packed) {
  packed.id = facts.id.value;
  packed.source = source_key(source.system);
  packed.updated = stored_day(facts.updated);
  packed.closes = stored_day(facts.closes);
  packed.bytes.clear();
  pack_vacancy(facts, packed.bytes);
}

}  // namespace passend::pool
