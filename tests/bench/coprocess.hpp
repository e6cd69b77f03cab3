// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <sys/types.h>

#include <string>
#include <vector>

namespace passend::bench {

/// A program that answers each line we write with one line of its own.
class Coprocess {
 public:
  explicit Coprocess(const std::vector<std::string>& command);
  /// Closes its input and waits for it.
  ~Coprocess();
  Coprocess(const Coprocess&) = delete;
  Coprocess& operator=(const Coprocess&) = delete;

  /// Throws std::runtime_error when it has ended.
  std::string ask(const std::string& line);

  /// The kernel's number of its thread with that name; 0 when there is none.
  int thread_named(const std::string& name) const;

 private:
  pid_t process_ = -1;
  int input_ = -1;
  int output_ = -1;
  std::string unread_;
};

}  // namespace passend::bench
