// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/highlight.hpp"

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "indexer/text/words.hpp"

namespace passend::search {
namespace {

constexpr const char* cut_mark = "…";

std::size_t count_bits(std::uint64_t bits) {
  return static_cast<std::size_t>(__builtin_popcountll(bits));
}

/// Joins runs of the same kind as it goes.
class RunList {
 public:
  void add(std::string_view text, bool marked) {
    if (text.empty()) return;
    if (!runs_.empty() && runs_.back().marked == marked) {
      runs_.back().text.append(text);
    } else {
      runs_.push_back({std::string(text), marked});
    }
  }
  std::vector<Run> take() { return std::move(runs_); }

 private:
  std::vector<Run> runs_;
};

}  // namespace

/// A text with what each of its words answers.
struct Highlighter::Reading {
  const index::FieldText* text = nullptr;
  std::vector<text::Word> words;
  std::vector<std::uint64_t> answers;  ///< Per word: bit i for wanted_[i].
  std::size_t first = 0;               ///< The part to show, in words: [first, last).
  std::size_t last = 0;
  std::size_t variety = 0;  ///< How many of the wanted things the part answers.

  void choose_part();
  std::vector<Run> runs() const;
};

/// The part of at most max_fragment_words that answers most, counting different things before repeated ones.
void Highlighter::Reading::choose_part() {
  std::pair<std::size_t, std::size_t> best{0, 0};
  for (std::size_t start = 0; start < words.size(); ++start) {
    if (answers[start] == 0) continue;
    const std::size_t end = std::min(words.size(), start + max_fragment_words * 2 / 3);
    std::uint64_t seen = 0;
    std::size_t hits = 0;
    for (std::size_t i = start; i < end; ++i) {
      seen |= answers[i];
      if (answers[i] != 0) ++hits;
    }
    const std::pair<std::size_t, std::size_t> value{count_bits(seen), hits};
    if (value <= best) continue;
    best = value;
    // A third of the part before the first answer, for context, and never less than fits at the end.
    first = start < max_fragment_words / 3 ? 0 : start - max_fragment_words / 3;
    last = std::min(words.size(), first + max_fragment_words);
  }
  variety = best.first;
}

std::vector<Run> Highlighter::Reading::runs() const {
  const std::string_view whole = text->text;
  const std::size_t begin = first == 0 ? 0 : words[first].begin;
  const std::size_t end = last == words.size() ? whole.size() : words[last - 1].end;
  RunList runs;
  if (begin != 0) runs.add(cut_mark, false);
  std::size_t at = begin;
  for (std::size_t i = first; i < last; ++i) {
    const bool marked = answers[i] != 0;
    if (!marked) continue;
    // Words of one phrase are marked together with the blank between them.
    const bool joins = i > first && (answers[i] & answers[i - 1]) != 0;
    runs.add(whole.substr(at, words[i].begin - at), joins);
    runs.add(whole.substr(words[i].begin, words[i].end - words[i].begin), true);
    at = words[i].end;
  }
  runs.add(whole.substr(at, end - at), false);
  if (end != whole.size()) runs.add(cut_mark, false);
  return runs.take();
}

Highlighter::Highlighter(const Query& query, index::Stemmer& stemmer) : stemmer_(stemmer) {
  collect(query);
}

void Highlighter::collect(const Query& query) {
  for (const auto* parts : {&query.children, &query.wished}) {
    for (const Query& part : *parts) collect(part);
  }
  if (query.words.empty()) return;
  Wanted wanted{query.kind, query.field, query.words, {}, {}};
  if (query.kind == QueryKind::word) {
    wanted.stem = stemmer_.stem(query.words.front());
    wanted.parts = stemmer_.parts(query.words.front()).direct;
  }
  wanted_.push_back(std::move(wanted));
}

/// As it was found: the word, its stem, a compound with it as a part, or a part of it.
bool Highlighter::is_answer(const Wanted& wanted, const std::string& form) {
  const std::string stem = stemmer_.stem(form);
  if (form == wanted.words.front() || stem == wanted.stem) return true;
  const auto holds = [](const std::vector<std::string>& stems, const std::string& one) {
    return std::find(stems.begin(), stems.end(), one) != stems.end();
  };
  return holds(wanted.parts, stem) || (wanted.field == nullptr && holds(stemmer_.parts(form).all, wanted.stem));
}

/// How many words, from `word` on, answer what is wanted; 0: none.
std::size_t Highlighter::length_of_answer(const Wanted& wanted, const Reading& reading, std::size_t word) {
  if (wanted.field != nullptr && wanted.field != reading.text->field) return 0;
  const std::string& form = reading.words[word].form;
  switch (wanted.kind) {
    case QueryKind::word:
      return is_answer(wanted, form) ? 1 : 0;
    case QueryKind::prefix:
      return form.starts_with(wanted.words.front()) ? 1 : 0;
    case QueryKind::phrase:
      break;
    case QueryKind::everything:
    case QueryKind::all_of:
    case QueryKind::any_of:
      return 0;
  }
  const std::size_t length = wanted.words.size();
  if (word + length > reading.words.size()) return 0;
  for (std::size_t i = 0; i < length; ++i) {
    if (reading.words[word + i].form != wanted.words[i]) return 0;
  }
  return length;
}

Highlighter::Reading Highlighter::read(const index::FieldText& text) {
  Reading reading;
  reading.text = &text;
  reading.words = text::words(text.text);
  reading.answers.assign(reading.words.size(), 0);
  for (std::size_t word = 0; word < reading.words.size(); ++word) {
    for (std::size_t i = 0; i < wanted_.size(); ++i) {
      const std::size_t length = length_of_answer(wanted_[i], reading, word);
      for (std::size_t k = 0; k < length; ++k) reading.answers[word + k] |= std::uint64_t{1} << i;
    }
  }
  reading.choose_part();
  return reading;
}

std::vector<Fragment> Highlighter::fragments(const std::vector<index::FieldText>& texts) {
  std::vector<Reading> best;
  if (wanted_.empty()) return {};
  for (const index::FieldText& text : texts) {
    Reading reading = read(text);
    if (reading.variety == 0) continue;
    const auto same_field = [&](const Reading& other) { return other.text->field == text.field; };
    const auto known = std::find_if(best.begin(), best.end(), same_field);
    if (known == best.end()) {
      best.push_back(std::move(reading));
    } else if (reading.variety > known->variety) {
      *known = std::move(reading);
    }
  }
  if (best.size() > max_fragments) best.resize(max_fragments);
  std::vector<Fragment> result;
  for (const Reading& reading : best) result.push_back({std::string(reading.text->field->name), reading.runs()});
  return result;
}

}  // namespace passend::search
