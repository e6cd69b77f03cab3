// SPDX-License-Identifier: EUPL-1.2
#include "server/http/trace_context.hpp"

#include <algorithm>
#include <string>

namespace passend::http {
namespace {

bool is_lower_hex(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// version "-" trace-id "-" parent-id "-" flags; a version above 00 may go on after another hyphen.
bool has_the_form(std::string_view text) {
  constexpr std::size_t length = 55;
  if (text.size() < length || text[2] != '-' || text[35] != '-' || text[52] != '-') return false;
  const std::string_view version = text.substr(0, 2);
  const bool ends = version == "00" ? text.size() == length : text.size() == length || text[length] == '-';
  return ends && version != "ff" && is_lower_hex(version) && is_lower_hex(text.substr(3, 32)) &&
         is_lower_hex(text.substr(36, 16)) && is_lower_hex(text.substr(53, 2));
}

}  // namespace

TraceContext trace_context_of(const Request& request) {
  const auto field = request.header("traceparent");
  if (field && has_the_form(*field)) {
    const auto trace = parse_id128(field->substr(3, 32));
    const auto parent = parse_id128("0000000000000000" + std::string(field->substr(36, 16)));
    if (trace && parent && *trace != Id128{} && parent->low != 0) return {*trace, parent->low};
  }
  return {random_id128(), 0};
}

}  // namespace passend::http
