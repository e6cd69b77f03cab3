// SPDX-License-Identifier: EUPL-1.2
#include "indexer/extract/reading.hpp"

#include <algorithm>

namespace passend::extract {
namespace {

/// After these a full stop ends nothing.
constexpr auto abbreviations = std::to_array<std::string_view>(
    {"bijv", "bv",  "evt", "incl", "excl", "min", "max", "ca",  "resp", "nl", "mbt", "obv",
     "ivm",  "etc", "dhr", "mevr", "tel",  "afd", "nr",  "vgl", "eg",   "ie", "eur", "ong"});

/// Longer ones are cut, so that work on a text without full stops grows with its length alone.
constexpr std::size_t longest_sentence = 150;

bool is_capital(char byte) {
  return byte >= 'A' && byte <= 'Z';
}

/// What a stretch of text between two words parts. The widest wins.
Gap gap_of(std::string_view between, bool may_end_a_sentence) {
  constexpr std::string_view dashes[]{"\xE2\x80\x93", "\xE2\x80\x94"};
  constexpr std::string_view stops[]{"\xE2\x80\xA2", "\xC2\xB7", "\xE2\x80\xA6", "\xE2\x97\x8F", "\xE2\x96\xAA"};
  const auto contains = [&](std::string_view what) { return between.find(what) != std::string_view::npos; };
  if (contains("\n") || contains("\r")) return Gap::line;
  if (std::any_of(std::begin(stops), std::end(stops), contains) || between.find_first_of("!?;|*") != between.npos)
    return Gap::stop;
  if (contains(".") && may_end_a_sentence) return Gap::stop;
  if (between.find_first_of("()[]") != between.npos) return Gap::bracket;
  if (contains(":")) return Gap::colon;
  if (contains(",")) return Gap::comma;
  if (contains("/") || contains("\\")) return Gap::slash;
  if (between == "-") return Gap::hyphen;
  if (contains("-") || std::any_of(std::begin(dashes), std::end(dashes), contains)) return Gap::dash;
  return Gap::none;
}

}  // namespace

Reading::Reading(std::string_view text, TextKind kind) : text_(text), kind_(kind), words_(text::words(text)) {
  find_gaps();
  find_sentences();
  find_sections();
  find_cues();
}

void Reading::find_gaps() {
  gaps_.reserve(words_.size());
  for (std::size_t i = 0; i < words_.size(); ++i) {
    if (i == 0) {
      gaps_.push_back(Gap::line);
      continue;
    }
    const std::string_view between = text_.substr(words_[i - 1].end, words_[i].begin - words_[i - 1].end);
    const std::string& before = words_[i - 1].form;
    // "o.b.v. 32 uur" and "max. 32" go on; "Hilversum.Wij" does not.
    const bool letter = before.size() == 1 && before[0] >= 'a' && before[0] <= 'z';
    const bool initial = letter && (!is_capital(text_[words_[i - 1].begin]) || follows_a_point(words_[i - 1].begin));
    const bool abbreviated = initial || is_one_of(before, abbreviations);
    const bool joined = between == ".";
    gaps_.push_back(gap_of(between, !abbreviated && (!joined || is_capital(text_[words_[i].begin]))));
  }
}

void Reading::find_sentences() {
  sentence_begins_.resize(words_.size());
  sentence_ends_.resize(words_.size());
  std::size_t begin = 0;
  for (std::size_t i = 1; i <= words_.size(); ++i) {
    if (i < words_.size() && gaps_[i] < Gap::stop && i - begin < longest_sentence) continue;
    for (std::size_t j = begin; j < i; ++j) {
      sentence_begins_[j] = begin;
      sentence_ends_[j] = i;
    }
    begin = i;
  }
}

bool Reading::follows_a_point(std::size_t begin) const {
  return begin > 0 && text_[begin - 1] == '.';
}

bool Reading::ends_with_a_point(std::size_t last) const {
  const std::size_t end = words_[last - 1].end;
  return text_.substr(end, text_.find_first_of("\r\n", end) - end).find('.') != std::string_view::npos;
}

bool Reading::in_capitals(std::size_t i) const {
  const std::string_view word = raw(i);
  return std::any_of(word.begin(), word.end(), is_capital) &&
         std::none_of(word.begin(), word.end(), [](char byte) { return byte >= 'a' && byte <= 'z'; });
}

bool Reading::opens_bracket(std::size_t i) const {
  if (gap(i) != Gap::bracket) return false;
  return text_.substr(words_[i - 1].end, words_[i].begin - words_[i - 1].end).find_first_of("([") !=
         std::string_view::npos;
}

std::string_view Reading::opening_of_line(std::size_t i) const {
  if (i >= words_.size()) return {};
  const std::size_t begin = i == 0 ? 0 : words_[i - 1].end;
  std::string_view before = text_.substr(begin, words_[i].begin - begin);
  const std::size_t line = before.find_last_of("\r\n");
  if (line != std::string_view::npos) before.remove_prefix(line + 1);
  return before;
}

bool Reading::colon_opens_line(std::size_t i) const {
  return gap(i) == Gap::line && opening_of_line(i).starts_with(':');
}

bool Reading::is_list_item(std::size_t i) const {
  const std::string_view before = opening_of_line(i);
  return before.find("\xE2\x80\xA2") != std::string_view::npos || before.find_first_of("*-") != std::string_view::npos;
}

bool Reading::demands_nothing(std::size_t i) const {
  return sections_[i] == Section::offer || sections_[i] == Section::employer || sections_[i] == Section::procedure;
}

}  // namespace passend::extract
