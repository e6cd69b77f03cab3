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

/// A file that is written piece by piece, where a whole one does not fit in memory, and takes the place of `path` only
/// when it is complete. Throws disk_full or storage_failed.
class FileReplacement {
 public:
  /// Opens `path`.new.
  explicit FileReplacement(std::filesystem::path path);
  /// Removes what was written unless it was committed.
  ~FileReplacement();
  FileReplacement(const FileReplacement&) = delete;
  FileReplacement& operator=(const FileReplacement&) = delete;

  void append(std::string_view bytes);
  /// After this a reader, or the next start after a power cut, sees all of the new bytes.
  void commit();

 private:
  std::filesystem::path path_;
  std::filesystem::path temporary_;
  int file_ = -1;
};

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
