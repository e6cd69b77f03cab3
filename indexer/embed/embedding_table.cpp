// SPDX-License-Identifier: EUPL-1.2
#include "indexer/embed/embedding_table.hpp"

#include <algorithm>
#include <cstring>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "indexer/base/hash.hpp"

namespace passend::embed {
namespace {

/// The file: a line "PASSEND-EMBEDDINGS-1 <components> <entries> <SHA-256 of the model's name>", then each entry as its
/// key and its components, the last used first, then the SHA-256 of everything before it in hexadecimal digits.
constexpr std::string_view magic = "PASSEND-EMBEDDINGS-1 ";
constexpr std::size_t digest_bytes = 64;

std::string head_of(std::size_t components, std::size_t entries, std::string_view model) {
  return std::string(magic) + std::to_string(components) + " " + std::to_string(entries) + " " + sha256_hex(model) +
         "\n";
}

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& why) {
  throw Error(ErrorCode::embeddings_unavailable,
              "the file '" + path.string() + "' " + why + ": remove it and let it be made again");
}

/// The head as numbers, when it is one.
bool read_head(const std::string& head, std::size_t& components, std::size_t& entries) {
  return std::sscanf(head.c_str(), "PASSEND-EMBEDDINGS-1 %zu %zu", &components, &entries) == 2;
}

}  // namespace

EmbeddingTable::Key EmbeddingTable::key_of(std::string_view text) {
  Key key{};
  const std::string digits = sha256_hex(text);
  std::copy_n(digits.begin(), key.size(), key.begin());
  return key;
}

EmbeddingTable EmbeddingTable::load(const std::filesystem::path& path, std::string_view model, std::size_t most) {
  EmbeddingTable table(model, most);
  if (!std::filesystem::exists(path)) return table;
  const std::string bytes = read_file(path);
  if (bytes.size() < digest_bytes) refuse(path, "is cut off");
  std::string_view content = std::string_view(bytes).substr(0, bytes.size() - digest_bytes);
  if (sha256_hex(content) != std::string_view(bytes).substr(content.size())) refuse(path, "is damaged");
  const std::string head(content.substr(0, content.find('\n') + 1));
  std::size_t components = 0;
  std::size_t entries = 0;
  if (!read_head(head, components, entries)) refuse(path, "holds no embeddings of this version");
  if (head != head_of(components, entries, model)) refuse(path, "is of another model");
  content.remove_prefix(head.size());
  const std::size_t step = sizeof(Key) + components;
  if (content.size() / step != entries || content.size() % step != 0) refuse(path, "is cut off");
  // From the back, so that the last used one stands first again.
  for (std::size_t i = std::min(entries, most); i-- > 0;) {
    const char* at = content.data() + i * step;
    Key key{};
    std::memcpy(key.data(), at, sizeof key);
    const auto* first = reinterpret_cast<const std::int8_t*>(at + sizeof key);
    table.put(key, Embedding(first, first + components));
  }
  return table;
}

const Embedding* EmbeddingTable::find(std::string_view text) {
  const auto place = places_.find(key_of(text));
  if (place == places_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, place->second);
  return &entries_.front().embedding;
}

void EmbeddingTable::add(std::string_view text, Embedding embedding) {
  if (components() != embedding.size()) {
    entries_.clear();
    places_.clear();
  }
  put(key_of(text), std::move(embedding));
}

void EmbeddingTable::put(const Key& key, Embedding embedding) {
  if (const auto place = places_.find(key); place != places_.end()) {
    entries_.erase(place->second);
    places_.erase(place);
  }
  entries_.push_front({key, std::move(embedding)});
  places_.emplace(key, entries_.begin());
  if (entries_.size() <= most_) return;
  places_.erase(entries_.back().key);
  entries_.pop_back();
}

void EmbeddingTable::save(const std::filesystem::path& path) const {
  std::string bytes = head_of(components(), entries_.size(), model_);
  bytes.reserve(bytes.size() + entries_.size() * (sizeof(Key) + components()) + digest_bytes);
  for (const Entry& entry : entries_) {
    bytes.append(entry.key.begin(), entry.key.end());
    bytes.append(reinterpret_cast<const char*>(entry.embedding.data()), entry.embedding.size());
  }
  bytes += sha256_hex(bytes);
  std::filesystem::create_directories(path.parent_path());
  const FileLock one_writer(path.string() + ".lock");
  write_file_durably(path, bytes);
}

}  // namespace passend::embed
