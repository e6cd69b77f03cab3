// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/extract/proposal.hpp"
#include "indexer/extract/word_lists.hpp"
#include "indexer/text/words.hpp"

namespace passend::extract {

/// What stands between two words.
enum class Gap : std::uint8_t {
  none,    ///< Blanks, quotes, an apostrophe.
  hyphen,  ///< Directly joined: "HBO-opleiding".
  slash,   ///< "HBO/WO"
  dash,    ///< A hyphen or dash with blanks: "24 - 32".
  comma,
  colon,
  bracket,  ///< ( or )
  stop,     ///< The end of a sentence: . ! ? ; a bullet, a bar.
  line      ///< The end of a line.
};

/// What a part of a text is about, by the heading above it.
enum class Section : std::uint8_t {
  unmarked,
  demand,       ///< "Wij vragen"
  requirement,  ///< "Functie-eisen", "Must haves"
  wish,         ///< "Nice to have"
  duties,       ///< "Wat ga je doen"
  offer,        ///< "Wij bieden"
  employer,     ///< "Over ons"
  procedure,    ///< "Solliciteren"
  languages,    ///< "Talen", in a CV above all.
  schooling,    ///< "Opleidingen" of a CV.
  past_work     ///< "Werkervaring" of a CV.
};

/// A word that says how much something is asked, and of what: of what comes after it or of what went before.
struct Cue {
  std::size_t first = 0;  ///< Words [first, last).
  std::size_t last = 0;
  Importance importance = Importance::important;
  bool of_what_follows = true;
};

/// A text as words, sentences and sections, read once for all kinds of facts.
class Reading {
 public:
  /// The text has to outlive the object. Any bytes are a text.
  Reading(std::string_view text, TextKind kind);

  TextKind kind() const { return kind_; }
  std::size_t size() const { return words_.size(); }
  /// The word in normalised form; empty beyond the ends.
  std::string_view form(std::size_t i) const { return i < words_.size() ? std::string_view(words_[i].form) : ""; }
  std::string_view raw(std::size_t i) const { return text_.substr(words_[i].begin, words_[i].end - words_[i].begin); }
  /// Whether the word is written in capitals (and digits) only.
  bool in_capitals(std::size_t i) const;
  /// What stands before the word; `line` before the first one.
  Gap gap(std::size_t i) const { return i < gaps_.size() ? gaps_[i] : Gap::line; }

  /// Whether a bracket opens before the word.
  bool opens_bracket(std::size_t i) const;

  /// Whether a bullet stands before the word, on its line.
  bool is_list_item(std::size_t i) const;

  /// Whether the line of the word begins with a colon: what stands before is a heading that lost its place.
  bool colon_opens_line(std::size_t i) const;

  /// Whether a full stop stands on the line behind the word before `last`.
  bool ends_with_a_point(std::size_t last) const;

  /// The sentence of a word: words [begin, end).
  std::size_t sentence_begin(std::size_t i) const { return sentence_begins_[i]; }
  std::size_t sentence_end(std::size_t i) const { return sentence_ends_[i]; }
  Section section(std::size_t i) const { return sections_[i]; }
  /// Offered, told of the employer or of applying: whatever stands there is not demanded.
  bool demands_nothing(std::size_t i) const;

  /// How much the words [first, last) are asked: by a cue in their sentence, else by their section, else absent.
  std::optional<Importance> importance(std::size_t first, std::size_t last) const;
  /// By a cue alone.
  std::optional<Importance> cued_importance(std::size_t first, std::size_t last) const;

  Span span(std::size_t first, std::size_t last) const { return {words_[first].begin, words_[last - 1].end}; }
  std::string_view text(Span span) const { return text_.substr(span.begin, span.end - span.begin); }

  /// Whether any word of [first, last) stands in a list (word_lists.hpp).
  template <std::size_t n>
  bool has(std::size_t first, std::size_t last, const std::array<std::string_view, n>& list) const {
    for (std::size_t i = first; i < last && i < size(); ++i) {
      if (is_one_of(form(i), list)) return true;
    }
    return false;
  }

 private:
  /// What stands on the line of the word, or since the word before it.
  std::string_view opening_of_line(std::size_t i) const;
  bool follows_a_point(std::size_t begin) const;
  void find_gaps();
  void find_sentences();
  void find_cues();
  void find_sections();
  std::vector<Cue>::const_iterator first_cue_from(std::size_t word) const;
  bool is_negated(std::size_t first) const;
  const Cue* cue_after(std::size_t first, std::size_t last) const;
  const Cue* cue_before(std::size_t first) const;

  std::string_view text_;
  TextKind kind_;
  std::vector<text::Word> words_;
  std::vector<Gap> gaps_;
  std::vector<std::size_t> sentence_begins_;  ///< Per word.
  std::vector<std::size_t> sentence_ends_;
  std::vector<Section> sections_;
  std::vector<Cue> cues_;  ///< By place.
};

}  // namespace passend::extract
