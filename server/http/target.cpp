// SPDX-License-Identifier: EUPL-1.2
#include "server/http/target.hpp"

#include "indexer/base/error.hpp"

namespace passend::http {
namespace {

int hex_value(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  return -1;
}

[[noreturn]] void refuse(std::string_view field, std::string_view rule) {
  throw Error(ErrorCode::invalid_input, "The address of the request cannot be read; correct it and send it again.",
              {{std::string(field), "", std::string(rule)}});
}

std::string decode(std::string_view text, std::string_view field) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      decoded.push_back(text[i]);
      continue;
    }
    const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
    if (high < 0 || low < 0) refuse(field, "a percent sign is followed by two hexadecimal digits");
    const char byte = static_cast<char>(high * 16 + low);
    const bool is_control = static_cast<unsigned char>(byte) < 0x20 || byte == 0x7f;
    if (is_control) refuse(field, "no escapes of control characters");
    // In a query they are plain letters: an address to return to, the issuer in an answer to a sign-in.
    if (field == "path" && (byte == '/' || byte == '\\')) refuse(field, "no escapes of slashes or backslashes");
    decoded.push_back(byte);
    i += 2;
  }
  return decoded;
}

template <class Take>
void split(std::string_view text, char separator, const Take& take) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    take(text.substr(begin, end - begin));
    begin = end + 1;
  }
}

}  // namespace

Target parse_target(std::string_view target) {
  Target parsed;
  const std::size_t mark = std::min(target.find('?'), target.size());
  const std::string_view path = target.substr(0, mark);
  if (path.size() > 1) {
    split(path.substr(1), '/', [&](std::string_view part) { parsed.segments.push_back(decode(part, "path")); });
  }
  if (mark + 1 < target.size()) {
    split(target.substr(mark + 1), '&', [&](std::string_view part) {
      const std::size_t equals = std::min(part.find('='), part.size());
      const std::string_view value = equals < part.size() ? part.substr(equals + 1) : std::string_view();
      parsed.query.emplace_back(decode(part.substr(0, equals), "query"), decode(value, "query"));
    });
  }
  return parsed;
}

}  // namespace passend::http
