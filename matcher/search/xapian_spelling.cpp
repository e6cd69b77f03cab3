// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/xapian_spelling.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

#include "indexer/index/terms.hpp"
#include "indexer/text/near_words.hpp"

namespace passend::search {
namespace {

struct Misspelling {
  Span span;
  std::string word;
  const index::Field* field = nullptr;
};

bool is_held(const std::string& word, const index::Field* field, const Xapian::Database& database,
             index::Stemmer& stemmer) {
  const std::string_view prefix = field == nullptr ? std::string_view() : field->text_prefix;
  return database.term_exists(index::stem_term(prefix, stemmer.stem(word)));
}

/// The single words that are wanted; what is excluded may well be held by nothing.
void collect_words(const Query& query, std::vector<Misspelling>& found) {
  if (query.kind == QueryKind::word) found.push_back({query.span, query.words.front(), query.field});
  // The parts of one word ("heftruck-chauffeur") share their place in the text and are left as they are.
  const auto& parts = query.children;
  const bool is_one_word =
      parts.size() > 1 && parts[0].kind == QueryKind::word && parts[0].span.begin == parts[1].span.begin;
  if (!is_one_word) {
    for (const Query& child : parts) collect_words(child, found);
  }
  for (const Query& wish : query.wished) collect_words(wish, found);
}

/// Where the word itself stands: a part begins with - or ?, and with its field.
Span place_of_word(const Misspelling& one, const std::string& text) {
  Span span = one.span;
  const std::size_t colon = text.find(':', span.begin);
  if (one.field != nullptr && colon < span.end) span.begin = colon + 1;
  while (span.begin < span.end && (text[span.begin] == '?' || text[span.begin] == '-')) ++span.begin;
  return span;
}

/// Words of vacancies that begin with the same letter. Words are folded to lower case, so that terms with a prefix,
/// which is in capitals, are not among them.
WordList vacancy_words(const std::string& word, const Xapian::Database& vacancies) {
  constexpr std::size_t most_longer = 2;
  const std::string first(index::first_characters(word, 1));
  std::vector<std::string> words;
  for (auto term = vacancies.allterms_begin(first); term != vacancies.allterms_end(first); ++term) {
    const std::string held = *term;
    if (held.size() + most_longer >= word.size() && held.size() <= word.size() + most_longer) words.push_back(held);
  }
  return WordList(std::move(words));
}

std::optional<std::string> nearest(const Misspelling& wrong, index::Corpus corpus, const WordList& taxonomy_words,
                                   Reader& reader) {
  using Candidate = std::tuple<int, std::int64_t, std::string>;
  std::vector<Candidate> candidates;
  const WordList from_vacancies = vacancy_words(wrong.word, reader.vacancies);
  for (const WordList* list : {&taxonomy_words, &from_vacancies}) {
    list->visit_near(
        wrong.word, text::allowed_distance(wrong.word), Reach::whole_word, [&](WordNumber number, int edits) {
          const std::string word(list->word(number));
          const auto holders =
              static_cast<std::int64_t>(reader.vacancies.get_termfreq(index::stem_term("", reader.stemmer.stem(word))));
          candidates.emplace_back(edits, -holders, word);
        });
  }
  std::sort(candidates.begin(), candidates.end());
  for (const auto& [edits, holders, word] : candidates) {
    if (is_held(word, wrong.field, reader.database(corpus), reader.stemmer)) return word;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::string> corrected_query(const TypedQuery& query, const WordList& taxonomy_words, Reader& reader) {
  std::vector<Misspelling> words;
  collect_words(query.parsed, words);
  std::sort(words.begin(), words.end(),
            [](const Misspelling& a, const Misspelling& b) { return a.span.begin > b.span.begin; });
  std::string corrected = query.text;
  for (const Misspelling& one : words) {  // From the end on, so that the places before it stay.
    if (is_held(one.word, one.field, reader.database(query.corpus), reader.stemmer)) continue;
    const auto right = nearest(one, query.corpus, taxonomy_words, reader);
    if (!right) return std::nullopt;
    const Span place = place_of_word(one, query.text);
    corrected.replace(place.begin, place.end - place.begin, *right);
  }
  if (corrected == query.text) return std::nullopt;
  return corrected;
}

}  // namespace passend::search
