// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/base/id.hpp"
#include "indexer/index/fields.hpp"

/// How words, values and ids become terms; writing and searching must agree on every byte of it.
namespace passend::index {

/// Xapian takes 245 bytes less two for every NUL; 200 leaves room whatever the bytes are.
inline constexpr std::size_t max_term_bytes = 200;

/// A term that Xapian takes for certain: 1..200 bytes, no control characters.
bool is_safe_term(std::string_view term);

/// The term of a word as it is written; an empty prefix: in any field.
std::string word_term(std::string_view text_prefix, std::string_view word);
/// The term of a stem.
std::string stem_term(std::string_view text_prefix, std::string_view stem);
/// The term of an exact value. A value that is too long or holds control characters stands as its SHA-256.
std::string filter_term(const Field& field, std::string_view value);
/// The term of documents that leave the field blank: the prefix of its values without a value.
std::string unknown_term(const Field& field);
/// The term of the stem of a part of a compound, in any field.
std::string part_term(std::string_view stem);
/// The one term that names a document.
std::string unique_term(const Id128& id);

/// 16 bytes, big-endian, so that byte order is the order of ids.
std::string id_bytes(const Id128& id);
std::optional<Id128> id_of_bytes(std::string_view bytes);
std::string version_bytes(std::int64_t version);
std::int64_t version_of_bytes(std::string_view bytes);

/// At most `count` characters of well-formed UTF-8.
std::string_view first_characters(std::string_view utf8, std::size_t count);
std::size_t count_characters(std::string_view utf8);

}  // namespace passend::index
