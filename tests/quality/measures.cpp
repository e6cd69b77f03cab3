// SPDX-License-Identifier: EUPL-1.2
#include "tests/quality/measures.hpp"

#include <algorithm>

namespace passend::quality {
namespace {

/// A run of equal scores: `before` labels stand above, of which `hits_before` are relevant.
struct Tie {
  std::size_t before = 0;
  std::size_t hits_before = 0;
  std::size_t size = 0;
  std::size_t hits = 0;
};

/// E[1 / rank of the first hit], when none stands above.
double expected_reciprocal_rank(const Tie& tie) {
  double expected = 0;
  double none_yet = 1;
  for (std::size_t k = 0; k + tie.hits <= tie.size; ++k) {
    const double here = static_cast<double>(tie.hits) / static_cast<double>(tie.size - k);
    expected += none_yet * here / static_cast<double>(tie.before + k + 1);
    none_yet *= 1 - here;
  }
  return expected;
}

/// E[sum of precision at each hit]: at place k of the tie stands a hit with chance hits/size, and of the k places above
/// it in the tie each holds another hit with chance (hits - 1)/(size - 1) (McSherry and Najork, 2008).
double expected_precision_sum(const Tie& tie) {
  double expected = 0;
  const double chance = static_cast<double>(tie.hits) / static_cast<double>(tie.size);
  const double other = tie.size > 1 ? static_cast<double>(tie.hits - 1) / static_cast<double>(tie.size - 1) : 0;
  for (std::size_t k = 0; k < tie.size; ++k) {
    const double hits = static_cast<double>(tie.hits_before) + 1 + static_cast<double>(k) * other;
    expected += chance * hits / static_cast<double>(tie.before + k + 1);
  }
  return expected;
}

}  // namespace

Measures& Measures::operator+=(const Measures& other) {
  reciprocal_rank += other.reciprocal_rank;
  average_precision += other.average_precision;
  success_at_1 += other.success_at_1;
  recall_at_10 += other.recall_at_10;
  return *this;
}

Measures Measures::operator/(double count) const {
  return {reciprocal_rank / count, average_precision / count, success_at_1 / count, recall_at_10 / count};
}

Measures measure(const Ranking& ranking, const std::vector<std::size_t>& relevant) {
  Measures result;
  if (relevant.empty()) return result;
  Tie tie;
  for (std::size_t begin = 0; begin < ranking.size(); begin += tie.size) {
    tie = {.before = begin, .hits_before = tie.hits_before + tie.hits};
    while (begin + tie.size < ranking.size() && ranking[begin + tie.size].score == ranking[begin].score) {
      tie.hits += std::binary_search(relevant.begin(), relevant.end(), ranking[begin + tie.size].label) ? 1 : 0;
      ++tie.size;
    }
    if (tie.hits == 0) continue;
    if (tie.hits_before == 0) result.reciprocal_rank = expected_reciprocal_rank(tie);
    result.average_precision += expected_precision_sum(tie);
    const double share = static_cast<double>(tie.hits) / static_cast<double>(tie.size);
    if (begin == 0) result.success_at_1 = share;
    const std::size_t in_ten = begin >= 10 ? 0 : std::min<std::size_t>(10 - begin, tie.size);
    result.recall_at_10 += share * static_cast<double>(in_ten);
  }
  result.average_precision /= static_cast<double>(relevant.size());
  result.recall_at_10 /= static_cast<double>(relevant.size());
  return result;
}

}  // namespace passend::quality
