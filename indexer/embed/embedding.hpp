// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <span>
#include <vector>

namespace passend::embed {

/// The direction in which a model places a text: its vector, scaled so that the largest component is 127 or -127 and
/// rounded. Comparing is integer arithmetic and gives the same everywhere; a cosine is right within 0.003.
using Embedding = std::vector<std::int8_t>;
using EmbeddingView = std::span<const std::int8_t>;

/// Empty for a vector that has no direction: without components, all zero, or with one that is not finite.
Embedding rounded(std::span<const double> vector);

std::int64_t inner_product(EmbeddingView a, EmbeddingView b);

/// -10000 to 10000, 10000 for the same direction; from the product of two embeddings and that of each with itself.
std::int32_t cosine_bp(std::int64_t product, std::int64_t square_a, std::int64_t square_b);

}  // namespace passend::embed
