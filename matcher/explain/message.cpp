// SPDX-License-Identifier: EUPL-1.2
#include "matcher/explain/message.hpp"

#include <unicode/listformatter.h>
#include <unicode/locid.h>
#include <unicode/msgfmt.h>

#include <algorithm>
#include <memory>

#include "indexer/base/error.hpp"

namespace passend::explain {
namespace {

constexpr double milliseconds_a_day = 86'400'000.0;

icu::Locale locale_of(Style style) {
  return style == Style::english ? icu::Locale("en", "GB") : icu::Locale("nl", "NL");
}

std::string utf8(const icu::UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

icu::Formattable formattable(const Argument& argument) {
  struct {
    icu::Formattable operator()(const std::string& text) const { return icu::UnicodeString::fromUTF8(text); }
    icu::Formattable operator()(std::int64_t number) const { return {number}; }
    icu::Formattable operator()(double number) const { return {number}; }
    icu::Formattable operator()(Date date) const {
      // Noon, so that it is the same day in every time zone of Europe.
      return {(date.days + 0.5) * milliseconds_a_day, icu::Formattable::kIsDate};
    }
  } convert;
  return std::visit(convert, argument.value);
}

void check(UErrorCode status, std::string_view what) {
  if (U_SUCCESS(status)) return;
  throw Error(ErrorCode::internal, "a sentence of an explanation cannot be made: " + std::string(u_errorName(status)) +
                                       " in '" + std::string(what) + "'");
}

/// Every place of the template must have its value, or ICU would leave the braces standing.
void check_arguments(const icu::MessageFormat& message, const std::vector<icu::UnicodeString>& names,
                     std::string_view pattern) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> used(const_cast<icu::MessageFormat&>(message).getFormatNames(status));
  check(status, pattern);
  while (const icu::UnicodeString* name = used->snext(status)) {
    if (std::find(names.begin(), names.end(), *name) == names.end()) {
      throw Error(ErrorCode::internal, "the template '" + std::string(pattern) + "' asks for '" + utf8(*name) + "'");
    }
  }
}

}  // namespace

std::string format(std::string_view pattern, const Arguments& arguments, Style style) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::MessageFormat message(icu::UnicodeString::fromUTF8(std::string(pattern)), locale_of(style), status);
  check(status, pattern);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const auto& argument : arguments) {
    names.push_back(icu::UnicodeString::fromUTF8(argument.name));
    values.push_back(formattable(argument));
  }
  check_arguments(message, names, pattern);
  icu::UnicodeString text;
  message.format(names.data(), values.data(), static_cast<std::int32_t>(values.size()), text, status);
  check(status, pattern);
  return utf8(text);
}

std::string language_name(const std::string& iso639_3, Style style) {
  const icu::Locale language(iso639_3.c_str());
  icu::UnicodeString name;
  language.getDisplayLanguage(locale_of(style), name);
  return utf8(name);
}

std::string listed(const std::vector<std::string>& items, Style style) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::ListFormatter> formatter(icu::ListFormatter::createInstance(locale_of(style), status));
  check(status, "list");
  std::vector<icu::UnicodeString> texts;
  for (const auto& item : items) texts.push_back(icu::UnicodeString::fromUTF8(item));
  icu::UnicodeString text;
  formatter->format(texts.data(), static_cast<std::int32_t>(texts.size()), text, status);
  check(status, "list");
  return utf8(text);
}

}  // namespace passend::explain
