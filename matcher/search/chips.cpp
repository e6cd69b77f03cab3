// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/chips.hpp"

#include <algorithm>

#include "indexer/index/terms.hpp"

namespace passend::search {
namespace {

/// What is left reads on with one blank at the place.
std::string without(std::string_view text, const Span& span) {
  constexpr std::string_view blanks = " \t\r\n";
  std::string_view before = text.substr(0, span.begin);
  std::string_view after = text.substr(span.end);
  before.remove_suffix(before.size() - (before.find_last_not_of(blanks) + 1));
  after.remove_prefix(std::min(after.find_first_not_of(blanks), after.size()));
  return std::string(before) + (before.empty() || after.empty() ? "" : " ") + std::string(after);
}

ChipKind kind_of(const Query& part, std::string_view typed) {
  switch (part.kind) {
    case QueryKind::prefix:
      return ChipKind::beginning;
    case QueryKind::phrase:
      return ChipKind::phrase;
    case QueryKind::any_of:
      return ChipKind::alternatives;
    case QueryKind::all_of:
      // A word of several parts wants each of them as well, and is a word all the same.
      return typed.starts_with('(') ? ChipKind::group : ChipKind::word;
    case QueryKind::everything:
    case QueryKind::word:
      break;
  }
  return ChipKind::word;
}

Chip chip_of(const Query& part, ChipRole role, std::string_view text) {
  Chip chip;
  chip.role = role;
  std::string_view typed = text.substr(part.span.begin, part.span.end - part.span.begin);
  if (role != ChipRole::wanted) typed.remove_prefix(typed.find_first_not_of(role == ChipRole::wished ? '?' : '-'));
  chip.kind = kind_of(part, typed);
  if (part.field != nullptr) chip.field = part.field->name;
  chip.text = typed;
  chip.begin = index::count_characters(text.substr(0, part.span.begin));
  chip.end = index::count_characters(text.substr(0, part.span.end));
  chip.without = without(text, part.span);
  return chip;
}

}  // namespace

std::vector<Chip> chips_of(const Query& query, std::string_view text) {
  std::vector<Chip> chips;
  for (const Query& part : query.children) chips.push_back(chip_of(part, ChipRole::wanted, text));
  for (const Query& part : query.wished) chips.push_back(chip_of(part, ChipRole::wished, text));
  for (const Query& part : query.excluded) chips.push_back(chip_of(part, ChipRole::excluded, text));
  // Without its only part a query is empty, whatever small words and punctuation stand beside it.
  if (chips.size() == 1) chips.front().without.clear();
  std::sort(chips.begin(), chips.end(), [](const Chip& a, const Chip& b) { return a.begin < b.begin; });
  return chips;
}

}  // namespace passend::search
