// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/program.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>

#include <cerrno>
#include <fstream>

#include "indexer/base/file.hpp"

extern char** environ;

namespace passend::cli_test {

pid_t Program::start(const std::vector<std::string>& arguments) const {
  std::vector<std::string> words{PASSEND_BINARY, "--data", data().string()};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (auto& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  const std::string out = directory_ / "stdout";
  const std::string err = directory_ / "stderr";
  ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_addopen(&actions, 1, out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  ::posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
  pid_t process = -1;
  const int failure = ::posix_spawn(&process, PASSEND_BINARY, &actions, nullptr, argv.data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  EXPECT_EQ(failure, 0) << "cannot start " << PASSEND_BINARY;
  return process;
}

Outcome Program::wait(pid_t process) const {
  int state = 0;
  while (::waitpid(process, &state, 0) < 0 && errno == EINTR) {
  }
  Outcome outcome;
  outcome.status = WIFEXITED(state) ? WEXITSTATUS(state) : 128 + WTERMSIG(state);
  outcome.out = read_file(directory_ / "stdout");
  outcome.err = read_file(directory_ / "stderr");
  return outcome;
}

Outcome Program::run(const std::vector<std::string>& arguments) const {
  return wait(start(arguments));
}

void Program::prepare() const {
  const std::string root = PASSEND_SOURCE_DIR;
  const auto taxonomy = run({"taxonomy", "import", "--starter", root + "/fixtures/taxonomy"});
  ASSERT_EQ(taxonomy.status, 0) << taxonomy.err;
  const auto postcodes = run({"geo", "import", root + "/fixtures/region/gooi-en-vechtstreek.csv"});
  ASSERT_EQ(postcodes.status, 0) << postcodes.err;
}

std::string Program::write(const std::string& name, const std::string& content) const {
  const auto path = directory_ / name;
  std::ofstream(path, std::ios::binary) << content;
  return path;
}

}  // namespace passend::cli_test
