// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <sys/types.h>

#include <filesystem>
#include <string>
#include <vector>

namespace passend::test {

/// Whether Node.js and the package oidc-provider are there.
bool has_demo_provider();

/// The identity provider of the demonstration as a process of its own.
class DemoProvider {
 public:
  /// Starts it with `arguments` after the script and waits for the line that says where it listens.
  explicit DemoProvider(const std::vector<std::string>& arguments);
  ~DemoProvider();
  DemoProvider(const DemoProvider&) = delete;
  DemoProvider& operator=(const DemoProvider&) = delete;

  /// Empty when it has refused to start.
  const std::string& issuer() const { return issuer_; }
  std::string port() const { return issuer_.substr(issuer_.rfind(':') + 1); }
  /// Ends it, or waits for its own end: the exit status, 128 + n when signal n ended it.
  int stop();

 private:
  pid_t process_ = -1;
  int output_ = -1;
  std::string issuer_;
};

}  // namespace passend::test
