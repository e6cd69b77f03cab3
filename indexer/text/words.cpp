// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/words.hpp"

#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>

#include "indexer/base/error.hpp"
#include "indexer/text/unicode.hpp"

namespace passend::text {
namespace {

void require(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::internal, std::string("ICU cannot ") + what + ": " + u_errorName(status) +
                                         "; is the ICU data package of this machine complete?");
  }
}

/// A view of UTF-8 that ICU walks without a copy, so that its positions are bytes of the text itself.
class Utf8Text {
 public:
  explicit Utf8Text(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&text_, utf8.data(), static_cast<std::int64_t>(utf8.size()), &status);
    require(status, "read a text");
  }
  ~Utf8Text() { utext_close(&text_); }
  Utf8Text(const Utf8Text&) = delete;
  Utf8Text& operator=(const Utf8Text&) = delete;
  UText* get() { return &text_; }

 private:
  UText text_ = UTEXT_INITIALIZER;
};

bool is_digit(char byte) {
  return byte >= '0' && byte <= '9';
}

/// The typographic apostrophe is the plain one: "foto's" is written both ways.
void plain_apostrophes(std::string& form) {
  constexpr std::string_view curly = "\xE2\x80\x99";
  for (std::size_t at = form.find(curly); at != std::string::npos; at = form.find(curly, at + 1)) {
    form[at] = '\'';
    form.erase(at + 1, curly.size() - 1);
  }
}

/// Adds what holds a letter or digit, of any script.
void add_word(std::vector<Word>& words, std::string_view utf8, std::size_t begin, std::size_t end) {
  constexpr std::string_view no_word = "_+#";
  if (utf8.substr(begin, end - begin).find_first_not_of(no_word) == std::string_view::npos) return;
  Word word{normalise(utf8.substr(begin, end - begin)), begin, end};
  plain_apostrophes(word.form);
  if (!word.form.empty()) words.push_back(std::move(word));
}

bool is_ascii_letter(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

bool is_word_byte(char byte) {
  return is_ascii_letter(byte) || is_digit(byte) || byte == '_';
}

/// What always parts words. ICU 72 takes the @ for a letter, which makes "kok @ huizen" three words.
bool parts_words(char byte) {
  return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '@';
}

/// Whether the byte at `i` holds together the word bytes around it: foto's, 1.000,50.
bool joins(std::string_view utf8, std::size_t i, std::size_t begin, std::size_t end) {
  if (i == begin || i + 1 >= end) return false;
  const char before = utf8[i - 1], after = utf8[i + 1];
  const bool letters = is_ascii_letter(before) && is_ascii_letter(after);
  const bool digits = is_digit(before) && is_digit(after);
  return utf8[i] == '\'' ? letters || digits : digits && (utf8[i] == '.' || utf8[i] == ',' || utf8[i] == ';');
}

std::size_t with_suffix(std::string_view utf8, std::size_t end) {
  while (end < utf8.size() && (utf8[end] == '+' || utf8[end] == '#')) ++end;
  return end;
}

/// The rules of UAX #29 for ASCII, by hand: nearly all text is, and this is twenty times as fast as asking ICU.
void add_ascii_words(std::vector<Word>& words, std::string_view utf8, std::size_t begin, std::size_t end) {
  std::size_t i = begin;
  while (i < end) {
    if (!is_word_byte(utf8[i])) {
      ++i;
      continue;
    }
    const std::size_t start = i;
    while (i < end && (is_word_byte(utf8[i]) || joins(utf8, i, begin, end))) ++i;
    i = with_suffix(utf8, i);
    add_word(words, utf8, start, i);
  }
}

/// Parts what ICU joins: a full stop between letters is most often a missing space.
void add_parts(std::vector<Word>& words, std::string_view utf8, std::size_t begin, std::size_t end) {
  std::size_t start = begin;
  for (std::size_t i = begin; i < end; ++i) {
    if (utf8[i] != '.' || joins(utf8, i, begin, end)) continue;
    add_word(words, utf8, start, i);
    start = i + 1;
  }
  add_word(words, utf8, start, end);
}

/// ICU's word breaks over pieces of a text; made when the first piece needs it.
class WordBreaks {
 public:
  void add_words(std::vector<Word>& words, std::string_view utf8, std::size_t begin, std::size_t end) {
    UErrorCode status = U_ZERO_ERROR;
    if (!breaks_) breaks_.reset(icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    require(status, "load its word breaks");
    const std::string_view piece = utf8.substr(begin, end - begin);
    Utf8Text text(piece);
    breaks_->setText(text.get(), status);
    require(status, "break a text into words");
    std::int32_t from = breaks_->first();
    for (std::int32_t to = breaks_->next(); to != icu::BreakIterator::DONE; from = to, to = breaks_->next()) {
      if (breaks_->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
      add_parts(words, utf8, begin + static_cast<std::size_t>(from),
                with_suffix(utf8, begin + static_cast<std::size_t>(to)));
    }
  }

 private:
  std::unique_ptr<icu::BreakIterator> breaks_;
};

}  // namespace

std::vector<Word> words(std::string_view utf8) {
  std::vector<Word> result;
  WordBreaks breaks;
  std::size_t begin = 0;
  while (begin < utf8.size()) {
    // Each piece between blanks can be read in its own way.
    bool ascii = true;
    std::size_t end = begin;
    for (; end < utf8.size() && !parts_words(utf8[end]); ++end)
      ascii = ascii && static_cast<unsigned char>(utf8[end]) < 0x80;
    if (ascii) {
      add_ascii_words(result, utf8, begin, end);
    } else {
      breaks.add_words(result, utf8, begin, end);
    }
    begin = end + 1;
  }
  return result;
}

}  // namespace passend::text
