// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace passend {

/// Reads a whole file. Throws file_missing or file_unreadable with the path and the system's reason.
std::string read_file(const std::filesystem::path& path);

/// Replaces a file so that a reader, or the next start after a power cut, sees the old bytes or all of the new ones:
/// temporary file beside it, fsync, rename, fsync of the directory. Throws disk_full or storage_failed.
void write_file_durably(const std::filesystem::path& path, std::string_view bytes);

/// Makes the entries of a directory durable (created, renamed and removed names).
void sync_directory(const std::filesystem::path& directory);

/// A file mapped read-only into memory for as long as the object lives.
class MappedFile {
 public:
  /// Throws file_missing or file_unreadable.
  explicit MappedFile(const std::filesystem::path& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const { return {static_cast<const char*>(address_), size_}; }

 private:
  void* address_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace passend
