// SPDX-License-Identifier: EUPL-1.2
#include "indexer/embed/embedding.hpp"

#include <algorithm>
#include <cmath>

namespace passend::embed {

Embedding rounded(std::span<const double> vector) {
  double largest = 0;
  for (const double component : vector) {
    if (!std::isfinite(component)) return {};
    largest = std::max(largest, std::abs(component));
  }
  Embedding embedding;
  if (largest == 0) return embedding;
  embedding.reserve(vector.size());
  for (const double component : vector) {
    embedding.push_back(static_cast<std::int8_t>(std::lround(component / largest * 127)));
  }
  return embedding;
}

std::int64_t inner_product(EmbeddingView a, EmbeddingView b) {
  // No sum of 130,000 products of bytes leaves 32 bits.
  std::int32_t sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += std::int32_t{a[i]} * b[i];
  return sum;
}

std::int32_t cosine_bp(std::int64_t product, std::int64_t square_a, std::int64_t square_b) {
  const double lengths = std::sqrt(static_cast<double>(square_a) * static_cast<double>(square_b));
  return static_cast<std::int32_t>(std::lround(static_cast<double>(product) / lengths * 10000));
}

}  // namespace passend::embed
