// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <map>
#include <string_view>
#include <vector>

#include "indexer/base/progress.hpp"
#include "indexer/embed/embedder.hpp"
#include "indexer/taxonomy/taxonomy.hpp"

namespace passend::embed {

struct LabelReport {
  std::size_t labels = 0;      ///< Each text once.
  std::size_t computed = 0;    ///< The others stood in the file.
  std::size_t components = 0;  ///< Of a vector.
};

/// Has the Dutch labels of occupations and competences embedded (of a concept without one, the label that is shown) and
/// keeps them in `file`. What stands there already is not asked again, so that an interrupted run goes on and a new
/// release costs its new labels only. Throws embeddings_unavailable; what came before the failure is kept.
LabelReport embed_labels(const taxonomy::Taxonomy& taxonomy, Embedder& embedder, const std::filesystem::path& file,
                         const ProgressSink& progress);

/// A concept that lies near a text.
struct Near {
  taxonomy::ConceptIndex target = 0;
  std::string_view label;        ///< The nearest one; lives as long as the taxonomy.
  std::int32_t likeness_bp = 0;  ///< Above 0; 0 is as far as two labels that have nothing in common, 10000 the same.
};

/// The embedded labels of a taxonomy, to be compared with a text. Models differ in how near to each other they place
/// everything: likeness is the cosine from the mean of unrelated pairs of labels (0) to 1.
class LabelEmbeddings {
 public:
  /// Throws embeddings_unavailable when the file is absent, damaged or of another model, or knows no label.
  LabelEmbeddings(const taxonomy::Taxonomy& taxonomy, const std::filesystem::path& file, std::string_view model);

  std::size_t components() const { return components_; }
  std::size_t labels() const { return labels_; }
  /// Labels that the file does not know.
  std::size_t missing() const { return missing_; }

  /// The occupations or competences with any likeness, each once, nearest first. Throws embeddings_unavailable when the
  /// text has another number of components.
  std::vector<Near> nearest(const Embedding& text, taxonomy::ConceptKind kind) const;

 private:
  struct Row {
    taxonomy::ConceptIndex owner = 0;
    std::string_view label;
    std::size_t begin = 0;    ///< In all_.
    std::int64_t square = 0;  ///< Its product with itself.
  };
  struct Kind {
    std::vector<Row> rows;  ///< In the order of their concepts.
    std::int32_t unrelated_bp = 0;
  };

  EmbeddingView view(const Row& row) const { return {all_.data() + row.begin, components_}; }
  std::int32_t mean_of_unrelated(const std::vector<Row>& rows) const;

  std::size_t components_ = 0;
  std::size_t labels_ = 0;
  std::size_t missing_ = 0;
  std::vector<std::int8_t> all_;
  std::map<taxonomy::ConceptKind, Kind> kinds_;
};

}  // namespace passend::embed
