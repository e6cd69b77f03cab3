// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstddef>
#include <filesystem>
#include <list>
#include <map>
#include <string>
#include <string_view>

#include "indexer/embed/embedding.hpp"

namespace passend::embed {

/// Embeddings that one model gave to texts, in memory and as a file. Texts are known by their SHA-256 and do not stand
/// in the file. Beyond `most` entries the one that was not asked for longest goes.
class EmbeddingTable {
 public:
  static constexpr std::size_t no_limit = ~std::size_t{0};

  explicit EmbeddingTable(std::string_view model, std::size_t most = no_limit) : model_(model), most_(most) {}
  EmbeddingTable(EmbeddingTable&&) = default;
  EmbeddingTable& operator=(EmbeddingTable&&) = default;
  /// Reads a file; an empty table when there is none. Throws embeddings_unavailable when it is damaged or of another
  /// model.
  static EmbeddingTable load(const std::filesystem::path& path, std::string_view model, std::size_t most = no_limit);

  /// Null when it is not there; valid until the next add.
  const Embedding* find(std::string_view text);
  /// An embedding of another number of components says that the model is not what it was: the table is emptied first.
  void add(std::string_view text, Embedding embedding);

  std::size_t size() const { return places_.size(); }
  std::size_t components() const { return entries_.empty() ? 0 : entries_.front().embedding.size(); }

  /// Durably; whoever reads meanwhile sees the old file or the new one.
  void save(const std::filesystem::path& path) const;

 private:
  using Key = std::array<char, 32>;  ///< Half of the digits of the SHA-256.
  struct Entry {
    Key key{};
    Embedding embedding;
  };

  static Key key_of(std::string_view text);
  void put(const Key& key, Embedding embedding);

  std::string model_;
  std::size_t most_;
  std::list<Entry> entries_;  ///< The one that was asked for last stands first.
  std::map<Key, std::list<Entry>::iterator> places_;
};

}  // namespace passend::embed
