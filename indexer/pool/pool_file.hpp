// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "indexer/base/executor.hpp"
#include "indexer/base/file.hpp"
#include "indexer/geo/postcodes.hpp"
#include "indexer/pool/feed_mark.hpp"
#include "indexer/pool/sections.hpp"
#include "indexer/taxonomy/taxonomy.hpp"

/// The sections of a pool in one file: a header, a table of the sections, the sections. One checksum covers header and
/// table, one per piece of 4 MiB the rest, so that pieces are checked side by side. A file of another version, machine,
/// taxonomy or table of postcodes is refused: the pool is a cache and is built anew.
namespace passend::pool {

/// Raised when the layout changes, and when the same records would give other facts.
inline constexpr std::uint32_t pool_file_version = 2;

/// What a pool was made of. Facts are only as good as these.
struct PoolOrigin {
  std::array<char, 64> taxonomy{};  ///< Its hash.
  std::uint64_t postcodes = 0;      ///< Fingerprint of the table: a vacancy may be placed by the name of its place.
  bool operator==(const PoolOrigin&) const = default;
};
PoolOrigin origin_of(const taxonomy::Taxonomy& taxonomy, const geo::PostcodeTable& postcodes);

/// Writes a pool file. It takes the place of an older one when it is committed, durably and at once.
class PoolFileWriter : public SectionSink {
 public:
  explicit PoolFileWriter(const std::filesystem::path& path);
  using SectionSink::add;
  void add(Section section, std::span<const std::byte> bytes) override;
  void commit(const PoolOrigin& origin, const FeedMark& mark);

 private:
  void append(std::span<const std::byte> bytes);

  struct Entry {
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
  };
  DurableFile file_;
  std::array<Entry, section_count> table_{};
  std::vector<std::byte> piece_;  ///< The piece that is being filled.
  std::vector<std::uint64_t> piece_checksums_;
  std::uint64_t size_ = 0;
};

/// A mapped pool file whose header, sections and checksums have been checked.
struct PoolFile {
  Sections sections;
  std::shared_ptr<const MappedFile> bytes;
  FeedMark mark;
};

/// Throws pool_missing, or pool_corrupt naming what is wrong with a file that was cut off, damaged, or made by another
/// version or of something else than `origin`.
PoolFile open_pool_file(const std::filesystem::path& path, const PoolOrigin& origin, const Executor& executor);

}  // namespace passend::pool
