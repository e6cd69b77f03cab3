// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <csignal>

namespace passend::commands {

/// While it lives, Ctrl-C and SIGTERM no longer end the program at once but are kept, for long work that asks now and
/// then and stops where it can go on later. Make it before any other thread is started: threads inherit what is kept.
class StopRequest {
 public:
  StopRequest();
  /// What was asked for has been heeded; from here on the signals end the program again.
  ~StopRequest();
  StopRequest(const StopRequest&) = delete;
  StopRequest& operator=(const StopRequest&) = delete;

  /// Thread-safe.
  bool asked() const;

 private:
  sigset_t kept_{};
  sigset_t before_{};
};

}  // namespace passend::commands
