// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>

#include "matcher/search/query.hpp"
#include "matcher/search/word_list.hpp"
#include "matcher/search/xapian_readers.hpp"

namespace passend::search {

struct TypedQuery {
  const std::string& text;
  const Query& parsed;
  index::Corpus corpus;
};

/// The text with every single word that no document of the corpus holds replaced by the nearest word that one does,
/// among equals the one that most vacancies hold; absent when nothing is misspelled or a word cannot be put right. The
/// words are those of the taxonomy and of vacancies: what people write is never offered to others.
std::optional<std::string> corrected_query(const TypedQuery& query, const WordList& taxonomy_words, Reader& reader);

}  // namespace passend::search
