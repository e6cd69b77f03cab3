// SPDX-License-Identifier: EUPL-1.2
#include "indexer/extract/kinds.hpp"
#include "indexer/extract/phrases.hpp"

/// Driving licences: "rijbewijs B", "B/BE-rijbewijs", "rijbewijzen C en CE", "groot rijbewijs".
namespace passend::extract {
namespace {

constexpr auto names = phrases(std::to_array<Phrase<DrivingLicence>>({
    {"autorijbewijs", DrivingLicence::b},
    {"groot rijbewijs", DrivingLicence::c},
    {"vrachtwagenrijbewijs", DrivingLicence::c},
    {"busrijbewijs", DrivingLicence::d},
    {"motorrijbewijs", DrivingLicence::a},
    {"scooterrijbewijs", DrivingLicence::am},
    {"bromfietsrijbewijs", DrivingLicence::am},
    {"brommerrijbewijs", DrivingLicence::am},
    {"aanhangerrijbewijs", DrivingLicence::be},
    {"trekkerrijbewijs", DrivingLicence::t},
    {"tractorrijbewijs", DrivingLicence::t},
}));

constexpr auto heads = std::to_array<std::string_view>({"rijbewijs", "rijbewijzen", "rijbewijscategorie"});
constexpr auto english_heads = std::to_array<std::string_view>({"licence", "license", "licences", "licenses"});
constexpr auto drivers = std::to_array<std::string_view>({"driving", "driver's", "drivers", "driver"});
/// "heftruck rijbewijs" and "rijbewijs heftruck" are a certificate.
constexpr auto machines = std::to_array<std::string_view>({"heftruck*", "reachtruck*", "ept", "reach", "hoogwerker*"});
constexpr auto between = std::to_array<std::string_view>(
    {"en", "of", "and", "or", "categorie", "category", "code", "type", "cat", "minimaal", "ook"});
/// These are also words: as a licence they are written in capitals.
constexpr auto words_too = std::to_array<std::string_view>({"de", "am", "a", "be", "d", "t", "ce"});

constexpr std::size_t longest_category = 3;

constexpr int category_bp = 9700;
constexpr int name_bp = 9500;
constexpr int bare_bp = 7000;  // "Rijbewijs" alone is B to everybody.

std::optional<DrivingLicence> category_at(const Reading& reading, std::size_t i) {
  if (i >= reading.size() || reading.form(i).size() > longest_category) return std::nullopt;
  for (const auto& [category, name] : CodeNames<DrivingLicence>::names) {
    std::string lower(name);
    for (char& byte : lower) byte = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    if (reading.form(i) != lower) continue;
    if (is_one_of(lower, words_too) && !reading.in_capitals(i)) return std::nullopt;
    return category;
  }
  return std::nullopt;
}

void add(const Reading& reading, DrivingLicence category, std::size_t first, std::size_t last, int confidence_bp,
         Proposals& found) {
  add_demand(reading, {category, std::nullopt, confidence_bp, {}}, first, last, found);
}

/// Categories after the word: "rijbewijs B, C en CE". Answers the word after them.
std::size_t add_following(const Reading& reading, std::size_t head, std::size_t first, Proposals& found) {
  std::size_t last = head;
  for (std::size_t i = head; i < reading.sentence_end(first) && i < head + 12; ++i) {
    if (const auto category = category_at(reading, i)) {
      add(reading, *category, first, i + 1, category_bp, found);
      last = i + 1;
    } else if (!is_one_of(reading.form(i), between)) {
      break;
    }
  }
  return last;
}

/// Categories before it: "een B- of BE-rijbewijs", "B-rijbewijs". Answers whether there are any.
bool add_preceding(const Reading& reading, std::size_t head, std::size_t last, Proposals& found) {
  bool any = false;
  for (std::size_t i = head; i > reading.sentence_begin(head) && head - i < 6; --i) {
    const auto category = category_at(reading, i - 1);
    // "A driving licence" is one of any kind.
    const bool article = category == DrivingLicence::a && reading.gap(i) == Gap::none;
    if (category && !article && reading.in_capitals(i - 1)) {
      add(reading, *category, i - 1, last, category_bp, found);
      any = true;
    } else if (!(any && is_one_of(reading.form(i - 1), between))) {
      break;
    }
  }
  return any;
}

/// How many words name a licence without its category; 0 when none do.
std::size_t head_length(const Reading& reading, std::size_t i) {
  if (is_one_of(reading.form(i), heads)) return 1;
  const bool english = is_one_of(reading.form(i), drivers) && is_one_of(reading.form(i + 1), english_heads);
  return english && i + 1 < reading.sentence_end(i) ? 2 : 0;
}

}  // namespace

void find_licences(const Reading& reading, Proposals& found) {
  for (std::size_t i = 0; i < reading.size(); ++i) {
    if (const auto name = match(names, reading, i)) {
      add(reading, name->means, i, i + name->length, name_bp, found);
      i += name->length - 1;
      continue;
    }
    const std::size_t length = head_length(reading, i);
    if (length == 0) continue;
    const std::size_t head_end = i + length;
    const bool machine = (i > reading.sentence_begin(i) && is_one_of(reading.form(i - 1), machines)) ||
                         (head_end < reading.sentence_end(i) && is_one_of(reading.form(head_end), machines));
    if (machine) continue;
    const std::size_t last = add_following(reading, head_end, i, found);
    const bool preceded = last == head_end && add_preceding(reading, i, head_end, found);
    if (last == head_end && !preceded) add(reading, DrivingLicence::b, i, head_end, bare_bp, found);
    i = last - 1;
  }
}

}  // namespace passend::extract
