// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/model/codes.hpp"

namespace passend {

/// Reads the members of one JSON object and collects everything that is wrong with them, each by its JSON pointer, so
/// that a file is mended in one round. A member that breaks its rule reads as an empty value.
class ObjectReader {
 public:
  struct Range {
    int lowest = 0;
    int highest = 0;
  };

  ObjectReader(const nlohmann::json& object, std::string pointer, std::vector<Violation>& violations);

  /// A member that must be there; null when it is not.
  const nlohmann::json* member(std::string_view name);
  bool has(std::string_view name) const;
  /// 1 to `most` characters, none of them a control character.
  std::string text(std::string_view name, std::size_t most);
  int number(std::string_view name, Range range);
  template <class Code>
  Code code(std::string_view name) {
    const auto text = this->text(name, 100);
    if (const auto code = parse_code<Code>(text)) return *code;
    std::string rule = "is one of";
    for (const auto& [value, known] : CodeNames<Code>::names) rule += " " + std::string(known);
    if (!text.empty()) refuse(name, text, rule);
    return Code{};
  }
  void refuse(std::string_view name, const std::string& value, const std::string& rule);
  std::string pointer_to(std::string_view name) const;
  /// Refuses every member that nothing has asked for.
  void finish();

 private:
  const nlohmann::json& object_;
  std::string pointer_;
  std::vector<Violation>& violations_;
  std::set<std::string, std::less<>> read_;
};

}  // namespace passend
