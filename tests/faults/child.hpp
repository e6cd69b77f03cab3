// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <sys/types.h>

#include <functional>
#include <string>

/// Processes that a test starts in order to break them.
namespace passend::faults {

/// A process with its own copy of the test, and a pipe from it.
class Child {
 public:
  /// `work` gets the writing end of the pipe; its result is the exit status, 120 when it throws. Start it only while
  /// this process has no threads.
  explicit Child(const std::function<int(int pipe)>& work);
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// Reads what arrives within the time; true when the pipe is still open.
  bool listen(int microseconds);
  void kill();
  /// Reads the pipe to its end and waits for the process: its exit status, or 1000 + the signal that ended it.
  int wait();
  const std::string& heard() const { return heard_; }

 private:
  pid_t process_ = -1;
  int pipe_ = -1;
  std::string heard_;
};

/// How often a fault is tried: `rounds`, or what PASSEND_FAULT_ROUNDS says.
int rounds_or(int rounds);

}  // namespace passend::faults
