// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/item_index.hpp"

#include <algorithm>
#include <limits>

namespace passend::scan {
namespace {

using pool::Aspect;

constexpr std::uint32_t no_class = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint32_t knowledge_classes = 4;
/// Pairs of class and value; beyond it, numbering them costs more than judging entries one by one.
constexpr std::uint64_t most_pairs = 4'000'000;

std::uint32_t day_number(const std::optional<Date>& until) {
  constexpr std::int64_t shift = std::int64_t{1} << 31;
  return until ? static_cast<std::uint32_t>(until->days + shift) : std::numeric_limits<std::uint32_t>::max();
}

template <class List>
std::uint8_t knowledge_of(const List& list) {
  return static_cast<std::uint8_t>((list.known ? 1 : 0) | (list.unplaced ? 2 : 0));
}

}  // namespace

ItemIndex::ItemIndex(const pool::CandidateSegment& segment, Aspect aspect) : aspect_(aspect) {
  pool::CandidateFacts facts;
  for (std::uint32_t entry = 0; entry < segment.aspect(aspect).entries; ++entry) {
    segment.read_aspect(aspect, entry, facts);
    gather(facts, entry);
  }
  for (auto& [key, holders] : holders_) {
    auto& values = holders.values;
    values = holders.value_numbers;
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    for (auto& value : holders.value_numbers) {
      value = static_cast<std::uint32_t>(std::lower_bound(values.begin(), values.end(), value) - values.begin());
    }
  }
}

void ItemIndex::gather(const pool::CandidateFacts& facts, std::uint32_t entry) {
  if (aspect_ == Aspect::languages) {
    knowledge_.push_back(knowledge_of(facts.languages));
    for (const auto& held : facts.languages.items) {
      std::uint32_t levels = 0;
      for (const auto level : held.levels) levels = levels << 8 | level;
      add(held.language, levels, entry);
    }
  } else if (aspect_ == Aspect::driving_licences) {
    knowledge_.push_back(knowledge_of(facts.driving_licences));
    for (const auto& held : facts.driving_licences.items) {
      add(static_cast<Key>(held.category), day_number(held.valid_until), entry);
    }
  } else {
    knowledge_.push_back(knowledge_of(facts.credentials));
    for (const auto& held : facts.credentials.items) add(held.credential, day_number(held.valid_until), entry);
  }
}

/// Of a language that stands twice the first counts, of a licence or credential the one that lasts longest.
void ItemIndex::add(Key key, std::uint32_t value, std::uint32_t entry) {
  auto& holders = holders_[key];
  if (holders.entries.empty() || holders.entries.back() != entry) {
    holders.entries.push_back(entry);
    holders.value_numbers.push_back(value);
  } else if (aspect_ != Aspect::languages) {
    holders.value_numbers.back() = std::max(holders.value_numbers.back(), value);
  }
}

/// One licence may stand for another: all of them are looked at.
std::vector<ItemIndex::Key> ItemIndex::keys_asked_by(const pool::VacancyFacts& vacancy) const {
  std::vector<Key> keys;
  if (aspect_ == Aspect::languages) {
    for (const auto& demanded : vacancy.languages.items) keys.push_back(demanded.language);
  } else if (aspect_ == Aspect::driving_licences) {
    for (const auto& [key, holders] : holders_) keys.push_back(key);
  } else {
    for (const auto& demanded : vacancy.credentials.items) keys.push_back(demanded.credential);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::vector<std::uint32_t> ItemIndex::alike_values(const Holders& holders, Date start) const {
  std::vector<std::uint32_t> alike(holders.values.size());
  for (std::uint32_t number = 0; number < alike.size(); ++number) {
    alike[number] = aspect_ == Aspect::languages ? number : holders.values[number] >= day_number(start) ? 1 : 0;
  }
  return alike;
}

std::optional<ItemIndex::Classes> ItemIndex::alike_for(const pool::VacancyFacts& vacancy, Date start) const {
  Classes classes;
  classes.of_entry.assign(knowledge_.begin(), knowledge_.end());
  std::uint32_t count = knowledge_classes;
  std::vector<std::uint32_t> numbers;
  for (const auto key : keys_asked_by(vacancy)) {
    const auto found = holders_.find(key);
    if (found == holders_.end()) continue;
    const auto& holders = found->second;
    const auto alike = alike_values(holders, start);
    const std::uint32_t kinds = alike.empty() ? 0 : alike.back() + 1;
    if (std::uint64_t{count} * kinds > most_pairs) return std::nullopt;
    numbers.assign(std::size_t{count} * kinds, no_class);
    for (std::size_t i = 0; i < holders.entries.size(); ++i) {
      auto& of_entry = classes.of_entry[holders.entries[i]];
      auto& number = numbers[std::size_t{of_entry} * kinds + alike[holders.value_numbers[i]]];
      if (number == no_class) number = count++;
      of_entry = number;
    }
  }
  classes.examples.resize(count);
  for (std::uint32_t entry = 0; entry < classes.of_entry.size(); ++entry) {
    classes.examples[classes.of_entry[entry]] = entry;
  }
  return classes;
}

}  // namespace passend::scan
