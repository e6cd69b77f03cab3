// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "indexer/intake/text_limits.hpp"
#include "indexer/model/codes.hpp"

namespace passend::intake {

/// A word that people write for a code, in the form of comparable().
template <class Code>
struct Word {
  std::string_view text;
  Code code;
};

/// The Dutch (and some English) words for the codes of a type; words.cpp has the lists.
template <class Code>
struct Words {
  const Word<Code>* first = nullptr;
  std::size_t count = 0;
};
template <class Code>
Words<Code> dutch_words();

template <>
Words<Importance> dutch_words();
template <>
Words<WorkLevel> dutch_words();
template <>
Words<EducationLevel> dutch_words();
template <>
Words<EducationStatus> dutch_words();
template <>
Words<ContractType> dutch_words();
template <>
Words<AgreementType> dutch_words();
template <>
Words<Transport> dutch_words();
template <>
Words<LanguageLevel> dutch_words();
template <>
Words<Cefr> dutch_words();
template <>
Words<Proficiency> dutch_words();
template <>
Words<WorkingCondition> dutch_words();
template <>
Words<VacancyStatus> dutch_words();
template <>
Words<SalaryPeriod> dutch_words();
template <>
Words<ApplicationMethod> dutch_words();
template <>
Words<Criterion> dutch_words();

/// The code that a word stands for: its JSON name or a Dutch word, without regard to case, blanks and hyphens.
template <class Code>
std::optional<Code> code_of_word(std::string_view text) {
  const std::string word = comparable(text);
  if (word.empty()) return std::nullopt;
  for (const auto& [code, name] : CodeNames<Code>::names) {
    if (comparable(name) == word) return code;
  }
  const Words<Code> words = dutch_words<Code>();
  for (const Word<Code>* entry = words.first; entry != words.first + words.count; ++entry) {
    if (entry->text == word) return entry->code;
  }
  return std::nullopt;
}

/// "fixed_term, permanent": what may stand in a column, for messages.
template <class Code>
std::string names_of() {
  std::string all;
  for (const auto& [code, name] : CodeNames<Code>::names) all += (all.empty() ? "" : ", ") + std::string(name);
  return all;
}

/// ISO 639-3 code of a language: from itself, from ISO 639-1 for common languages, or from its Dutch or English name.
/// Three lower-case letters are believed to be a code.
std::optional<std::string> language_code(std::string_view text);

}  // namespace passend::intake
