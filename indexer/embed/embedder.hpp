// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/embed/embedding.hpp"

namespace passend::embed {

/// Turns texts into embeddings by a model that runs elsewhere. Safe for any number of threads.
class Embedder {
 public:
  virtual ~Embedder() = default;

  /// Names the model; embeddings of two models cannot be compared.
  virtual std::string_view model() const = 0;
  /// One for each text, in their order, all of the same number of components. Throws embeddings_unavailable with what
  /// failed, where, and how to mend it; never with the texts.
  virtual std::vector<Embedding> embed(std::span<const std::string> texts) = 0;
};

}  // namespace passend::embed
