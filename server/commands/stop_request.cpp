// SPDX-License-Identifier: EUPL-1.2
#include "server/commands/stop_request.hpp"

namespace passend::commands {

StopRequest::StopRequest() {
  sigemptyset(&kept_);
  sigaddset(&kept_, SIGINT);
  sigaddset(&kept_, SIGTERM);
  pthread_sigmask(SIG_BLOCK, &kept_, &before_);
}

StopRequest::~StopRequest() {
  const timespec at_once{};
  while (sigtimedwait(&kept_, nullptr, &at_once) > 0) {
  }
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

bool StopRequest::asked() const {
  sigset_t waiting;
  sigpending(&waiting);
  return sigismember(&waiting, SIGINT) == 1 || sigismember(&waiting, SIGTERM) == 1;
}

}  // namespace passend::commands
