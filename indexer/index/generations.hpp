// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "indexer/index/fields.hpp"

/// The folder of an index: gen-1/, gen-2/, ... each with one Xapian index per corpus, `current` -> the one in use,
/// `lock`.
namespace passend::index {

/// The generation that `current` names; absent when there is none. For readers: look again when it cannot be opened.
std::optional<std::filesystem::path> current_generation(const std::filesystem::path& directory);

std::filesystem::path corpus_path(const std::filesystem::path& generation, Corpus corpus);

/// The writer's side. Holds the lock of the folder for as long as it lives.
class Generations {
 public:
  /// Makes the folder when it is not there and clears what an earlier run left half done. Throws storage_busy when
  /// another process holds the lock, storage_failed.
  explicit Generations(const std::filesystem::path& directory);
  ~Generations();
  Generations(const Generations&) = delete;
  Generations& operator=(const Generations&) = delete;

  const std::filesystem::path& directory() const { return directory_; }

  /// Two empty folders for the next generation: `raw` to write in, `building` for what is published.
  struct Workshop {
    std::filesystem::path raw;
    std::filesystem::path building;
  };
  Workshop open_workshop();

  /// Makes `building` the current generation: durable names first, then one rename of the symlink. Keeps the generation
  /// before it, for readers that still hold it, and removes those before that.
  void publish(const Workshop& workshop);

  /// Marks the current generation as one that must not be written again. It keeps its name and still answers readers
  /// until a rebuilt one has taken its place.
  void quarantine();
  bool is_quarantined() const;

 private:
  void clear_leftovers() const;
  std::uint64_t highest_number() const;

  std::filesystem::path directory_;
  int lock_ = -1;
};

}  // namespace passend::index
