// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/shared_features.hpp"

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

namespace passend::taxonomy {
namespace {

struct Share {
  std::uint32_t other = 0;
  std::uint32_t weight = 0;
};

/// Rows of a sparse matrix: what belongs to each index.
class Rows {
 public:
  template <class Row, class Other>
  Rows(const std::vector<Feature>& features, std::size_t size, Row row, Other other) : begins_(size + 1, 0) {
    for (const Feature& feature : features) ++begins_[row(feature) + 1];
    for (std::size_t i = 0; i < size; ++i) begins_[i + 1] += begins_[i];
    shares_.resize(features.size());
    std::vector<std::size_t> next(begins_.begin(), begins_.end() - 1);
    for (const Feature& feature : features) shares_[next[row(feature)]++] = {other(feature), feature.weight};
  }

  std::span<const Share> operator[](std::size_t index) const {
    return std::span(shares_).subspan(begins_[index], begins_[index + 1] - begins_[index]);
  }

 private:
  std::vector<std::size_t> begins_;
  std::vector<Share> shares_;
};

std::vector<Feature> without_doubles(std::vector<Feature> features) {
  std::sort(features.begin(), features.end(), [](const Feature& left, const Feature& right) {
    return std::tuple(left.holder, left.thing, right.weight) < std::tuple(right.holder, right.thing, left.weight);
  });
  const auto is_same = [](const Feature& left, const Feature& right) {
    return left.holder == right.holder && left.thing == right.thing;
  };
  features.erase(std::unique(features.begin(), features.end(), is_same), features.end());
  return features;
}

struct Sum {
  std::uint64_t overlap = 0;
  std::uint64_t count = 0;
};

}  // namespace

void for_each_shared(const std::vector<Feature>& given, std::size_t size,
                     const std::function<void(const SharedFeatures&)>& visit) {
  const std::vector<Feature> features = without_doubles(given);
  const Rows things(
      features, size, [](const Feature& row) { return row.holder; }, [](const Feature& row) { return row.thing; });
  const Rows holders(
      features, size, [](const Feature& row) { return row.thing; }, [](const Feature& row) { return row.holder; });
  std::vector<std::uint64_t> total(size, 0);
  for (const Feature& feature : features) total[feature.holder] += feature.weight;
  std::vector<Sum> sums(size);
  std::vector<std::uint32_t> met;
  for (std::uint32_t a = 0; a < size; ++a) {
    for (const Share& thing : things[a]) {
      const auto others = holders[thing.other];
      if (others.size() > most_holders) continue;
      for (const Share& share : others) {
        if (share.other <= a) continue;
        Sum& sum = sums[share.other];
        if (sum.count++ == 0) met.push_back(share.other);
        sum.overlap += std::min(thing.weight, share.weight);
      }
    }
    for (const std::uint32_t b : met) {
      const Sum sum = std::exchange(sums[b], {});
      visit({a, b, sum.overlap, std::max<std::uint64_t>(1, total[a] + total[b] - sum.overlap), sum.count});
    }
    met.clear();
  }
}

}  // namespace passend::taxonomy
