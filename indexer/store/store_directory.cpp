// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/store_directory.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <thread>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"

namespace passend::store {
namespace {

[[noreturn]] void refuse(const std::string& action, const std::filesystem::path& path, int reason) {
  const bool full = reason == ENOSPC || reason == EDQUOT;
  throw Error(full ? ErrorCode::disk_full : ErrorCode::storage_failed,
              "cannot " + action + " '" + path.string() + "': " + std::strerror(reason));
}

mode_t mode_of(const std::filesystem::path& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) refuse("look at", path, errno);
  return status.st_mode;
}

void refuse_open_doors(const std::filesystem::path& path, const char* mend) {
  if ((mode_of(path) & 077) == 0) return;
  throw Error(ErrorCode::configuration, "'" + path.string() +
                                            "' is open to other users, and it holds personal data; run: chmod " + mend +
                                            " '" + path.string() + "'");
}

void make_directory(const std::filesystem::path& directory) {
  if (::mkdir(directory.c_str(), 0700) != 0 && errno != EEXIST) refuse("make the directory", directory, errno);
  const std::filesystem::path parent = directory.parent_path();
  sync_directory(parent.empty() ? std::filesystem::path(".") : parent);
}

bool holds_other_files(const std::filesystem::path& directory, const std::filesystem::path& lock_file) {
  for (const auto& entry : std::filesystem::directory_iterator(directory)) {
    if (entry.path() != lock_file) return true;
  }
  return false;
}

// Made here and not by SQLite, which would take the mode from the umask; -wal and -shm take the mode of this file.
void make_database(const std::filesystem::path& database) {
  const int file = ::open(database.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (file < 0) refuse("make", database, errno);
  ::close(file);
  sync_directory(database.parent_path());
}

std::string name_of_this_program() {
  char name[64] = {};
  const int file = ::open("/proc/self/comm", O_RDONLY | O_CLOEXEC);
  const ssize_t size = file < 0 ? 0 : ::read(file, name, sizeof name - 1);
  if (file >= 0) ::close(file);
  std::string text(name, size > 0 ? static_cast<std::size_t>(size) : 0);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

/// 0, or the reason why the lock cannot be had now.
int take(int lock) {
  return ::flock(lock, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
}

std::string holder_of(int lock) {
  char text[128] = {};
  const ssize_t size = ::pread(lock, text, sizeof text - 1, 0);
  return size > 0 ? "process " + std::string(text, static_cast<std::size_t>(size)) : "another process";
}

}  // namespace

StoreDirectory::StoreDirectory(const std::filesystem::path& directory, Access access,
                               std::chrono::milliseconds patience, const std::string& name)
    : directory_(std::filesystem::absolute(directory).lexically_normal()),
      database_(directory_ / (name + ".sqlite")),
      lock_file_(directory_ / (name + ".lock")) {
  const bool writes = access == Access::read_write;
  if (!std::filesystem::exists(directory_) && writes) make_directory(directory_);
  if (!std::filesystem::exists(database_) && !writes) {
    throw Error(ErrorCode::file_missing, "there is no store in '" + directory_.string() + "'; import something first");
  }
  refuse_open_doors(directory_, "700");
  if (writes) {
    if (!std::filesystem::exists(database_) && holds_other_files(directory_, lock_file_)) {
      throw Error(ErrorCode::configuration,
                  "'" + directory_.string() + "' holds other files and no store; name an empty or a new directory");
    }
    lock(patience);
    if (!std::filesystem::exists(database_)) make_database(database_);
  }
  refuse_open_doors(database_, "600");
}

StoreDirectory::~StoreDirectory() {
  if (lock_ >= 0) ::close(lock_);
}

void StoreDirectory::lock(std::chrono::milliseconds patience) {
  lock_ = ::open(lock_file_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (lock_ < 0) refuse("open", lock_file_, errno);
  // flock() itself waits without an end, so that it is asked again and again.
  constexpr auto pause = std::chrono::milliseconds(5);
  const auto end = std::chrono::steady_clock::now() + patience;
  int reason = take(lock_);
  while (reason == EWOULDBLOCK && std::chrono::steady_clock::now() < end) {
    std::this_thread::sleep_for(pause);
    reason = take(lock_);
  }
  if (reason != 0) {
    const std::string holder = holder_of(lock_);
    ::close(lock_);
    lock_ = -1;
    if (reason != EWOULDBLOCK) refuse("lock", lock_file_, reason);
    throw Error(ErrorCode::storage_busy, "the store in '" + directory_.string() + "' is in use by " + holder +
                                             "; stop it, or let it do the work, and try again");
  }
  // Only words for the message above: the kernel's lock decides, so a full disk here does no harm.
  const std::string text = std::to_string(::getpid()) + " (" + name_of_this_program() + ")";
  if (::ftruncate(lock_, 0) != 0 || ::pwrite(lock_, text.data(), text.size(), 0) < 0) return;
}

}  // namespace passend::store
