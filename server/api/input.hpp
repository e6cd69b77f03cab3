// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/model/codes.hpp"
#include "server/http/router.hpp"

namespace passend::api {

/// Whether a text may have line ends and tabs.
enum class Lines : std::uint8_t { one, many };
/// Lengths in Unicode code points; other control characters are never allowed.
struct TextRule {
  std::size_t minimum = 0;
  std::size_t maximum = 0;
  Lines lines = Lines::one;
};
struct NumberRule {
  std::int64_t minimum = 0;
  std::int64_t maximum = 0;
};
enum class Repeats : std::uint8_t { allowed, refused };
struct ListRule {
  std::size_t maximum = 0;  ///< Items.
  Repeats repeats = Repeats::allowed;
};
enum class Where : std::uint8_t { body, body_or_query, query };

/// Reads the members of a request by declared rules and collects every broken one, so that they are reported together.
/// A member that breaks its rule reads as absent. What no rule has asked for is refused by name in finish().
class Input {
 public:
  /// Parses the body when there is one that may hold members (POST). Throws malformed_document for what is no JSON.
  Input(const http::Request& request, const http::PathParameters& path);
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  /// Whether the object that is being read has the member at all.
  bool has(std::string_view member);

  /// The id in the path; a zero id when it is not one.
  template <class IdType>
  IdType id(std::string_view parameter) {
    const auto found = path_.find(parameter);
    const auto id = found == path_.end() ? std::nullopt : IdType::parse(found->second);
    if (!id) add_violation(std::string(parameter), "is 32 hexadecimal digits");
    return id.value_or(IdType{});
  }

  std::optional<std::string> text(std::string_view member, const TextRule& rule, Where where = Where::body);
  std::optional<std::int64_t> number(std::string_view member, const NumberRule& rule, Where where = Where::body);
  std::vector<std::string> texts(std::string_view member, const ListRule& list, const TextRule& item);
  std::vector<std::int64_t> numbers(std::string_view member, const ListRule& list, const NumberRule& item);

  template <class Code>
  std::optional<Code> code(std::string_view member, Where where = Where::body) {
    const auto name = text(member, {0, 100}, where);
    return name ? known<Code>(place_of(member, where), *name) : std::nullopt;
  }

  template <class Code>
  std::vector<Code> codes(std::string_view member, const ListRule& list) {
    std::vector<Code> read;
    std::size_t position = 0;
    for (const std::string& name : texts(member, list, {0, 100})) {
      const auto code = known<Code>(place_of(member, Where::body) + "/" + std::to_string(position++), name);
      if (code) read.push_back(*code);
    }
    return read;
  }

  /// Calls `read` with the reading moved into the object `member`, when it is there.
  void within(std::string_view member, const std::function<void()>& read);

  /// A rule that the caller found broken; `member` stands in the object that is being read.
  void refuse(std::string_view member, const std::string& rule, Where where = Where::body) {
    add_violation(place_of(member, where), rule);
  }

  /// Throws invalid_input with every violation, if there is one.
  void finish();

 private:
  template <class Code>
  std::optional<Code> known(const std::string& place, const std::string& name) {
    if (const auto code = parse_code<Code>(name)) return code;
    std::string rule = "is one of";
    for (const auto& [value, text] : CodeNames<Code>::names) rule += " " + std::string(text);
    add_violation(place, rule);
    return std::nullopt;
  }

  void add_violation(std::string place, std::string rule);
  std::string place_of(std::string_view member, Where where) const;
  const nlohmann::json* find(std::string_view member);
  const nlohmann::json* find_list(std::string_view member, const ListRule& rule);
  std::optional<std::string> find_in_query(std::string_view name);
  std::optional<std::string> check_text(const nlohmann::json& value, const TextRule& rule, const std::string& place);
  std::optional<std::int64_t> check_number(const nlohmann::json& value, const NumberRule& rule,
                                           const std::string& place);

  const http::Request& request_;
  const http::PathParameters& path_;
  std::unique_ptr<nlohmann::json> body_;  ///< Absent for a request without body.
  const nlohmann::json* object_ = nullptr;
  std::string pointer_;         ///< JSON pointer of object_.
  std::set<std::string> read_;  ///< JSON pointers of the members that a rule has asked for.
  std::set<std::string> read_query_;
  std::vector<Violation> violations_;
};

}  // namespace passend::api
