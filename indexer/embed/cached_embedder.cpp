// SPDX-License-Identifier: EUPL-1.2
#include "indexer/embed/cached_embedder.hpp"

#include <algorithm>

#include "indexer/base/log.hpp"

namespace passend::embed {
namespace {

/// A process that is killed loses no more than these.
constexpr std::size_t unsaved_at_most = 512;

EmbeddingTable load_or_begin(const std::filesystem::path& file, std::string_view model, std::size_t most) {
  try {
    return EmbeddingTable::load(file, model, most);
  } catch (const std::exception& error) {
    log(LogLevel::warning, std::string("the cache of embeddings is begun anew: ") + error.what());
    return EmbeddingTable(model, most);
  }
}

}  // namespace

CachedEmbedder::CachedEmbedder(std::unique_ptr<Embedder> inner, std::filesystem::path file, std::size_t most)
    : inner_(std::move(inner)), file_(std::move(file)), table_(load_or_begin(file_, inner_->model(), most)) {}

CachedEmbedder::~CachedEmbedder() {
  if (unsaved_ > 0) save();
}

std::vector<Embedding> CachedEmbedder::embed(std::span<const std::string> texts) {
  std::vector<Embedding> embeddings(texts.size());
  const std::vector<std::string> missing = missing_of(texts, embeddings);
  if (missing.empty()) return embeddings;
  const std::vector<Embedding> found = inner_->embed(missing);
  const auto is_outdated = [&](const Embedding& known) {
    return !known.empty() && known.size() != found.front().size();
  };
  if (std::any_of(embeddings.begin(), embeddings.end(), is_outdated)) return inner_->embed(texts);
  const std::lock_guard lock(mutex_);
  for (std::size_t i = 0; i < missing.size(); ++i) table_.add(missing[i], found[i]);
  unsaved_ += missing.size();
  if (unsaved_ >= unsaved_at_most) save();
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (!embeddings[i].empty()) continue;
    const auto place = std::lower_bound(missing.begin(), missing.end(), texts[i]);
    embeddings[i] = found[static_cast<std::size_t>(place - missing.begin())];
  }
  return embeddings;
}

/// Fills what is known; the others, each once, in alphabetical order.
std::vector<std::string> CachedEmbedder::missing_of(std::span<const std::string> texts,
                                                    std::vector<Embedding>& embeddings) {
  std::vector<std::string> missing;
  const std::lock_guard lock(mutex_);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (const Embedding* known = table_.find(texts[i])) {
      embeddings[i] = *known;
    } else {
      missing.push_back(texts[i]);
    }
  }
  std::sort(missing.begin(), missing.end());
  missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
  return missing;
}

void CachedEmbedder::save() {
  try {
    table_.save(file_);
  } catch (const std::exception& error) {
    log(LogLevel::warning, std::string("the cache of embeddings could not be written: ") + error.what());
  }
  unsaved_ = 0;
}

}  // namespace passend::embed
