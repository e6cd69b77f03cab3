// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "indexer/index/document.hpp"

namespace passend::index {

/// The only place that writes to Xapian. A batch is one transaction and is durable once commit() returns: Xapian syncs
/// its files but not their directory, so that its own commit alone can be undone, or the index torn, by a power cut.
class DurableWriter {
 public:
  enum class Start : std::uint8_t { empty, existing };
  static constexpr std::size_t max_batch = 5'000;

  /// Throws index_corrupt when an existing index cannot be opened for writing, disk_full, storage_failed.
  DurableWriter(const std::filesystem::path& directory, Start start);
  ~DurableWriter();  ///< Drops what was not committed.
  DurableWriter(const DurableWriter&) = delete;
  DurableWriter& operator=(const DurableWriter&) = delete;

  /// Adds a document, or replaces the one with the same unique term. Terms that Xapian would refuse are left out and
  /// counted. At most max_batch documents between two commits. Throws as the constructor does.
  void put(const Document& document);
  /// Takes a document out; nothing happens when it is not there.
  void erase(const Id128& id);
  /// Sets a piece of metadata, with the batch.
  void note(const std::string& key, const std::string& value);
  /// Ends the batch. After an exception the index must not be written again: a second fsync can claim success for
  /// bytes that the first one lost.
  void commit();

  std::uint64_t dropped_terms() const;

  /// Writes a copy without the bytes of what was erased or replaced, durably. `to` must not exist.
  static void compact(const std::filesystem::path& from, const std::filesystem::path& to);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace passend::index
