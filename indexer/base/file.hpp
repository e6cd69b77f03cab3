// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace passend {

/// Reads a whole file. Throws file_missing or file_unreadable with the path and the system's reason.
std::string read_file(const std::filesystem::path& path);

/// Replaces a file so that a reader, or the next start after a power cut, sees the old bytes or all of the new ones:
/// temporary file beside it, fsync, rename, fsync of the directory. Throws disk_full or storage_failed.
void write_file_durably(const std::filesystem::path& path, std::string_view bytes);

/// The same for a file that is too large to stand in memory whole: it takes its place when it is committed, and what
/// was written is removed when it is not. One at a time for a path. Every function throws disk_full or storage_failed.
class DurableFile {
 public:
  explicit DurableFile(const std::filesystem::path& path);
  ~DurableFile();
  DurableFile(const DurableFile&) = delete;
  DurableFile& operator=(const DurableFile&) = delete;

  void append(std::string_view bytes);
  /// Writes over bytes that have been appended.
  void write_at(std::uint64_t offset, std::string_view bytes);
  void commit();

 private:
  std::filesystem::path path_;
  std::filesystem::path temporary_;
  int file_ = -1;
};

/// Holds a lock file, which it makes when there is none, for as long as it lives; waits while another process or object
/// holds it. The system gives it back when a process ends, however it ends. Throws disk_full or storage_failed.
class FileLock {
 public:
  explicit FileLock(const std::filesystem::path& path);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
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
