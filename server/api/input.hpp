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
  /// Whether the members of the body are read here, or the body is a record that others read.
  enum class Body : std::uint8_t { members, for_others };
  /// Parses the body when there is one that may hold members (POST, PUT). Throws malformed_document for what is no
  /// JSON.
  Input(const http::Request& request, const http::PathParameters& path, Body body = Body::members);
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  /// Whether the object that is being read has the member at all.
  bool has(std::string_view member);

  /// The id in the path; a zero id when it is not one. Ids are in lower case, so that a record has one address.
  template <class IdType>
  IdType id(std::string_view parameter) {
    const auto found = path_.find(parameter);
    return read_id<IdType>(found == path_.end() ? "" : found->second, std::string(parameter)).value_or(IdType{});
  }
  template <class IdType>
  std::optional<IdType> id_member(std::string_view member, Where where = Where::body) {
    const auto text = this->text(member, {0, 100}, where);
    return text ? read_id<IdType>(*text, place_of(member, where)) : std::nullopt;
  }
  template <class IdType>
  std::vector<IdType> ids(std::string_view member, const ListRule& list) {
    std::vector<IdType> read;
    each_text(member, list, {0, 100}, [&](const std::string& item, const std::string& text) {
      if (const auto id = read_id<IdType>(text, place_of(item, Where::body))) read.push_back(*id);
    });
    return read;
  }

  std::optional<std::string> text(std::string_view member, const TextRule& rule, Where where = Where::body);
  std::optional<std::int64_t> number(std::string_view member, const NumberRule& rule, Where where = Where::body);
  std::optional<bool> flag(std::string_view member);
  std::vector<std::string> texts(std::string_view member, const ListRule& list, const TextRule& item);
  /// Calls `read` with each item that keeps the rule, and with its place below the object that is being read:
  /// "facets/2".
  void each_text(std::string_view member, const ListRule& list, const TextRule& rule,
                 const std::function<void(const std::string& item, const std::string& text)>& read);
  std::vector<std::int64_t> numbers(std::string_view member, const ListRule& list, const NumberRule& item);

  template <class Code>
  std::optional<Code> code(std::string_view member, Where where = Where::body) {
    const auto name = text(member, {0, 100}, where);
    return name ? known<Code>(place_of(member, where), *name) : std::nullopt;
  }

  template <class Code>
  std::vector<Code> codes(std::string_view member, const ListRule& list) {
    std::vector<Code> read;
    each_text(member, list, {0, 100}, [&](const std::string& item, const std::string& name) {
      if (const auto code = known<Code>(place_of(item, Where::body), name)) read.push_back(*code);
    });
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
  template <class IdType>
  std::optional<IdType> read_id(std::string_view text, const std::string& place) {
    const bool has_capitals = text.find_first_of("ABCDEF") != std::string_view::npos;
    const auto id = has_capitals ? std::nullopt : IdType::parse(text);
    if (!id) add_violation(place, "is 32 lower-case hexadecimal digits");
    return id;
  }
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
