// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <string>

#include "indexer/fetch/fetch.hpp"

namespace passend::test {

/// As much of a browser as signing in needs: cookies by host, and redirects that the test follows itself.
class Browser {
 public:
  fetch::Answer get(const std::string& url) { return ask({.url = url}); }
  fetch::Answer post(const std::string& url, std::vector<fetch::Field> fields = {});
  /// Goes on from redirect to redirect, until an answer is none or leads to an address that begins with `stop`.
  /// Gives the last address and its answer.
  struct Place {
    std::string url;
    fetch::Answer answer;
  };
  Place follow(const std::string& url, fetch::Answer answer, const std::string& stop);

  /// By name; empty when there is none.
  std::string cookie(const std::string& host, const std::string& name) const;

 private:
  fetch::Answer ask(fetch::Request request);

  std::map<std::string, std::map<std::string, std::string>> cookies_;
};

}  // namespace passend::test
