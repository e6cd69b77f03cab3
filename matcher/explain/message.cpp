// SPDX-License-Identifier: EUPL-1.2
#include "matcher/explain/message.hpp"

#include <unicode/listformatter.h>
#include <unicode/locid.h>
#include <unicode/msgfmt.h>

#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <unordered_map>

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

/// A template made ready: parsing a pattern and finding its number formats costs fifty times what filling it in does.
struct Template {
  Template(std::string_view pattern, Style style)
      : message(icu::UnicodeString::fromUTF8(std::string(pattern)), locale_of(style), status) {
    check(status, pattern);
    const std::unique_ptr<icu::StringEnumeration> used(message.getFormatNames(status));
    check(status, pattern);
    while (const icu::UnicodeString* name = used->snext(status)) places.push_back(*name);
  }

  /// Every place must have its value, or ICU would leave the braces standing.
  void check_arguments(const std::vector<icu::UnicodeString>& names, std::string_view pattern) const {
    for (const auto& place : places) {
      if (std::find(names.begin(), names.end(), place) != names.end()) continue;
      throw Error(ErrorCode::internal, "the template '" + std::string(pattern) + "' asks for '" + utf8(place) + "'");
    }
  }

  UErrorCode status = U_ZERO_ERROR;
  icu::MessageFormat message;
  std::vector<icu::UnicodeString> places;
};

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
template <class Value>
using ByText = std::unordered_map<std::string, Value, TextHash, std::equal_to<>>;

/// What has been made ready in one language. Patterns are our own and languages those of ISO 639-3, so that it stays
/// small.
struct Ready {
  ByText<std::unique_ptr<Template>> templates;
  ByText<std::string> language_names;
  std::unique_ptr<icu::ListFormatter> list;
};

/// One set per thread, since ICU keeps state inside a format while it works.
Ready& ready(Style style) {
  thread_local std::array<Ready, 3> of_thread;
  return of_thread[static_cast<std::size_t>(style)];
}

const Template& template_for(std::string_view pattern, Style style) {
  auto& templates = ready(style).templates;
  const auto found = templates.find(pattern);
  if (found != templates.end()) return *found->second;
  return *templates.emplace(std::string(pattern), std::make_unique<Template>(pattern, style)).first->second;
}

}  // namespace

std::string format(std::string_view pattern, const Arguments& arguments, Style style) {
  const auto& filled_in = template_for(pattern, style);
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  names.reserve(arguments.size());
  values.reserve(arguments.size());
  for (const auto& argument : arguments) {
    names.push_back(icu::UnicodeString::fromUTF8(argument.name));
    values.push_back(formattable(argument));
  }
  filled_in.check_arguments(names, pattern);
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString text;
  filled_in.message.format(names.data(), values.data(), static_cast<std::int32_t>(values.size()), text, status);
  check(status, pattern);
  return utf8(text);
}

std::string language_name(const std::string& iso639_3, Style style) {
  auto& names = ready(style).language_names;
  if (const auto found = names.find(iso639_3); found != names.end()) return found->second;
  const icu::Locale language(iso639_3.c_str());
  icu::UnicodeString name;
  language.getDisplayLanguage(locale_of(style), name);
  return names.emplace(iso639_3, utf8(name)).first->second;
}

std::string listed(const std::vector<std::string>& items, Style style) {
  UErrorCode status = U_ZERO_ERROR;
  auto& formatter = ready(style).list;
  if (!formatter) formatter.reset(icu::ListFormatter::createInstance(locale_of(style), status));
  check(status, "list");
  std::vector<icu::UnicodeString> texts;
  for (const auto& item : items) texts.push_back(icu::UnicodeString::fromUTF8(item));
  icu::UnicodeString text;
  formatter->format(texts.data(), static_cast<std::int32_t>(texts.size()), text, status);
  check(status, "list");
  return utf8(text);
}

}  // namespace passend::explain
