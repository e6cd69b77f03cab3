// SPDX-License-Identifier: EUPL-1.2
#include "server/http/message.hpp"

#include <algorithm>
#include <array>

namespace passend::http {
namespace {

constexpr std::array<std::pair<Method, std::string_view>, 7> methods{{{Method::get, "GET"},
                                                                      {Method::head, "HEAD"},
                                                                      {Method::post, "POST"},
                                                                      {Method::put, "PUT"},
                                                                      {Method::patch, "PATCH"},
                                                                      {Method::delete_, "DELETE"},
                                                                      {Method::options, "OPTIONS"}}};

constexpr std::array<std::pair<int, std::string_view>, 25> phrases{{{200, "OK"},
                                                                    {303, "See Other"},
                                                                    {304, "Not Modified"},
                                                                    {400, "Bad Request"},
                                                                    {401, "Unauthorized"},
                                                                    {403, "Forbidden"},
                                                                    {404, "Not Found"},
                                                                    {405, "Method Not Allowed"},
                                                                    {406, "Not Acceptable"},
                                                                    {408, "Request Timeout"},
                                                                    {409, "Conflict"},
                                                                    {411, "Length Required"},
                                                                    {412, "Precondition Failed"},
                                                                    {413, "Content Too Large"},
                                                                    {414, "URI Too Long"},
                                                                    {415, "Unsupported Media Type"},
                                                                    {428, "Precondition Required"},
                                                                    {429, "Too Many Requests"},
                                                                    {431, "Request Header Fields Too Large"},
                                                                    {500, "Internal Server Error"},
                                                                    {501, "Not Implemented"},
                                                                    {503, "Service Unavailable"},
                                                                    {507, "Insufficient Storage"},
                                                                    {201, "Created"},
                                                                    {204, "No Content"}}};

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

std::optional<std::string_view> find(const std::vector<Field>& fields, std::string_view name) {
  for (const Field& field : fields) {
    if (equal_without_case(field.name, name)) return field.value;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Method> parse_method(std::string_view name) {
  for (const auto& [method, text] : methods) {
    if (text == name) return method;
  }
  return std::nullopt;
}

std::string_view to_text(Method method) {
  return methods.at(static_cast<std::size_t>(method)).second;
}

bool equal_without_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

std::optional<std::string_view> Request::header(std::string_view name) const {
  return find(fields, name);
}

std::optional<std::string_view> Response::header(std::string_view name) const {
  return find(fields, name);
}

std::string_view reason_phrase(int status) {
  for (const auto& [number, phrase] : phrases) {
    if (number == status) return phrase;
  }
  return "Unknown";
}

}  // namespace passend::http
