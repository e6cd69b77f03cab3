// SPDX-License-Identifier: EUPL-1.2
#include "indexer/embed/label_embeddings.hpp"

#include <algorithm>
#include <functional>

#include "indexer/base/error.hpp"
#include "indexer/base/random.hpp"
#include "indexer/embed/embedding_table.hpp"

namespace passend::embed {
namespace {

using taxonomy::ConceptIndex;
using taxonomy::ConceptKind;

/// As much as an interruption may cost.
constexpr std::size_t labels_between_saves = 2048;
constexpr std::size_t labels_at_once = 256;
constexpr std::size_t unrelated_pairs = 4096;

std::vector<std::string_view> labels_of(const taxonomy::Taxonomy& taxonomy, ConceptIndex index) {
  auto labels = taxonomy.labels(index, "nl");
  if (labels.empty()) labels.push_back(taxonomy.label(index, "nl"));
  return labels;
}

void for_each_label(const taxonomy::Taxonomy& taxonomy,
                    const std::function<void(ConceptIndex, std::string_view)>& visit) {
  for (ConceptIndex index = 0; index < taxonomy.size(); ++index) {
    const ConceptKind kind = taxonomy.kind(index);
    if (kind != ConceptKind::occupation && kind != ConceptKind::competence) continue;
    for (const std::string_view label : labels_of(taxonomy, index)) {
      if (!label.empty()) visit(index, label);
    }
  }
}

/// What the file has, if it can be used.
EmbeddingTable known_labels(const std::filesystem::path& file, std::string_view model) {
  try {
    return EmbeddingTable::load(file, model);
  } catch (const Error&) {
    return EmbeddingTable(model);
  }
}

/// What is there and what is to be done.
struct Work {
  EmbeddingTable kept;  ///< Of the labels of this taxonomy alone.
  std::vector<std::string> missing;
};

Work divide(const taxonomy::Taxonomy& taxonomy, EmbeddingTable known, std::string_view model) {
  Work work{EmbeddingTable(model), {}};
  for_each_label(taxonomy, [&](ConceptIndex, std::string_view label) {
    if (const Embedding* embedding = known.find(label)) {
      work.kept.add(label, *embedding);
    } else {
      work.missing.emplace_back(label);
    }
  });
  std::sort(work.missing.begin(), work.missing.end());
  work.missing.erase(std::unique(work.missing.begin(), work.missing.end()), work.missing.end());
  return work;
}

/// Whether the model gives as many components as those that are kept have.
bool is_as_before(const Work& work, Embedder& embedder) {
  if (work.kept.size() == 0 || work.missing.empty()) return true;
  return embedder.embed(std::span(work.missing).first(1)).front().size() == work.kept.components();
}

void do_missing(Work& work, Embedder& embedder, const std::filesystem::path& file, const ProgressSink& progress) {
  const std::span<const std::string> missing(work.missing);
  std::size_t unsaved = 0;
  for (std::size_t done = 0; done < missing.size(); done += labels_at_once) {
    if (progress) progress({"embed labels", done, missing.size(), "labels"});
    const auto texts = missing.subspan(done, std::min(labels_at_once, missing.size() - done));
    const std::vector<Embedding> embeddings = embedder.embed(texts);
    for (std::size_t i = 0; i < texts.size(); ++i) work.kept.add(texts[i], embeddings[i]);
    unsaved += texts.size();
    if (unsaved < labels_between_saves) continue;
    work.kept.save(file);
    unsaved = 0;
  }
}

}  // namespace

LabelReport embed_labels(const taxonomy::Taxonomy& taxonomy, Embedder& embedder, const std::filesystem::path& file,
                         const ProgressSink& progress) {
  Work work = divide(taxonomy, known_labels(file, embedder.model()), embedder.model());
  if (!is_as_before(work, embedder)) work = divide(taxonomy, EmbeddingTable(embedder.model()), embedder.model());
  try {
    do_missing(work, embedder, file, progress);
  } catch (const Error&) {
    if (work.kept.size() > 0) work.kept.save(file);
    throw;
  }
  work.kept.save(file);
  return {work.kept.size(), work.missing.size(), work.kept.components()};
}

LabelEmbeddings::LabelEmbeddings(const taxonomy::Taxonomy& taxonomy, const std::filesystem::path& file,
                                 std::string_view model) {
  EmbeddingTable table = EmbeddingTable::load(file, model);
  components_ = table.components();
  all_.reserve(table.size() * components_);
  for_each_label(taxonomy, [&](ConceptIndex owner, std::string_view label) {
    const Embedding* embedding = table.find(label);
    if (embedding == nullptr) {
      ++missing_;
      return;
    }
    ++labels_;
    kinds_[taxonomy.kind(owner)].rows.push_back({owner, label, all_.size(), inner_product(*embedding, *embedding)});
    all_.insert(all_.end(), embedding->begin(), embedding->end());
  });
  if (labels_ == 0) {
    throw Error(ErrorCode::embeddings_unavailable,
                "no label of this taxonomy has been embedded by '" + std::string(model) +
                    "': run `passend taxonomy embed` with the same endpoint and model");
  }
  for (auto& [kind, labels] : kinds_) labels.unrelated_bp = mean_of_unrelated(labels.rows);
}

std::int32_t LabelEmbeddings::mean_of_unrelated(const std::vector<Row>& rows) const {
  Random random(1);
  std::int64_t sum = 0;
  std::int64_t pairs = 0;
  for (std::size_t i = 0; i < unrelated_pairs; ++i) {
    const Row& a = rows[random.below(rows.size())];
    const Row& b = rows[random.below(rows.size())];
    if (a.owner == b.owner) continue;
    sum += cosine_bp(inner_product(view(a), view(b)), a.square, b.square);
    ++pairs;
  }
  return pairs == 0 ? 0 : static_cast<std::int32_t>(std::clamp<std::int64_t>(sum / pairs, 0, 9900));
}

std::vector<Near> LabelEmbeddings::nearest(const Embedding& text, ConceptKind kind) const {
  if (text.size() != components_) {
    throw Error(ErrorCode::embeddings_unavailable,
                "the model gave " + std::to_string(text.size()) + " components, the labels were embedded with " +
                    std::to_string(components_) + ": run `passend taxonomy embed` again");
  }
  std::vector<Near> near;
  const auto labels = kinds_.find(kind);
  if (labels == kinds_.end()) return near;
  const std::int32_t zero = labels->second.unrelated_bp;
  const std::int64_t square = inner_product(text, text);
  for (const Row& row : labels->second.rows) {
    const std::int32_t cosine = cosine_bp(inner_product(text, view(row)), square, row.square);
    const std::int32_t likeness_bp = (cosine - zero) * 10000 / (10000 - zero);
    if (likeness_bp <= 0) continue;
    if (near.empty() || near.back().target != row.owner) {
      near.push_back({row.owner, row.label, likeness_bp});
    } else if (likeness_bp > near.back().likeness_bp) {
      near.back() = {row.owner, row.label, likeness_bp};
    }
  }
  std::stable_sort(near.begin(), near.end(),
                   [](const Near& a, const Near& b) { return a.likeness_bp > b.likeness_bp; });
  return near;
}

}  // namespace passend::embed
