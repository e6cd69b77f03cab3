// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <xapian.h>

#include <vector>

#include "indexer/index/fields.hpp"
#include "indexer/index/stemmer.hpp"
#include "matcher/search/query.hpp"
#include "matcher/search/search.hpp"

namespace passend::search {

inline constexpr std::size_t max_filter_values = 5'000;  ///< A radius can be all four-digit postcodes of the country.

/// The words of a query as Xapian terms. The database gives the words that a wildcard stands for; throws invalid_input
/// when they are too many.
Xapian::Query words_to_xapian(const Query& query, index::Corpus corpus, const Xapian::Database& database,
                              index::Stemmer& stemmer);

/// Filters as boolean terms, all of them wanted. Throws invalid_input for an unknown field and for too many values.
Xapian::Query filters_to_xapian(const std::vector<Filter>& filters, index::Corpus corpus);

/// Documents with one of the ids.
Xapian::Query one_of(const std::vector<Id128>& ids);

/// What `words` finds, and before it all the record whose id is what was typed, or the vacancy with that reference.
Xapian::Query with_exact_hits(const Xapian::Query& words, const std::string& typed, index::Corpus corpus);

/// The query with the same documents, each of which weighs so much.
Xapian::Query weighing(const Xapian::Query& documents, double weight);

/// The field of a filter or facet. Throws invalid_input with the names that exist.
const index::Field& filter_field(index::Corpus corpus, const std::string& name);
const index::Field& facet_field(index::Corpus corpus, const std::string& name);

}  // namespace passend::search
