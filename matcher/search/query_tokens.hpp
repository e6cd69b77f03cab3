// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "indexer/index/fields.hpp"

namespace passend::search {

enum class TokenKind : std::uint8_t { word, wildcard, phrase, open, close, minus, wish, alternative };

struct Token {
  TokenKind kind = TokenKind::word;
  const index::Field* field = nullptr;  ///< Named before the text; nullptr: none.
  std::string_view text;                ///< Of words, wildcards (without the star) and phrases (without the quotes).
  std::size_t place = 0;                ///< In characters of the query, from 1.
  std::size_t begin = 0;                ///< In bytes of the query, [begin, end), with field, quotes and star.
  std::size_t end = 0;
};

/// Cuts a query into tokens. `minus` and `wish` stand only before what they are about; AND, EN and punctuation by
/// itself are left out. Throws invalid_input with the place for bytes that are no text, an open quote, a star or colon
/// out of place and an unknown field. Views into `text`.
std::vector<Token> query_tokens(std::string_view text, index::Corpus corpus);

}  // namespace passend::search
