// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <string>

namespace passend::cli_test {

/// A real nginx in front of a Unix socket, with the lines that docs/serving.md shows: only addresses and names of files
/// are others. It speaks TLS with a certificate of its own, until this goes out of scope.
class Proxy {
 public:
  /// Where nginx is; empty when it is not installed.
  static std::filesystem::path program();

  Proxy(std::filesystem::path directory, const std::filesystem::path& socket);
  ~Proxy();
  Proxy(const Proxy&) = delete;
  Proxy& operator=(const Proxy&) = delete;

  std::uint16_t port() const { return port_; }
  const std::filesystem::path& certificate() const { return certificate_; }

 private:
  std::string configuration(const std::filesystem::path& socket, const std::filesystem::path& key) const;
  void wait_until_it_listens() const;

  std::filesystem::path directory_;
  std::filesystem::path certificate_;
  std::uint16_t port_ = 0;
  pid_t process_ = -1;
};

}  // namespace passend::cli_test
