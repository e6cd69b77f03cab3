// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <sys/types.h>

#include <filesystem>

namespace passend::http {

/// The name of a Unix socket in the file system, from when it is bound until this goes out of scope.
class SocketFile {
 public:
  SocketFile() = default;
  /// Of a socket that is bound to `path`: gives it mode 0660. Throws configuration when that fails.
  explicit SocketFile(std::filesystem::path path);
  /// Removes the name, if it still stands for the same socket.
  ~SocketFile();
  SocketFile(SocketFile&& other) noexcept;
  SocketFile& operator=(SocketFile&& other) noexcept;
  SocketFile(const SocketFile&) = delete;
  SocketFile& operator=(const SocketFile&) = delete;

  void remove();

 private:
  std::filesystem::path path_;  ///< Empty: none.
  dev_t device_ = 0;
  ino_t inode_ = 0;
};

/// Makes room for a socket at `path`: one that a server has left behind, on which nobody listens, is removed. Throws
/// configuration when somebody listens, when something else is there, and when the path is too long for a socket.
void make_room_for_socket(const std::filesystem::path& path);

}  // namespace passend::http
