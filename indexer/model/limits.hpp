// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/model/codes.hpp"
#include "indexer/model/rules.hpp"

/// Collects the violations of one record; each check names the field by its JSON pointer.
namespace passend {

class Violations {
 public:
  void add(std::string field, std::string_view value, std::string rule);
  void check_text(const std::string& field, std::string_view text, const Rule& rule);
  void check_number(const std::string& field, std::int64_t value, const Rule& rule);
  void check_count(const std::string& field, std::size_t count, const Rule& rule);

  std::size_t count() const { return found_.size(); }
  std::vector<Violation> take() { return std::move(found_); }

 private:
  std::vector<Violation> found_;
};

/// "one of: open, closed"
template <class Code>
std::string one_of() {
  std::string words = "one of:";
  for (const auto& [code, name] : CodeNames<Code>::names) {
    words += words.back() == ':' ? " " : ", ";
    words += name;
  }
  return words;
}

}  // namespace passend
