// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/index/document.hpp"
#include "indexer/index/stemmer.hpp"
#include "matcher/search/chips.hpp"
#include "matcher/search/highlight.hpp"
#include "matcher/search/query.hpp"

namespace {

using namespace passend;

std::size_t count_words(const search::Query& query) {
  std::size_t count = query.words.size();
  for (const auto* list : {&query.children, &query.excluded, &query.wished}) {
    for (const search::Query& child : *list) count += count_words(child);
  }
  return count;
}

/// The first line is the query, the rest a text to mark: any bytes are read within the limits or refused as invalid
/// input, and a fragment marks something.
void try_one(std::string_view query_text, std::string_view text) {
  index::Stemmer stemmer;
  const search::Query query = search::parse_query(query_text, index::Corpus::vacancies);
  if (count_words(query) > search::max_query_words) std::abort();
  for (const search::Chip& chip : search::chips_of(query, query_text)) {
    // A blank may stand where one letter between two phrases was.
    if (chip.begin >= chip.end || chip.without.size() > query_text.size()) std::abort();
  }
  const index::Field& field = index::field(index::Corpus::vacancies, "description");
  search::Highlighter highlighter(query, stemmer);
  for (const search::Fragment& fragment : highlighter.fragments({{&field, std::string(text)}})) {
    bool marked = false;
    for (const search::Run& run : fragment.runs) marked = marked || run.marked;
    if (!marked) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t line = std::min(input.find('\n'), input.size());
  try {
    try_one(input.substr(0, line), line == input.size() ? input : input.substr(line + 1));
  } catch (const Error& error) {
    if (error.code() != ErrorCode::invalid_input) std::abort();
  }
  return 0;
}
