// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/coprocess.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace passend::bench {

Coprocess::Coprocess(const std::vector<std::string>& command) {
  ::signal(SIGPIPE, SIG_IGN);  // A program that has ended is an error of ask(), not the end of ours.
  int to_it[2];
  int from_it[2];
  if (::pipe2(to_it, O_CLOEXEC) != 0 || ::pipe2(from_it, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  process_ = ::fork();
  if (process_ < 0) throw std::runtime_error("cannot start " + command.front());
  if (process_ == 0) {
    ::dup2(to_it[0], STDIN_FILENO);
    ::dup2(from_it[1], STDOUT_FILENO);
    std::vector<char*> words;
    for (const auto& word : command) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    ::execvp(words.front(), words.data());
    ::_exit(127);
  }
  ::close(to_it[0]);
  ::close(from_it[1]);
  input_ = to_it[1];
  output_ = from_it[0];
}

Coprocess::~Coprocess() {
  ::close(input_);
  ::close(output_);
  ::waitpid(process_, nullptr, 0);
}

std::string Coprocess::ask(const std::string& line) {
  const std::string text = line + "\n";
  for (std::size_t sent = 0; sent < text.size();) {
    const auto count = ::write(input_, text.data() + sent, text.size() - sent);
    if (count <= 0) throw std::runtime_error("the program beside the bench has ended");
    sent += static_cast<std::size_t>(count);
  }
  for (auto end = unread_.find('\n');; end = unread_.find('\n')) {
    if (end != std::string::npos) {
      std::string answer = unread_.substr(0, end);
      unread_.erase(0, end + 1);
      return answer;
    }
    char buffer[4096];
    const auto count = ::read(output_, buffer, sizeof buffer);
    if (count <= 0) throw std::runtime_error("the program beside the bench has ended");
    unread_.append(buffer, static_cast<std::size_t>(count));
  }
}

int Coprocess::thread_named(const std::string& name) const {
  const std::filesystem::path tasks = "/proc/" + std::to_string(process_) + "/task";
  for (const auto& task : std::filesystem::directory_iterator(tasks)) {
    std::ifstream in(task.path() / "comm");
    std::string found;
    std::getline(in, found);
    if (found == name) return std::stoi(task.path().filename());
  }
  return 0;
}

}  // namespace passend::bench
