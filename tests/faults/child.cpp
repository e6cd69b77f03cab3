// SPDX-License-Identifier: EUPL-1.2
#include "tests/faults/child.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <exception>
#include <stdexcept>

namespace passend::faults {

Child::Child(const std::function<int(int pipe)>& work) {
  int ends[2] = {-1, -1};
  if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
  std::fflush(nullptr);
  process_ = ::fork();
  if (process_ == 0) {
    ::close(ends[0]);
    int status = 120;
    try {
      status = work(ends[1]);
    } catch (const std::exception& error) {
      std::fprintf(stderr, "child: %s\n", error.what());
    }
    ::_exit(status);
  }
  ::close(ends[1]);
  pipe_ = ends[0];
  if (process_ < 0) throw std::runtime_error("no child process");
}

Child::~Child() {
  if (process_ > 0) {
    kill();
    wait();
  }
}

bool Child::listen(int microseconds) {
  pollfd waiting{pipe_, POLLIN, 0};
  const timespec time{microseconds / 1000000, (microseconds % 1000000) * 1000L};
  if (::ppoll(&waiting, 1, &time, nullptr) <= 0) return true;
  char buffer[4096];
  const ssize_t got = ::read(pipe_, buffer, sizeof buffer);
  if (got > 0) heard_.append(buffer, static_cast<std::size_t>(got));
  return got > 0;
}

void Child::kill() {
  ::kill(process_, SIGKILL);
}

int Child::wait() {
  while (listen(1000000)) {
  }
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = -1;
  ::close(pipe_);
  return WIFSIGNALED(status) ? 1000 + WTERMSIG(status) : WEXITSTATUS(status);
}

int rounds_or(int rounds) {
  const char* wanted = std::getenv("PASSEND_FAULT_ROUNDS");
  return wanted != nullptr ? std::max(1, std::atoi(wanted)) : rounds;
}

}  // namespace passend::faults
