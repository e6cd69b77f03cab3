// SPDX-License-Identifier: EUPL-1.2
#include "indexer/base/file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "indexer/base/error.hpp"

namespace passend {
namespace {

[[noreturn]] void refuse(const char* action, const std::filesystem::path& path, int reason) {
  const std::string detail = std::string("cannot ") + action + " '" + path.string() + "': " + std::strerror(reason);
  if (reason == ENOENT) throw Error(ErrorCode::file_missing, detail);
  if (reason == ENOSPC || reason == EDQUOT)
    throw Error(ErrorCode::disk_full, detail + "; free some space and run again");
  throw Error(std::string_view(action) == "read" ? ErrorCode::file_unreadable : ErrorCode::storage_failed, detail);
}

class Descriptor {
 public:
  Descriptor(const char* action, const std::filesystem::path& path, int flags)
      : number_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {
    if (number_ < 0) refuse(action, path, errno);
  }
  ~Descriptor() { ::close(number_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int number() const { return number_; }

 private:
  int number_;
};

std::size_t size_of(const Descriptor& file, const std::filesystem::path& path) {
  struct stat status {};
  if (::fstat(file.number(), &status) != 0) refuse("read", path, errno);
  if (S_ISDIR(status.st_mode)) refuse("read", path, EISDIR);
  return static_cast<std::size_t>(status.st_size);
}

void write_all(int file, const std::filesystem::path& path, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) refuse("write", path, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

std::string read_file(const std::filesystem::path& path) {
  const Descriptor file("read", path, O_RDONLY);
  std::string bytes;
  bytes.reserve(size_of(file, path));
  char buffer[65536];
  for (;;) {
    const ssize_t got = ::read(file.number(), buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) refuse("read", path, errno);
    if (got == 0) return bytes;
    bytes.append(buffer, static_cast<std::size_t>(got));
  }
}

void write_file_durably(const std::filesystem::path& path, std::string_view bytes) {
  DurableFile file(path);
  file.append(bytes);
  file.commit();
}

DurableFile::DurableFile(const std::filesystem::path& path) : path_(path), temporary_(path) {
  temporary_ += ".new";
  file_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (file_ < 0) refuse("write", temporary_, errno);
}

DurableFile::~DurableFile() {
  if (file_ < 0) return;
  ::close(file_);
  ::unlink(temporary_.c_str());
}

void DurableFile::append(std::string_view bytes) {
  write_all(file_, temporary_, bytes);
}

void DurableFile::write_at(std::uint64_t offset, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::pwrite(file_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) refuse("write", temporary_, errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
    offset += static_cast<std::uint64_t>(written);
  }
}

void DurableFile::commit() {
  if (::fsync(file_) != 0) refuse("write", temporary_, errno);
  if (::rename(temporary_.c_str(), path_.c_str()) != 0) refuse("replace", path_, errno);
  ::close(std::exchange(file_, -1));
  sync_directory(path_.has_parent_path() ? path_.parent_path() : ".");
}

FileLock::FileLock(const std::filesystem::path& path)
    : file_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600)) {
  if (file_ < 0) refuse("write", path, errno);
  while (::flock(file_, LOCK_EX) != 0) {
    if (errno == EINTR) continue;
    const int reason = errno;
    ::close(file_);
    refuse("lock", path, reason);
  }
}

FileLock::~FileLock() {
  ::close(file_);
}

void sync_directory(const std::filesystem::path& directory) {
  const Descriptor handle("sync", directory, O_RDONLY | O_DIRECTORY);
  if (::fsync(handle.number()) != 0) refuse("sync", directory, errno);
}

MappedFile::MappedFile(const std::filesystem::path& path) {
  const Descriptor file("read", path, O_RDONLY);
  size_ = size_of(file, path);
  if (size_ == 0) return;
  address_ = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, file.number(), 0);
  if (address_ == MAP_FAILED) refuse("read", path, errno);
}

MappedFile::~MappedFile() {
  if (size_ != 0) ::munmap(address_, size_);
}

}  // namespace passend
