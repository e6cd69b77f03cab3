// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <nlohmann/json.hpp>

#include "indexer/base/utf8.hpp"
#include "indexer/model/strict_json.hpp"
#include "server/api/input.hpp"
#include "server/api/json_body.hpp"

namespace passend::api {
namespace {

using Json = nlohmann::json;

bool has_control_character(std::string_view text, Lines lines) {
  return std::any_of(text.begin(), text.end(), [&](char c) {
    const bool parts_lines = c == '\n' || c == '\r' || c == '\t';
    return (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) && !(parts_lines && lines == Lines::many);
  });
}

/// A name that came from the client, as it stands in a JSON pointer (RFC 6901), cut to a length that fits a message.
std::string pointer_token(std::string_view name) {
  std::string token;
  for (const char c : utf8_prefix(name, 80)) {
    if (c == '~') {
      token += "~0";
    } else if (c == '/') {
      token += "~1";
    } else {
      token += c;
    }
  }
  return token;
}

}  // namespace

Json object_in(const http::Request& request) {
  if (request.body.empty()) throw Error(ErrorCode::malformed_document, "The request has no body; send a JSON object.");
  Json body = parse_strict_json(request.body);
  if (!body.is_object()) throw Error(ErrorCode::malformed_document, "The body of the request is not a JSON object.");
  return body;
}

Input::Input(const http::Request& request, const http::PathParameters& path, Body body)
    : request_(request), path_(path) {
  const bool has_members = request.method == http::Method::post || request.method == http::Method::put;
  if (!has_members || body == Body::for_others) return;
  body_ = std::make_unique<Json>(object_in(request));
  object_ = body_.get();
}

Input::~Input() = default;

void Input::add_violation(std::string place, std::string rule) {
  violations_.push_back({std::move(place), "", std::move(rule)});
}

std::string Input::place_of(std::string_view member, Where where) const {
  return where == Where::query ? std::string(member) : pointer_ + "/" + std::string(member);
}

bool Input::has(std::string_view member) {
  return find(member) != nullptr;
}

const Json* Input::find(std::string_view member) {
  if (object_ == nullptr) return nullptr;
  read_.insert(place_of(member, Where::body));
  const auto found = object_->find(member);
  return found == object_->end() ? nullptr : &*found;
}

std::optional<std::string> Input::find_in_query(std::string_view name) {
  read_query_.insert(std::string(name));
  std::optional<std::string> value;
  for (const auto& [key, text] : request_.query) {
    if (key != name) continue;
    if (value) add_violation(std::string(name), "is given once");
    value = text;
  }
  return value;
}

std::optional<std::string> Input::check_text(const Json& value, const TextRule& rule, const std::string& place) {
  const auto* text = value.get_ptr<const std::string*>();
  if (text == nullptr) {
    add_violation(place, "is a text");
    return std::nullopt;
  }
  const auto length = count_code_points(*text);
  if (!length || *length < rule.minimum || *length > rule.maximum) {
    add_violation(place, "has " + std::to_string(rule.minimum) + " to " + std::to_string(rule.maximum) + " characters");
  } else if (has_control_character(*text, rule.lines)) {
    add_violation(place, "has no control characters");
  } else {
    return *text;
  }
  return std::nullopt;
}

std::optional<std::int64_t> Input::check_number(const Json& value, const NumberRule& rule, const std::string& place) {
  const bool is_whole = value.is_number_integer();
  const bool is_huge = value.is_number_unsigned() && value.get<std::uint64_t>() > INT64_MAX;
  if (is_whole && !is_huge) {
    const auto number = value.get<std::int64_t>();
    if (number >= rule.minimum && number <= rule.maximum) return number;
  }
  add_violation(place,
                "is a whole number from " + std::to_string(rule.minimum) + " to " + std::to_string(rule.maximum));
  return std::nullopt;
}

std::optional<std::string> Input::text(std::string_view member, const TextRule& rule, Where where) {
  if (where != Where::body) {
    if (const auto value = find_in_query(member)) return check_text(*value, rule, std::string(member));
    if (where == Where::query) return std::nullopt;
  }
  const Json* value = find(member);
  return value == nullptr ? std::nullopt : check_text(*value, rule, place_of(member, Where::body));
}

std::optional<std::int64_t> Input::number(std::string_view member, const NumberRule& rule, Where where) {
  const Json* value = find(member);
  const auto in_body = value == nullptr ? std::nullopt : check_number(*value, rule, place_of(member, Where::body));
  if (where == Where::body) return in_body;
  const auto digits = find_in_query(member);
  if (!digits) return in_body;
  const bool is_short_number =
      !digits->empty() && digits->size() <= 18 && digits->find_first_not_of("0123456789") == std::string::npos;
  return check_number(is_short_number ? Json(std::stoll(*digits)) : Json(), rule, std::string(member));
}

std::optional<bool> Input::flag(std::string_view member) {
  const Json* value = find(member);
  if (value == nullptr) return std::nullopt;
  if (value->is_boolean()) return value->get<bool>();
  refuse(member, "is true or false");
  return std::nullopt;
}

const Json* Input::find_list(std::string_view member, const ListRule& rule) {
  const Json* list = find(member);
  if (list == nullptr) return nullptr;
  if (!list->is_array() || list->size() > rule.maximum) {
    refuse(member, "is a list of at most " + std::to_string(rule.maximum) + " items");
    return nullptr;
  }
  if (rule.repeats == Repeats::refused && std::set<Json>(list->begin(), list->end()).size() != list->size()) {
    refuse(member, "names nothing twice");
    return nullptr;
  }
  return list;
}

void Input::each_text(std::string_view member, const ListRule& list, const TextRule& rule,
                      const std::function<void(const std::string&, const std::string&)>& read) {
  const Json* items = find_list(member, list);
  for (std::size_t i = 0; items != nullptr && i < items->size(); ++i) {
    const std::string item = std::string(member) + "/" + std::to_string(i);
    if (const auto text = check_text((*items)[i], rule, place_of(item, Where::body))) read(item, *text);
  }
}

std::vector<std::string> Input::texts(std::string_view member, const ListRule& list, const TextRule& item) {
  std::vector<std::string> read;
  each_text(member, list, item, [&](const std::string&, const std::string& text) { read.push_back(text); });
  return read;
}

std::vector<std::int64_t> Input::numbers(std::string_view member, const ListRule& list, const NumberRule& item) {
  std::vector<std::int64_t> read;
  const Json* items = find_list(member, list);
  for (std::size_t i = 0; items != nullptr && i < items->size(); ++i) {
    const std::string place = place_of(member, Where::body) + "/" + std::to_string(i);
    if (const auto number = check_number((*items)[i], item, place)) read.push_back(*number);
  }
  return read;
}

void Input::within(std::string_view member, const std::function<void()>& read) {
  const Json* inner = find(member);
  if (inner == nullptr) return;
  if (!inner->is_object()) return refuse(member, "is an object");
  const Json* const outer = std::exchange(object_, inner);
  const std::string outer_pointer = std::exchange(pointer_, place_of(member, Where::body));
  read();
  for (const auto& [name, value] : inner->items()) {
    if (!read_.contains(pointer_ + "/" + name)) {
      add_violation(pointer_ + "/" + pointer_token(name), "is not known here; remove it or mend its name");
    }
  }
  object_ = outer;
  pointer_ = outer_pointer;
}

void Input::finish() {
  if (object_ != nullptr) {
    for (const auto& [name, value] : object_->items()) {
      if (!read_.contains("/" + name)) {
        add_violation("/" + pointer_token(name), "is not known here; remove it or mend its name");
      }
    }
  }
  for (const auto& [name, value] : request_.query) {
    if (!read_query_.contains(name)) {
      add_violation(pointer_token(name), "is not a query parameter here; remove it or mend its name");
    }
  }
  if (violations_.empty()) return;
  // Not inside the call below: an argument that moves the violations away may be evaluated first.
  const std::string count = std::to_string(violations_.size()) + (violations_.size() == 1 ? " rule" : " rules");
  throw Error(ErrorCode::invalid_input,
              "The request breaks " + count + "; correct what the violations name and send it again.",
              std::move(violations_));
}

}  // namespace passend::api
