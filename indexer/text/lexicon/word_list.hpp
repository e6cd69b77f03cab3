// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace passend::lexicon {

/// The words of a language as a spelling list has them, in normalised form (text::normalise): one line, one word.
/// A line with a blank, a digit, a hyphen or a full stop is left out.
class WordList {
 public:
  /// Throws file_missing with what to install.
  explicit WordList(const std::string& path);

  bool has(std::string_view word) const { return words_.contains(std::string(word)); }
  /// Written with a capital in the list, and also or only so.
  bool has_capital(std::string_view word) const;
  bool has_small(std::string_view word) const;

  void add(const std::string& word);

  /// In alphabetical order of bytes.
  std::vector<std::string> sorted() const;

 private:
  struct Cases {
    bool small = false;
    bool capital = false;
  };
  std::unordered_map<std::string, Cases> words_;
};

/// What the project itself says of words, beside the list: a file with lines "= word" (never split, nor its
/// inflections), "+ word" (a noun that the list lacks), "- word" (no part of others), "- word-" (none before others),
/// "- -word" (none at the end of others), "< form base" (an irregular form) and "# remark".
struct OwnWords {
  std::unordered_set<std::string> whole;
  std::unordered_set<std::string> nouns;
  std::unordered_set<std::string> no_part;
  std::unordered_map<std::string, std::string> irregular;
};

/// Throws file_missing, malformed_document with the line.
OwnWords read_own_words(const std::string& path);

}  // namespace passend::lexicon
