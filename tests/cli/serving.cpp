// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/serving.hpp"

#include <gtest/gtest.h>
#include <signal.h>

#include <charconv>
#include <chrono>
#include <thread>

#include "indexer/base/file.hpp"

namespace passend::cli_test {
namespace {

constexpr auto patience = std::chrono::seconds(30);

Program beside(const Program& program) {
  const auto directory = program.directory() / "server";
  std::filesystem::create_directories(directory);
  if (!std::filesystem::exists(directory / "data")) {
    std::filesystem::create_directory_symlink(program.data(), directory / "data");
  }
  return Program(directory);
}

}  // namespace

Serving::Serving(const Program& program, const std::vector<std::string>& options) : program_(beside(program)) {
  std::vector<std::string> words{"serve", "--port", "0", "--without-sign-in"};
  words.insert(words.end(), options.begin(), options.end());
  process_ = program_.start(words);
  port_ = wait_for_port();
}

Serving::~Serving() {
  if (process_ <= 0) return;
  ::kill(process_, SIGKILL);
  program_.wait(process_);
}

Outcome Serving::stop() {
  ::kill(process_, SIGTERM);
  const Outcome outcome = program_.wait(process_);
  process_ = -1;
  return outcome;
}

std::uint16_t Serving::wait_for_port() const {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (std::chrono::steady_clock::now() < end) {
    const std::string words = read_file(program_.directory() / "stdout");
    const auto place = words.find("localhost:");
    std::uint16_t port = 0;
    if (place != std::string::npos) std::from_chars(words.data() + place + 10, words.data() + words.size(), port);
    if (port != 0 && words.ends_with('\n')) return port;
    std::this_thread::yield();
  }
  ADD_FAILURE() << "the server did not say where it listens: " << read_file(program_.directory() / "stderr");
  return 0;
}

}  // namespace passend::cli_test
