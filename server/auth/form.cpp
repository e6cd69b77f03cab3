// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/form.hpp"

namespace passend::auth {
namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";
constexpr std::string_view unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

void append_escaped(std::string& text, std::string_view part) {
  for (const char byte : part) {
    if (unreserved.find(byte) != std::string_view::npos) {
      text += byte;
    } else {
      const auto value = static_cast<unsigned char>(byte);
      text += {'%', hex_digits[value >> 4], hex_digits[value & 0xF]};
    }
  }
}

}  // namespace

std::string encode_form(const Parameters& parameters) {
  std::string text;
  for (const auto& [name, value] : parameters) {
    if (!text.empty()) text += '&';
    append_escaped(text, name);
    text += '=';
    append_escaped(text, value);
  }
  return text;
}

std::string with_query(std::string_view address, const Parameters& parameters) {
  const char joint = address.find('?') == std::string_view::npos ? '?' : '&';
  return std::string(address) + joint + encode_form(parameters);
}

}  // namespace passend::auth
