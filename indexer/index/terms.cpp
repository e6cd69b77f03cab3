// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/terms.hpp"

#include <algorithm>

#include "indexer/base/hash.hpp"
#include "indexer/base/utf8.hpp"
#include "indexer/text/unicode.hpp"

namespace passend::index {
namespace {

bool is_control(char byte) {
  return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F;
}

std::string joined(std::string_view a, std::string_view b, std::string_view c = {}) {
  std::string result;
  result.reserve(a.size() + b.size() + c.size());
  return result.append(a).append(b).append(c);
}

std::string fitted(std::string_view prefix, std::string_view value) {
  std::string term = joined(prefix, value);
  return is_safe_term(term) ? term : joined(prefix, "#", sha256_hex(value));
}

void append_big_endian(std::string& bytes, std::uint64_t number) {
  for (int shift = 56; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(number >> shift));
}

std::uint64_t big_endian(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char byte : bytes.substr(0, 8)) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

}  // namespace

bool is_safe_term(std::string_view term) {
  return !term.empty() && term.size() <= max_term_bytes && std::none_of(term.begin(), term.end(), is_control);
}

std::string word_term(std::string_view text_prefix, std::string_view word) {
  return joined(text_prefix, word);
}

std::string stem_term(std::string_view text_prefix, std::string_view stem) {
  return joined("Z", text_prefix, stem);
}

std::string filter_term(const Field& field, std::string_view value) {
  if (field.form == FilterForm::folded) return fitted(field.filter_prefix, text::normalise(value));
  return fitted(field.filter_prefix, value);
}

std::string unknown_term(const Field& field) {
  return std::string(field.filter_prefix);
}

std::string part_term(std::string_view stem) {
  return joined("Y", stem);
}

std::string unique_term(const Id128& id) {
  return joined("Q", to_text(id));
}

std::string id_bytes(const Id128& id) {
  std::string bytes;
  append_big_endian(bytes, id.high);
  append_big_endian(bytes, id.low);
  return bytes;
}

std::optional<Id128> id_of_bytes(std::string_view bytes) {
  if (bytes.size() != 16) return std::nullopt;
  return Id128{big_endian(bytes), big_endian(bytes.substr(8))};
}

std::string version_bytes(std::int64_t version) {
  std::string bytes;
  append_big_endian(bytes, static_cast<std::uint64_t>(version));
  return bytes;
}

std::int64_t version_of_bytes(std::string_view bytes) {
  return static_cast<std::int64_t>(big_endian(bytes));
}

std::string_view first_characters(std::string_view utf8, std::size_t count) {
  return code_point_prefix(utf8, count);
}

std::size_t count_characters(std::string_view utf8) {
  return code_points_in(utf8);
}

}  // namespace passend::index
