// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/empty_help.hpp"

#include <algorithm>

#include "matcher/search/query.hpp"

namespace passend::search {
namespace {

std::uint64_t count(const Searcher& searcher, index::Corpus corpus, Request request) {
  request.facets.clear();
  request.order = Order::relevance;
  request.page = 1;
  request.page_size = 1;
  return searcher.search(corpus, request).total;
}

}  // namespace

EmptyHelp help_with_nothing(const Searcher& searcher, index::Corpus corpus, const Request& request,
                            const WordList& taxonomy_words) {
  EmptyHelp help;
  std::size_t tried = 0;
  const auto chips = chips_of(parse_query(request.query, corpus), request.query);
  for (std::size_t i = 0; i < chips.size() && tried < max_drops; ++i, ++tried) {
    Request without = request;
    without.query = chips[i].without;
    if (const auto total = count(searcher, corpus, without)) help.drops.push_back({i, std::nullopt, total});
  }
  for (std::size_t i = 0; i < request.filters.size() && tried < max_drops; ++i, ++tried) {
    Request without = request;
    without.filters.erase(without.filters.begin() + static_cast<std::ptrdiff_t>(i));
    if (const auto total = count(searcher, corpus, without)) help.drops.push_back({std::nullopt, i, total});
  }
  std::stable_sort(help.drops.begin(), help.drops.end(),
                   [](const Drop& a, const Drop& b) { return a.total > b.total; });
  if (const auto better = searcher.did_you_mean(request.query, corpus, taxonomy_words)) {
    Request corrected = request;
    corrected.query = *better;
    if (const auto total = count(searcher, corpus, corrected)) help.did_you_mean = {*better, total};
  }
  return help;
}

}  // namespace passend::search
