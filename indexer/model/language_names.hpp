// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <span>
#include <string_view>

namespace passend {

/// A language and how it is named, in lower case without diacritics or blanks.
struct LanguageName {
  std::string_view code;        ///< ISO 639-3
  std::string_view short_code;  ///< ISO 639-1, empty when there is none.
  std::string_view dutch;
  std::string_view english;
};

/// The languages that Dutch work and its newcomers name; one language may stand there twice, under two names.
std::span<const LanguageName> language_names();

/// The ISO 639-3 code of the language with this Dutch or English name, written as in LanguageName; absent for any other
/// word.
std::optional<std::string_view> language_named(std::string_view word);

}  // namespace passend
