// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "tests/cli/program.hpp"

namespace passend::cli_test {

/// `passend serve` over the data directory of a test, on a free port, until it is stopped or goes out of scope.
class Serving {
 public:
  /// Returns when the server has said where it listens.
  explicit Serving(const Program& program, const std::vector<std::string>& options = {});
  ~Serving();
  Serving(const Serving&) = delete;
  Serving& operator=(const Serving&) = delete;

  std::uint16_t port() const { return port_; }
  /// Asks it to stop as an operator does and waits for its end.
  Outcome stop();

 private:
  std::uint16_t wait_for_port() const;

  Program program_;  ///< In a directory of its own: other commands run beside it.
  pid_t process_ = -1;
  std::uint16_t port_ = 0;
};

}  // namespace passend::cli_test
