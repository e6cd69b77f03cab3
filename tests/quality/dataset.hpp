// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace passend::quality {

/// Something to find, in the form of MELO: a label, or a national name that is asked for.
struct Element {
  std::string id;
  std::string text;
};

struct Query {
  Element element;
  std::vector<std::size_t> relevant;  ///< Places in `labels`, sorted; empty when no judged label is in the corpus.
  std::size_t fold = 0;
};

struct Dataset {
  std::string name;
  std::vector<Element> labels;
  std::vector<std::size_t> owners;    ///< Which concept each label belongs to.
  std::vector<std::string> concepts;  ///< Their URIs; without concept_mapping.tsv the id up to its last underscore.
  std::vector<Query> queries;
};

constexpr std::size_t fold_count = 5;

/// Reads queries.tsv and corpus_elements.tsv (id, tab, text), annotations.tsv (query, 0, element, relevance; relevant
/// above 0) and concept_mapping.tsv (element, tab, URI) when it is there. Deals the queries into folds by concept:
/// those that share a relevant concept, directly or through others, are in one fold; groups are taken in the order of a
/// hash with a fixed seed, each to the fold with the fewest queries. Throws file_missing or malformed_document.
Dataset read_dataset(const std::filesystem::path& directory);

}  // namespace passend::quality
