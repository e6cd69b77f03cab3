// SPDX-License-Identifier: EUPL-1.2
#include "tests/sign_in/demo_provider.hpp"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <stdexcept>

extern char** environ;

namespace passend::test {
namespace {

const std::filesystem::path web = std::filesystem::path(PASSEND_SOURCE_DIR) / "server/web";
constexpr int patience_ms = 120'000;

/// Starts `node ARGUMENTS` with its standard output in a pipe; absent process when there is no node.
pid_t start_node(std::vector<std::string> words, int& output) {
  std::array<int, 2> ends{-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  words.insert(words.begin(), "node");
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  pid_t process = -1;
  if (::posix_spawnp(&process, "node", &actions, nullptr, argv.data(), environ) != 0) process = -1;
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  output = ends[0];
  return process;
}

int wait_for(pid_t process) {
  int state = 0;
  while (::waitpid(process, &state, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
}

}  // namespace

bool has_demo_provider() {
  int output = -1;
  const pid_t process = start_node({"--version"}, output);
  ::close(output);
  return process > 0 && wait_for(process) != 127 && std::filesystem::exists(web / "node_modules/oidc-provider");
}

DemoProvider::DemoProvider(const std::vector<std::string>& arguments) {
  std::vector<std::string> words{(web / "demo-provider/provider.mjs").string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  process_ = start_node(words, output_);
  const std::string_view said = "listening on ";
  std::string heard;
  std::array<char, 1024> buffer;
  while (heard.find('\n') == std::string::npos) {
    pollfd waiting{output_, POLLIN, 0};
    if (::poll(&waiting, 1, patience_ms) <= 0) throw std::runtime_error("the provider did not start in time");
    const ssize_t count = ::read(output_, buffer.data(), buffer.size());
    if (count <= 0) return;
    heard.append(buffer.data(), static_cast<std::size_t>(count));
  }
  const std::size_t begin = heard.find(said) + said.size();
  issuer_ = heard.substr(begin, heard.find('\n') - begin);
}

DemoProvider::~DemoProvider() {
  stop();
}

int DemoProvider::stop() {
  if (process_ < 0) return 0;
  if (!issuer_.empty()) ::kill(process_, SIGTERM);
  const int status = wait_for(process_);
  process_ = -1;
  ::close(output_);
  return status;
}

}  // namespace passend::test
