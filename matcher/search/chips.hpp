// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "matcher/search/query.hpp"

namespace passend::search {

enum class ChipKind : std::uint8_t { word, beginning, phrase, alternatives, group };
enum class ChipRole : std::uint8_t { wanted, wished, excluded };

/// A part of a query as it was understood, to be shown and taken away by itself.
struct Chip {
  ChipKind kind = ChipKind::word;
  ChipRole role = ChipRole::wanted;
  std::string field;      ///< English name; empty: any field.
  std::string text;       ///< As typed, without - and ?.
  std::size_t begin = 0;  ///< In characters (code points) of the query, [begin, end), with - and ?.
  std::size_t end = 0;
  std::string without;  ///< The query without this part.
};

/// The parts of the whole query in the order in which they were typed. Small words that are skipped are no parts.
/// `text` is what `query` was parsed from.
std::vector<Chip> chips_of(const Query& query, std::string_view text);

}  // namespace passend::search
