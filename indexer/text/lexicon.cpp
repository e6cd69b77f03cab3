// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/lexicon.hpp"

#include <bit>

#include "indexer/base/error.hpp"

namespace passend::text {
namespace {

static_assert(std::endian::native == std::endian::little, "lexicons are read in place");

constexpr std::string_view magic{"PSLEX1\n\0", 8};
constexpr std::size_t header_bytes = 24;
constexpr std::size_t rule_size = 8;

std::uint32_t number_at(std::string_view bytes, std::size_t offset) {
  std::uint32_t value = 0;
  std::memcpy(&value, bytes.data() + offset, sizeof value);
  return value;
}

}  // namespace

Lexicon::Lexicon(std::string_view bytes) {
  if (bytes.size() < header_bytes || !bytes.starts_with(magic))
    throw Error(ErrorCode::malformed_document, "these bytes are no lexicon; build the program anew");
  edges_ = number_at(bytes, 8);
  words_ = number_at(bytes, 12);
  const std::size_t rules = number_at(bytes, 16);
  if (bytes.size() != header_bytes + std::size_t{8} * edges_ + std::size_t{4} * words_ + rule_size * rules)
    throw Error(ErrorCode::malformed_document, "the lexicon is cut off; build the program anew");
  edge_bytes_ = bytes.substr(header_bytes, std::size_t{8} * edges_);
  entry_bytes_ = bytes.substr(header_bytes + edge_bytes_.size(), std::size_t{4} * words_);
  rule_bytes_ = bytes.substr(header_bytes + edge_bytes_.size() + entry_bytes_.size());
}

LexiconEntry Lexicon::entry(std::uint32_t number) const {
  const std::uint32_t value = number_at(entry_bytes_, std::size_t{4} * number);
  return {static_cast<std::uint8_t>(value), static_cast<std::uint8_t>(value >> 8), (value >> 31) != 0,
          static_cast<std::uint16_t>(value >> 16 & 0x7FFF)};
}

std::optional<LexiconEntry> Lexicon::find(std::string_view word) const {
  std::uint32_t state = 0;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const auto step = follow(state, word[i]);
    if (!step) return std::nullopt;
    number += step->skipped;
    if (i + 1 == word.size()) return step->ends_word ? std::optional(entry(number)) : std::nullopt;
    if (step->next == 0) return std::nullopt;
    if (step->ends_word) ++number;
    state = step->next;
  }
  return std::nullopt;
}

std::string Lexicon::base(std::string_view word, const LexiconEntry& entry) const {
  if (entry.rule == 0) return std::string(word);
  const std::string_view rule = rule_bytes_.substr(rule_size * entry.rule, rule_size);
  const auto cut = static_cast<unsigned char>(rule[0]);
  const auto length = static_cast<unsigned char>(rule[1]);
  std::string result(word.substr(0, word.size() - cut));
  return result.append(rule.substr(2, length));
}

}  // namespace passend::text
