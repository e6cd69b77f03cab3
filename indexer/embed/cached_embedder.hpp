// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <memory>
#include <mutex>

#include "indexer/embed/embedder.hpp"
#include "indexer/embed/embedding_table.hpp"

namespace passend::embed {

/// Asks another embedder for each text once and remembers the answers, also from one process to the next. A cache that
/// cannot be read is begun anew, one that cannot be written is kept in memory; the log says so.
class CachedEmbedder : public Embedder {
 public:
  static constexpr std::size_t usual_entries = 20'000;

  CachedEmbedder(std::unique_ptr<Embedder> inner, std::filesystem::path file, std::size_t most = usual_entries);
  /// Writes what is new.
  ~CachedEmbedder() override;
  CachedEmbedder(const CachedEmbedder&) = delete;
  CachedEmbedder& operator=(const CachedEmbedder&) = delete;

  std::string_view model() const override { return inner_->model(); }
  std::vector<Embedding> embed(std::span<const std::string> texts) override;

 private:
  std::vector<std::string> missing_of(std::span<const std::string> texts, std::vector<Embedding>& embeddings);
  void save();

  std::unique_ptr<Embedder> inner_;
  std::filesystem::path file_;
  std::mutex mutex_;
  EmbeddingTable table_;
  std::size_t unsaved_ = 0;
};

}  // namespace passend::embed
