// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <xapian.h>

#include <array>
#include <cstdint>
#include <mutex>
#include <string>
#include <vector>

#include "matcher/search/search.hpp"
#include "matcher/search/xapian_facets.hpp"

namespace passend::search {

/// By document number: the place that a document has in an order.
using Ranks = std::vector<std::uint32_t>;

/// The orders in which results can stand, of one commit of an index. Xapian reads and copies the value of an order for
/// every match; a rank is four bytes in memory. Thread-safe.
class OrderColumns {
 public:
  /// By the values of a slot, ascending; read when it is first asked for. `database` is at the commit of this object.
  const Ranks& ranks(const Xapian::Database& database, Xapian::valueno slot) const;

 private:
  mutable std::mutex mutex_;
  mutable std::array<Ranks, 4> by_slot_;  ///< index::id_slot, newest_slot, closing_slot.
};

/// Sorts by rank.
class ByRank : public Xapian::KeyMaker {
 public:
  explicit ByRank(const Ranks& ranks) : ranks_(ranks) {}
  std::string operator()(const Xapian::Document& document) const override;

 private:
  const Ranks& ranks_;
};

/// Sorts by how far a document is away, then by id.
class ByDistance : public Xapian::KeyMaker {
 public:
  /// `postcodes` is the column of the field pc4.
  ByDistance(const Request& request, const FacetColumns::Column& postcodes, const Ranks& by_id);
  std::string operator()(const Xapian::Document& document) const override;

 private:
  const FacetColumns::Column& postcodes_;
  std::vector<std::uint32_t> metres_;  ///< By slot of the column.
  const Ranks& by_id_;
};

}  // namespace passend::search
