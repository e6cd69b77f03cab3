// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/packed_lists.hpp"

#include <array>
#include <cstring>

#include "indexer/base/error.hpp"

namespace passend::pool {
namespace {

constexpr std::uint8_t long_count = 255;
constexpr std::size_t most_items = 65'535;
constexpr std::size_t wanted_bytes = 2;
constexpr std::size_t experience_bytes = 6;
constexpr unsigned source_shift = 4;
constexpr unsigned level_mask = 7;

class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  void count(std::size_t items) {
    if (items > most_items) throw Error(ErrorCode::invalid_input, "a list of a portfolio has more than 65535 items");
    if (items < long_count) return byte(static_cast<std::uint8_t>(items));
    byte(long_count);
    number(static_cast<std::uint16_t>(items));
  }
  void concept_number(Concept index) {
    if (index > most_items) {
      throw Error(ErrorCode::configuration,
                  "the pool holds at most 65,536 concepts and this taxonomy has more; import fewer sources");
    }
    number(static_cast<std::uint16_t>(index));
  }
  void day(const std::optional<Date>& date) { number(stored_day(date)); }
  void byte(std::uint8_t value) { out_.push_back(static_cast<char>(value)); }

 private:
  void number(std::uint16_t value) { out_.append(reinterpret_cast<const char*>(&value), sizeof value); }
  std::string& out_;
};

class Reader {
 public:
  explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}

  void skip(std::size_t size) { take(size); }
  std::uint8_t byte() { return static_cast<std::uint8_t>(take(1)[0]); }
  std::uint16_t number() {
    std::uint16_t value = 0;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    return value;
  }
  std::size_t count() {
    const std::uint8_t items = byte();
    return items == long_count ? number() : items;
  }

  std::span<const std::byte> take(std::size_t size) {
    if (bytes_.size() < size) {
      throw Error(ErrorCode::pool_corrupt, "packed lists break off; build the pool anew with `passend pool build`");
    }
    const auto taken = bytes_.first(size);
    bytes_ = bytes_.subspan(size);
    return taken;
  }

 private:
  std::span<const std::byte> bytes_;
};

struct Counts {
  std::size_t wanted = 0;
  std::size_t experience = 0;
  std::size_t competences = 0;
};

Counts read_counts(Reader& reader) {
  Counts counts;
  counts.wanted = reader.count();
  counts.experience = reader.count();
  counts.competences = reader.count();
  return counts;
}

std::uint8_t packed_mastery(const HeldCompetenceFact& fact) {
  const unsigned level = fact.level ? static_cast<unsigned>(*fact.level) : 0;
  const unsigned source = fact.source ? static_cast<unsigned>(*fact.source) + 1 : 0;
  return static_cast<std::uint8_t>(source << source_shift | level);
}

void unpack_mastery(std::uint8_t mastery, HeldCompetenceFact& fact) {
  fact.level.reset();
  fact.source.reset();
  if (const unsigned level = mastery & level_mask; level != 0) fact.level = static_cast<Proficiency>(level);
  if (const unsigned source = mastery >> source_shift; source != 0) {
    fact.source = static_cast<CompetenceSource>(source - 1);
  }
}

template <class Item>
ListKnowledge knowledge_of(const KnownList<Item>& list) {
  if (!list.known) return ListKnowledge::not_known;
  if (list.unplaced) return ListKnowledge::partial;
  return list.items.empty() ? ListKnowledge::none : ListKnowledge::known;
}

template <class Item>
std::vector<Item>& prepare(KnownList<Item>& list, std::uint8_t states, KnowledgeOf which, std::size_t count) {
  const auto known = knowledge(states, which);
  list.known = known != ListKnowledge::not_known;
  list.unplaced = known == ListKnowledge::partial;
  list.items.resize(count);
  return list.items;
}

void unpack_experience(Reader& reader, std::uint8_t states, std::size_t count, CandidateFacts& facts) {
  for (auto& time : prepare(facts.experience, states, KnowledgeOf::experience, count)) {
    time.occupation = reader.number();
    time.period.from = day_of(reader.number());
    time.period.until = day_of(reader.number());
  }
}

}  // namespace

void pack_lists(const CandidateFacts& facts, std::string& out) {
  Writer writer(out);
  writer.count(facts.wanted_occupations.items.size());
  writer.count(facts.experience.items.size());
  writer.count(facts.competences.items.size());
  for (const Concept wanted : facts.wanted_occupations.items) writer.concept_number(wanted);
  for (const auto& time : facts.experience.items) {
    writer.concept_number(time.occupation);
    writer.day(time.period.from);
    writer.day(time.period.until);
  }
  for (const auto& held : facts.competences.items) {
    writer.concept_number(held.competence);
    writer.byte(packed_mastery(held));
  }
}

void unpack_lists(std::span<const std::byte> bytes, std::uint8_t states, CandidateFacts& facts) {
  Reader reader(bytes);
  const Counts counts = read_counts(reader);
  for (auto& wanted : prepare(facts.wanted_occupations, states, KnowledgeOf::wanted_occupations, counts.wanted)) {
    wanted = reader.number();
  }
  unpack_experience(reader, states, counts.experience, facts);
  for (auto& held : prepare(facts.competences, states, KnowledgeOf::competences, counts.competences)) {
    held.competence = reader.number();
    unpack_mastery(reader.byte(), held);
  }
}

void unpack_experience(std::span<const std::byte> bytes, std::uint8_t states, CandidateFacts& facts) {
  Reader reader(bytes);
  const Counts counts = read_counts(reader);
  reader.skip(counts.wanted * wanted_bytes);
  unpack_experience(reader, states, counts.experience, facts);
}

std::span<const std::byte> PackedCompetences::competences_in(std::span<const std::byte> packed_lists) {
  Reader reader(packed_lists);
  const Counts counts = read_counts(reader);
  reader.skip(counts.wanted * wanted_bytes + counts.experience * experience_bytes);
  return reader.take(counts.competences * item_bytes);
}

std::uint8_t list_states(const CandidateFacts& facts) {
  unsigned states = 0;
  const auto set = [&](KnowledgeOf which, ListKnowledge known) {
    states |= static_cast<unsigned>(known) << static_cast<unsigned>(which);
  };
  set(KnowledgeOf::wanted_occupations, knowledge_of(facts.wanted_occupations));
  set(KnowledgeOf::experience, knowledge_of(facts.experience));
  set(KnowledgeOf::competences, knowledge_of(facts.competences));
  return static_cast<std::uint8_t>(states);
}

void posting_keys_of(std::span<const std::byte> packed_lists, std::vector<std::uint32_t>& keys) {
  Reader reader(packed_lists);
  const Counts counts = read_counts(reader);
  keys.clear();
  for (std::size_t i = 0; i < counts.wanted; ++i) {
    keys.push_back(posting_key(PostingKind::wanted_occupation, reader.number(), 0));
  }
  for (std::size_t i = 0; i < counts.experience; ++i) {
    keys.push_back(posting_key(PostingKind::past_occupation, reader.number(), 0));
    reader.number();
    reader.number();
  }
  for (std::size_t i = 0; i < counts.competences; ++i) {
    const Concept competence = reader.number();
    keys.push_back(posting_key(PostingKind::competence, competence, reader.byte() & level_mask));
  }
}

}  // namespace passend::pool
