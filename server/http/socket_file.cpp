// SPDX-License-Identifier: EUPL-1.2
#include "server/http/socket_file.hpp"

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

#include "indexer/base/error.hpp"

namespace passend::http {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& path, const std::string& why) {
  throw Error(ErrorCode::configuration, "The server cannot listen on the socket '" + path.string() + "': " + why);
}

std::string words_of(int error) {
  return std::generic_category().message(error);
}

/// 0 when somebody took the connection; otherwise why not.
int try_to_connect(const sockaddr_un& address) {
  const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket < 0) return errno;
  const int failure = ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0 ? 0 : errno;
  ::close(socket);
  return failure;
}

}  // namespace

void make_room_for_socket(const std::filesystem::path& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string name = path.string();
  if (name.empty() || name.size() >= sizeof address.sun_path) {
    refuse(path,
           "its path has at most " + std::to_string(sizeof address.sun_path - 1) + " bytes. Choose a shorter one.");
  }
  std::memcpy(address.sun_path, name.data(), name.size());
  struct stat found {};
  if (::lstat(name.c_str(), &found) != 0) return;
  if (!S_ISSOCK(found.st_mode)) refuse(path, "something else is there. Choose another path.");
  const int failure = try_to_connect(address);
  if (failure == 0) refuse(path, "another server listens on it. Stop that one, or choose another path.");
  if (failure != ECONNREFUSED) refuse(path, words_of(failure) + ". Look who uses it.");
  if (::unlink(name.c_str()) != 0)
    refuse(path, "a stale one is there, and cannot be removed: " + words_of(errno) + '.');
}

SocketFile::SocketFile(std::filesystem::path path) : path_(std::move(path)) {
  struct stat made {};
  if (::chmod(path_.c_str(), 0660) != 0 || ::lstat(path_.c_str(), &made) != 0) {
    const int failure = errno;
    ::unlink(path_.c_str());
    refuse(path_, words_of(failure) + '.');
  }
  device_ = made.st_dev;
  inode_ = made.st_ino;
}

SocketFile::~SocketFile() {
  remove();
}

SocketFile::SocketFile(SocketFile&& other) noexcept
    : path_(std::exchange(other.path_, {})), device_(other.device_), inode_(other.inode_) {}

SocketFile& SocketFile::operator=(SocketFile&& other) noexcept {
  remove();
  path_ = std::exchange(other.path_, {});
  device_ = other.device_;
  inode_ = other.inode_;
  return *this;
}

void SocketFile::remove() {
  struct stat found {};
  const bool is_ours =
      !path_.empty() && ::lstat(path_.c_str(), &found) == 0 && found.st_dev == device_ && found.st_ino == inode_;
  if (is_ours) ::unlink(path_.c_str());
  path_.clear();
}

}  // namespace passend::http
