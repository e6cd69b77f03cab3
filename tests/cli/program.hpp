// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

#include "tests/temporary_directory.hpp"

namespace passend::cli_test {

using test::TemporaryDirectory;

struct Outcome {
  int status = -1;  ///< Exit status; 128 + n when signal n ended it.
  std::string out;
  std::string err;
};

/// Runs the real program against the data directory of one test.
class Program {
 public:
  explicit Program(std::filesystem::path directory) : directory_(std::move(directory)) {}

  const std::filesystem::path& directory() const { return directory_; }
  std::filesystem::path data() const { return directory_ / "data"; }

  /// Waits for the end of `passend ARGUMENTS`.
  Outcome run(const std::vector<std::string>& arguments) const;
  /// Starts it and answers its process id; standard output and error go to files in the directory.
  pid_t start(const std::vector<std::string>& arguments) const;
  Outcome wait(pid_t process) const;

  /// The starter taxonomy and the postcodes of the demo region, imported.
  void prepare() const;
  /// Writes a file beside the data directory.
  std::string write(const std::string& name, const std::string& content) const;

 private:
  std::filesystem::path directory_;
};

}  // namespace passend::cli_test
