// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/pool/facts.hpp"

/// Conversions that candidates and vacancies have in common.
namespace passend::pool {

/// The set of a list of codes; absent when the list is absent or empty, since "accepts none" says nothing usable.
template <class Code>
std::optional<CodeSet> code_set(const std::optional<std::vector<Code>>& codes) {
  if (!codes || codes->empty()) return std::nullopt;
  CodeSet set = 0;
  for (const Code code : *codes) set |= bit(code);
  return set;
}

template <class Item, class Key>
void sort_by(std::vector<Item>& items, Key key) {
  std::stable_sort(items.begin(), items.end(), [&](const Item& a, const Item& b) { return key(a) < key(b); });
}

template <class Item>
void sort_unique(std::vector<Item>& items) {
  std::sort(items.begin(), items.end());
  items.erase(std::unique(items.begin(), items.end()), items.end());
}

LanguageCode language_code(std::string_view iso639_3);

/// Cents an hour of a salary in any period, over a full-time week of 38 hours; rounded down.
int cents_an_hour(int cents, SalaryPeriod period);

}  // namespace passend::pool
