// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace passend::quality {

/// A label that a system has scored for a query.
struct Scored {
  std::size_t label = 0;
  std::int64_t score = 0;  ///< Equal scores are a tie.
};

/// Best first; the order within a tie does not matter to any measure.
using Ranking = std::vector<Scored>;

/// Expected values over the orders in which ties may stand. A query without a scored relevant label counts 0.
struct Measures {
  double reciprocal_rank = 0;    ///< 1 / rank of the first relevant label.
  double average_precision = 0;  ///< Over all relevant labels; one that is not scored counts 0.
  double success_at_1 = 0;       ///< Chance that the first label is relevant.
  double recall_at_10 = 0;       ///< Share of the relevant labels among the first ten.

  Measures& operator+=(const Measures& other);
  Measures operator/(double count) const;
};

/// The one place where ranks are counted. `relevant` is sorted.
Measures measure(const Ranking& ranking, const std::vector<std::size_t>& relevant);

}  // namespace passend::quality
