// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <xapian.h>

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/index/fields.hpp"
#include "matcher/search/search.hpp"

namespace passend::search {

/// The values of the facets of one commit of an index, by document: reading them out of the index for every match costs
/// more than the search itself.
class FacetColumns {
 public:
  FacetColumns(const Xapian::Database& database, index::Corpus corpus);

  /// Few slots differ, so that a document has the number of one and the values are cut up at the end.
  struct Column {
    std::vector<std::uint32_t> slot_of_document;  ///< By document number.
    std::vector<std::string> slots;               ///< The first one is that of documents without a value.
  };
  const Column& column(const index::Field& field) const { return columns_[static_cast<std::size_t>(field.facet_slot)]; }

 private:
  std::vector<Column> columns_;  ///< By slot.
};

/// Counts the values of facets over all documents that match. A document counts once for each of its values.
class FacetCounter : public Xapian::MatchSpy {
 public:
  /// `columns` must outlive it.
  FacetCounter(const FacetColumns& columns, const std::vector<const index::Field*>& fields);

  void operator()(const Xapian::Document& document, double weight) override;

  /// Of the n-th field.
  Facet facet(std::size_t n) const;

 private:
  struct Count {
    const FacetColumns::Column* column = nullptr;
    std::vector<std::uint64_t> of_slot;
  };
  std::vector<Count> counts_;
};

}  // namespace passend::search
