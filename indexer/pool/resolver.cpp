// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/resolver.hpp"

#include <algorithm>

#include "indexer/text/unicode.hpp"

namespace passend::pool {
namespace {

constexpr std::size_t shortest_meaningful_word = 4;

/// FNV-1a, 64 bits: one hash for all machines, which std::hash is not.
std::uint64_t stable_hash(std::string_view bytes) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 1099511628211ULL;
  return hash;
}

}  // namespace

std::optional<Concept> Resolver::resolve(const ConceptRef& reference, taxonomy::ConceptKind kind) {
  if (!reference.uri.empty()) {
    if (const auto found = taxonomy_.find(reference.uri); found && taxonomy_.kind(*found) == kind) return found;
  }
  if (reference.label.empty()) return std::nullopt;
  return link(reference.label, kind);
}

std::optional<Concept> Resolver::link(const std::string& text, taxonomy::ConceptKind kind) {
  std::string key(1, static_cast<char>('0' + static_cast<int>(kind)));
  key += text;
  const auto [entry, is_new] = links_.try_emplace(std::move(key));
  if (is_new) {
    const auto links = taxonomy_.link(text, kind, 1);
    if (!links.empty() && links.front().confidence_bp >= minimum_link_confidence_bp(kind)) {
      entry->second = links.front().target;
    }
  }
  return entry->second;
}

std::vector<std::uint64_t> word_hashes(const std::string& text) {
  std::vector<std::uint64_t> hashes;
  for (const auto& word : text::tokens(text)) {
    if (word.size() >= shortest_meaningful_word) hashes.push_back(stable_hash(word));
  }
  std::sort(hashes.begin(), hashes.end());
  hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
  return hashes;
}

}  // namespace passend::pool
