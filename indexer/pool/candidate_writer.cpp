// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/candidate_writer.hpp"

#include <algorithm>
#include <numeric>

#include "indexer/base/error.hpp"
#include "indexer/pool/packed_lists.hpp"

namespace passend::pool {
namespace {

std::string_view text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// An offset in a file whose offsets have 32 bits.
std::uint32_t narrow(std::uint64_t offset) {
  if (offset > UINT32_MAX) {
    throw Error(ErrorCode::storage_failed, "a part of the pool is above 4 GiB; divide the region over two servers");
  }
  return static_cast<std::uint32_t>(offset);
}

template <class Number>
void write_numbers(const std::vector<std::uint32_t>& numbers, Section section, SectionSink& sink) {
  std::vector<Number> narrowed(numbers.begin(), numbers.end());
  sink.add(section, narrowed);
}

}  // namespace

std::uint32_t CandidateWriter::Dictionary::number_of(std::string_view bytes) {
  const auto known = numbers.find(bytes);
  if (known != numbers.end()) return known->second;
  const auto number = static_cast<std::uint32_t>(entries.size());
  numbers.emplace(entries.emplace_back(bytes), number);
  return number;
}

CandidateWriter::CandidateWriter() : list_ends_{0} {}

void CandidateWriter::add_columns(const PackedCandidate& packed) {
  arrivals_.push_back({packed.id, static_cast<std::uint32_t>(pc4_.size())});
  pc4_.push_back(packed.pc4);
  updated_.push_back(packed.updated);
  states_.push_back(packed.list_states);
  sources_.push_back(packed.source);
}

void CandidateWriter::add(const PackedCandidate& packed) {
  add_columns(packed);
  std::uint32_t begin = 0;
  for (std::size_t aspect = 0; aspect < aspect_count; ++aspect) {
    auto& dictionary = dictionaries_[aspect];
    const auto bytes = std::string_view(packed.bytes).substr(begin, packed.ends[aspect] - begin);
    dictionary.rows.push_back(dictionary.number_of(bytes));
    begin = packed.ends[aspect];
  }
  lists_.append(packed.bytes, begin);
  list_ends_.push_back(lists_.size());
}

void CandidateWriter::add(const CandidateSegment& segment, std::uint32_t row) {
  if (translation_.from != &segment) {
    translation_.from = &segment;
    for (std::size_t aspect = 0; aspect < aspect_count; ++aspect) {
      translation_.numbers[aspect].assign(segment.aspect(static_cast<Aspect>(aspect)).entries, 0);
    }
  }
  PackedCandidate columns;
  columns.id = segment.ids()[row];
  columns.pc4 = segment.pc4()[row];
  columns.updated = segment.updated()[row];
  columns.list_states = segment.list_states()[row];
  columns.source = segment.sources()[row];
  add_columns(columns);
  for (std::size_t i = 0; i < aspect_count; ++i) {
    const auto aspect = static_cast<Aspect>(i);
    const std::uint32_t theirs = segment.aspect(aspect)[row];
    std::uint32_t& ours = translation_.numbers[i][theirs];
    if (ours == 0) ours = dictionaries_[i].number_of(text_of(segment.packed_aspect(aspect, theirs))) + 1;
    dictionaries_[i].rows.push_back(ours - 1);
  }
  lists_.append(text_of(segment.packed_lists(row)));
  list_ends_.push_back(lists_.size());
}

void CandidateWriter::remove(CandidateId id) {
  arrivals_.push_back({id.value, removed});
}

/// The gathered rows that stay, in the order of the segment.
std::vector<std::uint32_t> CandidateWriter::settle_rows() {
  std::stable_sort(arrivals_.begin(), arrivals_.end(), [](const Arrival& a, const Arrival& b) { return a.id < b.id; });
  std::vector<std::uint32_t> rows;
  rows.reserve(arrivals_.size());
  std::vector<Arrival> settled;
  settled.reserve(arrivals_.size());
  for (std::size_t i = 0; i < arrivals_.size(); ++i) {
    const bool superseded = i + 1 < arrivals_.size() && arrivals_[i + 1].id == arrivals_[i].id;
    if (superseded || arrivals_[i].row == removed) continue;
    rows.push_back(arrivals_[i].row);
    settled.push_back(arrivals_[i]);
  }
  arrivals_ = std::move(settled);
  return rows;
}

void CandidateWriter::write(SectionSink& sink) {
  const auto rows = settle_rows();
  write_columns(rows, sink);
  write_lists(rows, sink);
  write_postings(rows, sink);
  for (std::size_t aspect = 0; aspect < aspect_count; ++aspect) write_aspect(static_cast<Aspect>(aspect), rows, sink);
}

void CandidateWriter::write_columns(const std::vector<std::uint32_t>& rows, SectionSink& sink) {
  std::vector<Id128> ids;
  ids.reserve(arrivals_.size());
  for (const Arrival& arrival : arrivals_) ids.push_back(arrival.id);
  sink.add(Section::candidate_ids, ids);
  const auto write = [&](Section section, const auto& column) {
    std::remove_cvref_t<decltype(column)> ordered;
    ordered.reserve(rows.size());
    for (const std::uint32_t row : rows) ordered.push_back(column[row]);
    sink.add(section, ordered);
  };
  write(Section::candidate_pc4, pc4_);
  write(Section::candidate_updated, updated_);
  write(Section::candidate_list_states, states_);
  write(Section::candidate_sources, sources_);
}

std::span<const std::byte> CandidateWriter::lists_of(std::uint32_t row) const {
  return std::as_bytes(std::span(lists_)).subspan(list_ends_[row], list_ends_[row + 1] - list_ends_[row]);
}

void CandidateWriter::write_lists(const std::vector<std::uint32_t>& rows, SectionSink& sink) {
  std::vector<std::uint32_t> starts{0};
  starts.reserve(rows.size() + 1);
  std::string ordered;
  ordered.reserve(lists_.size());
  for (const std::uint32_t row : rows) {
    ordered.append(text_of(lists_of(row)));
    starts.push_back(narrow(ordered.size()));
  }
  sink.add(Section::list_starts, starts);
  sink.add(Section::lists, std::as_bytes(std::span(ordered)));
}

void CandidateWriter::write_postings(const std::vector<std::uint32_t>& rows, SectionSink& sink) {
  constexpr std::size_t key_space = std::size_t{4} << 19;
  std::vector<std::uint32_t> keys_of_row;
  std::vector<std::uint32_t> list_of_key(key_space, 0);
  std::uint64_t total = 0;
  for (const std::uint32_t row : rows) {
    posting_keys_of(lists_of(row), keys_of_row);
    for (const std::uint32_t key : keys_of_row) list_of_key[key] = 1;
    total += keys_of_row.size();
  }
  narrow(total);
  std::vector<std::uint32_t> keys;
  for (std::uint32_t key = 0; key < key_space; ++key) {
    if (list_of_key[key] == 0) continue;
    list_of_key[key] = static_cast<std::uint32_t>(keys.size());
    keys.push_back(key);
  }
  std::vector<std::uint32_t> starts;
  std::vector<std::uint16_t> postings(total);
  std::uint32_t next_start = 0;
  std::vector<std::uint32_t> next(keys.size());
  for (std::size_t begin = 0; begin < rows.size(); begin += rows_per_block) {
    const std::size_t end = std::min<std::size_t>(rows.size(), begin + rows_per_block);
    std::fill(next.begin(), next.end(), 0);
    for (std::size_t i = begin; i < end; ++i) {
      posting_keys_of(lists_of(rows[i]), keys_of_row);
      for (const std::uint32_t key : keys_of_row) ++next[list_of_key[key]];
    }
    for (std::uint32_t& count : next) {
      starts.push_back(next_start);
      next_start += std::exchange(count, next_start);
    }
    for (std::size_t i = begin; i < end; ++i) {
      posting_keys_of(lists_of(rows[i]), keys_of_row);
      for (const std::uint32_t key : keys_of_row) {
        postings[next[list_of_key[key]]++] = static_cast<std::uint16_t>(i - begin);
      }
    }
  }
  starts.push_back(next_start);
  sink.add(Section::posting_keys, keys);
  sink.add(Section::posting_starts, starts);
  sink.add(Section::postings, postings);
}

/// The most used entries first, equals by their bytes: numbers in use stand together, and no arrival shows.
void CandidateWriter::write_aspect(Aspect aspect, const std::vector<std::uint32_t>& rows, SectionSink& sink) {
  auto& dictionary = dictionaries_[static_cast<std::size_t>(aspect)];
  std::vector<std::uint32_t> uses(dictionary.entries.size(), 0);
  for (const std::uint32_t row : rows) ++uses[dictionary.rows[row]];
  std::vector<std::uint32_t> order(uses.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return uses[a] != uses[b] ? uses[a] > uses[b] : dictionary.entries[a] < dictionary.entries[b];
  });
  std::vector<std::uint32_t> starts{0};
  std::string entries;
  std::vector<std::uint32_t> number_of_entry(uses.size(), 0);
  for (std::uint32_t number = 0; number < order.size() && uses[order[number]] != 0; ++number) {
    number_of_entry[order[number]] = number;
    entries += dictionary.entries[order[number]];
    starts.push_back(narrow(entries.size()));
  }
  std::vector<std::uint32_t> numbers;
  numbers.reserve(rows.size());
  for (const std::uint32_t row : rows) numbers.push_back(number_of_entry[dictionary.rows[row]]);
  dictionary = {};
  const Section section = section_of(aspect, AspectPart::numbers);
  const std::size_t count = starts.size() - 1;
  if (count <= 1U << 8) {
    write_numbers<std::uint8_t>(numbers, section, sink);
  } else if (count <= 1U << 16) {
    write_numbers<std::uint16_t>(numbers, section, sink);
  } else {
    sink.add(section, numbers);
  }
  sink.add(section_of(aspect, AspectPart::starts), starts);
  sink.add(section_of(aspect, AspectPart::entries), std::as_bytes(std::span(entries)));
}

}  // namespace passend::pool
