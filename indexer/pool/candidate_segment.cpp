// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/candidate_segment.hpp"

#include <algorithm>

#include "indexer/base/error.hpp"
#include "indexer/pool/packed_facts.hpp"
#include "indexer/pool/packed_lists.hpp"
#include "indexer/pool/sections.hpp"

namespace passend::pool {
namespace {

constexpr std::int32_t day_before_first = -25'568;  ///< 1899-12-31 in days since 1970-01-01.
constexpr std::int32_t last_stored_day = 65'535;

void require(bool holds, Section section) {
  if (!holds) throw Error(ErrorCode::pool_corrupt, "the section '" + name_of(section) + "' has an impossible size");
}

}  // namespace

std::uint16_t stored_day(const std::optional<Date>& date) {
  if (!date) return 0;
  return static_cast<std::uint16_t>(std::clamp(date->days - day_before_first, 1, last_stored_day));
}

std::optional<Date> day_of(std::uint16_t stored) {
  if (stored == 0) return std::nullopt;
  return Date{day_before_first + stored};
}

CandidateSegment::CandidateSegment(const Sections& sections, std::shared_ptr<const void> owner)
    : owner_(std::move(owner)) {
  bind_columns(sections);
  for (std::size_t aspect = 0; aspect < aspect_count; ++aspect) bind_dictionary(static_cast<Aspect>(aspect), sections);
}

void CandidateSegment::bind_columns(const Sections& sections) {
  ids_ = sections.elements<Id128>(Section::candidate_ids);
  require(ids_.size() <= UINT32_MAX, Section::candidate_ids);
  pc4_ = sections.elements<std::uint16_t>(Section::candidate_pc4);
  require(pc4_.size() == ids_.size(), Section::candidate_pc4);
  updated_ = sections.elements<std::uint16_t>(Section::candidate_updated);
  require(updated_.size() == ids_.size(), Section::candidate_updated);
  states_ = sections.elements<std::uint8_t>(Section::candidate_list_states);
  require(states_.size() == ids_.size(), Section::candidate_list_states);
  sources_ = sections.elements<std::uint64_t>(Section::candidate_sources);
  require(sources_.size() == ids_.size(), Section::candidate_sources);
  list_starts_ = sections.elements<std::uint32_t>(Section::list_starts);
  lists_ = sections[Section::lists];
  require(list_starts_.size() == ids_.size() + 1 && list_starts_.back() == lists_.size(), Section::list_starts);
  posting_keys_ = sections.elements<std::uint32_t>(Section::posting_keys);
  posting_starts_ = sections.elements<std::uint32_t>(Section::posting_starts);
  postings_ = sections.elements<std::uint16_t>(Section::postings);
  require(posting_starts_.size() == posting_keys_.size() * blocks() + 1 && posting_starts_.back() == postings_.size(),
          Section::posting_starts);
}

void CandidateSegment::bind_dictionary(Aspect aspect, const Sections& sections) {
  auto& bound = dictionaries_[static_cast<std::size_t>(aspect)];
  bound.starts = sections.elements<std::uint32_t>(section_of(aspect, AspectPart::starts));
  bound.entries = sections[section_of(aspect, AspectPart::entries)];
  require(!bound.starts.empty() && bound.starts.back() == bound.entries.size(), section_of(aspect, AspectPart::starts));
  const auto numbers = sections[section_of(aspect, AspectPart::numbers)];
  const std::size_t width = ids_.empty() ? 1 : numbers.size() / ids_.size();
  require((width == 1 || width == 2 || width == 4) && numbers.size() == width * ids_.size(),
          section_of(aspect, AspectPart::numbers));
  bound.numbers = {numbers.data(), static_cast<unsigned>(width), static_cast<std::uint32_t>(bound.starts.size() - 1)};
}

std::optional<std::uint32_t> CandidateSegment::find(CandidateId id) const {
  const auto found = std::lower_bound(ids_.begin(), ids_.end(), id.value);
  if (found == ids_.end() || *found != id.value) return std::nullopt;
  return static_cast<std::uint32_t>(found - ids_.begin());
}

std::span<const std::byte> CandidateSegment::packed_aspect(Aspect aspect, std::uint32_t number) const {
  const auto& from = dictionary(aspect);
  return from.entries.subspan(from.starts[number], from.starts[number + 1] - from.starts[number]);
}

std::span<const std::byte> CandidateSegment::packed_lists(std::uint32_t row) const {
  return lists_.subspan(list_starts_[row], list_starts_[row + 1] - list_starts_[row]);
}

void CandidateSegment::read_aspect(Aspect aspect, std::uint32_t number, CandidateFacts& facts) const {
  unpack_aspect(aspect, packed_aspect(aspect, number), facts);
}

void CandidateSegment::read_lists(std::uint32_t row, CandidateFacts& facts) const {
  unpack_lists(packed_lists(row), states_[row], facts);
}

void CandidateSegment::read_experience(std::uint32_t row, CandidateFacts& facts) const {
  unpack_experience(packed_lists(row), states_[row], facts);
}

void CandidateSegment::read(std::uint32_t row, CandidateFacts& facts) const {
  facts.id = CandidateId{ids_[row]};
  facts.pc4.reset();
  if (pc4_[row] != 0) facts.pc4 = pc4_[row];
  facts.updated = day_of(updated_[row]).value_or(Date{});
  read_lists(row, facts);
  for (std::size_t i = 0; i < aspect_count; ++i) {
    const auto which = static_cast<Aspect>(i);
    read_aspect(which, aspect(which)[row], facts);
  }
}

std::optional<std::uint32_t> CandidateSegment::posting_list(PostingKind kind, Concept concept_index,
                                                            unsigned level) const {
  const auto key = posting_key(kind, concept_index, level);
  const auto found = std::lower_bound(posting_keys_.begin(), posting_keys_.end(), key);
  if (found == posting_keys_.end() || *found != key) return std::nullopt;
  return static_cast<std::uint32_t>(found - posting_keys_.begin());
}

std::vector<std::pair<std::string, std::uint64_t>> CandidateSegment::memory() const {
  std::vector<std::pair<std::string, std::uint64_t>> columns;
  const auto add = [&](Section section, std::uint64_t bytes) { columns.emplace_back(name_of(section), bytes); };
  add(Section::candidate_ids, ids_.size_bytes());
  add(Section::candidate_pc4, pc4_.size_bytes());
  add(Section::candidate_updated, updated_.size_bytes());
  add(Section::candidate_list_states, states_.size_bytes());
  add(Section::candidate_sources, sources_.size_bytes());
  add(Section::list_starts, list_starts_.size_bytes());
  add(Section::lists, lists_.size_bytes());
  add(Section::posting_keys, posting_keys_.size_bytes());
  add(Section::posting_starts, posting_starts_.size_bytes());
  add(Section::postings, postings_.size_bytes());
  for (std::size_t i = 0; i < aspect_count; ++i) {
    const auto aspect = static_cast<Aspect>(i);
    const auto& from = dictionary(aspect);
    add(section_of(aspect, AspectPart::numbers), std::uint64_t{from.numbers.width} * size());
    add(section_of(aspect, AspectPart::starts), from.starts.size_bytes());
    add(section_of(aspect, AspectPart::entries), from.entries.size_bytes());
  }
  return columns;
}

}  // namespace passend::pool
