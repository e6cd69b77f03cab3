// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/unicode.hpp"

#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>

#include "indexer/base/error.hpp"

namespace passend::text {
namespace {

void require(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::internal, std::string("ICU cannot ") + what + ": " + u_errorName(status) +
                                         "; is the ICU data package of this machine complete?");
  }
}

const icu::Normalizer2& normaliser(const icu::Normalizer2* (*instance)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = instance(status);
  require(status, "load its normalisation data");
  return *found;
}

icu::UnicodeString apply(const icu::Normalizer2& form, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString result = form.normalize(text, status);
  require(status, "normalise text");
  return result;
}

icu::UnicodeString from_utf8(std::string_view utf8) {
  return icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string result;
  return text.toUTF8String(result);
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char byte) { return static_cast<unsigned char>(byte) < 0x80; });
}

/// Letters with a stroke or a ligature, which Unicode does not decompose; lower case, since folding came before.
const char16_t* base_letters(UChar32 letter) {
  switch (letter) {
    case 0x00F8:
      return u"o";
    case 0x0142:
      return u"l";
    case 0x0111:
      return u"d";
    case 0x0127:
      return u"h";
    case 0x0131:
      return u"i";
    case 0x00E6:
      return u"ae";
    case 0x0153:
      return u"oe";
    default:
      return nullptr;
  }
}

/// Only the marks of the Latin, Greek and Cyrillic scripts: in other scripts a mark can be a vowel.
bool is_diacritic(UChar32 character) {
  return character >= 0x0300 && character <= 0x036F;
}

icu::UnicodeString without_diacritics(const icu::UnicodeString& folded) {
  const icu::UnicodeString parts = apply(normaliser(icu::Normalizer2::getNFDInstance), folded);
  icu::UnicodeString bare;
  for (int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 character = parts.char32At(i);
    if (is_diacritic(character)) continue;
    if (const char16_t* letters = base_letters(character)) {
      bare.append(letters, -1);
    } else {
      bare.append(character);
    }
  }
  return apply(normaliser(icu::Normalizer2::getNFCInstance), bare);
}

icu::UnicodeString collapsed(const icu::UnicodeString& text) {
  icu::UnicodeString result;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 character = text.char32At(i);
    const bool blank = u_isUWhiteSpace(character) || u_iscntrl(character);
    if (!blank) {
      result.append(character);
    } else if (!result.isEmpty() && result.charAt(result.length() - 1) != u' ') {
      result.append(u' ');
    }
  }
  return result.trim();
}

std::string normalise_ascii(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char byte : text) {
    const bool blank = static_cast<unsigned char>(byte) <= ' ' || byte == 0x7F;
    if (!blank) {
      result.push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte);
    } else if (!result.empty() && result.back() != ' ') {
      result.push_back(' ');
    }
  }
  if (result.ends_with(' ')) result.pop_back();
  return result;
}

icu::UnicodeString folded_form(std::string_view utf8) {
  const icu::UnicodeString folded = apply(normaliser(icu::Normalizer2::getNFKCCasefoldInstance), from_utf8(utf8));
  return collapsed(without_diacritics(folded));
}

/// Invisible characters that text from forms and feeds carries by accident, or to deceive (bidirectional overrides).
bool is_unwanted(UChar32 character) {
  if (character == '\n') return false;
  return u_iscntrl(character) || character == 0x00AD || character == 0x200B || character == 0x2060 ||
         character == 0xFEFF || (character >= 0x202A && character <= 0x202E) ||
         (character >= 0x2066 && character <= 0x2069) || (character & 0xFFFE) == 0xFFFE;
}

}  // namespace

std::optional<std::size_t> invalid_utf8_offset(std::string_view bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const auto length = static_cast<std::int64_t>(bytes.size());
  for (std::int64_t i = 0; i < length;) {
    if (data[i] < 0x80) {
      ++i;
      continue;
    }
    const std::int64_t start = i;
    // The macro counts in 32 bits: at most four bytes from here.
    const std::uint8_t* here = data + start;
    const int left = static_cast<int>(std::min<std::int64_t>(4, length - start));
    int used = 0;
    UChar32 character = 0;
    U8_NEXT(here, used, left, character);
    if (character < 0) return static_cast<std::size_t>(start);
    i = start + used;
  }
  return std::nullopt;
}

std::string normalise(std::string_view utf8) {
  return is_ascii(utf8) ? normalise_ascii(utf8) : to_utf8(folded_form(utf8));
}

std::vector<std::string> tokens(std::string_view utf8) {
  const icu::UnicodeString text = folded_form(utf8);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> words(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  require(status, "load its word breaks");
  words->setText(text);
  std::vector<std::string> result;
  int32_t begin = words->first();
  for (int32_t end = words->next(); end != icu::BreakIterator::DONE; begin = end, end = words->next()) {
    if (words->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    int32_t last = end;
    while (last < text.length() && (text.charAt(last) == u'+' || text.charAt(last) == u'#')) ++last;
    result.push_back(to_utf8(text.tempSubStringBetween(begin, last)));
  }
  return result;
}

std::string clean_text(std::string_view utf8) {
  const icu::UnicodeString text = apply(normaliser(icu::Normalizer2::getNFCInstance), from_utf8(utf8));
  icu::UnicodeString result;
  for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 character = text.char32At(i);
    const bool is_carriage_return = character == '\r';
    if (is_carriage_return && i + 1 < text.length() && text.charAt(i + 1) == u'\n') continue;
    if (is_carriage_return || character == 0x2028 || character == 0x2029 || character == 0x0085) {
      result.append(u'\n');
    } else if (character == '\t' || character == 0x00A0) {
      result.append(u' ');
    } else if (!is_unwanted(character)) {
      result.append(character);
    }
  }
  return to_utf8(result);
}

}  // namespace passend::text
