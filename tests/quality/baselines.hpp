// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/quality/dataset.hpp"
#include "tests/quality/measures.hpp"

namespace passend::quality {

/// A system that ranks labels for a text.
using Ranker = std::function<Ranking(std::string_view)>;

/// Cosine of term vectors, each weighted by frequency times smoothed inverse document frequency ln((1 + n) / (1 + df))
/// + 1 (the habit of the usual libraries): words of two letters and more.
Ranker word_tf_idf(const Dataset& dataset);

/// The same over sequences of 2 to 5 characters inside words with a blank on both sides.
Ranker character_tf_idf(const Dataset& dataset);

/// Plain Xapian: words as terms, BM25 with its standard parameters, terms joined by OR.
Ranker bm25(const Dataset& dataset);

}  // namespace passend::quality
