// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <xapian.h>

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/index/fields.hpp"
#include "matcher/search/search.hpp"

namespace passend::search {

/// Counts the values of one facet over all documents that match. A document counts once for each of its values.
class FacetCounter : public Xapian::MatchSpy {
 public:
  explicit FacetCounter(const index::Field& field) : slot_(static_cast<Xapian::valueno>(field.facet_slot)) {}

  void operator()(const Xapian::Document& document, double weight) override;

  /// By falling count, then by value.
  std::vector<FacetValue> values() const;

 private:
  Xapian::valueno slot_;
  std::unordered_map<std::string, std::uint64_t>
      counts_;  ///< Of whole slots: few differ, so they are cut up at the end.
};

}  // namespace passend::search
