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

void add_word(std::vector<Word>& words, std::string_view utf8, std::size_t begin, std::size_t end) {
  if (begin == end) return;
  Word word{normalise(utf8.substr(begin, end - begin)), begin, end};
  plain_apostrophes(word.form);
  if (!word.form.empty()) words.push_back(std::move(word));
}

/// Parts what ICU joins: a full stop between letters is most often a missing space.
void add_parts(std::vector<Word>& words, std::string_view utf8, std::size_t begin, std::size_t end) {
  std::size_t start = begin;
  for (std::size_t i = begin; i < end; ++i) {
    if (utf8[i] != '.') continue;
    const bool inside_number = i > begin && is_digit(utf8[i - 1]) && i + 1 < end && is_digit(utf8[i + 1]);
    if (inside_number) continue;
    add_word(words, utf8, start, i);
    start = i + 1;
  }
  add_word(words, utf8, start, end);
}

}  // namespace

std::vector<Word> words(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  require(status, "load its word breaks");
  Utf8Text text(utf8);
  breaks->setText(text.get(), status);
  require(status, "break a text into words");
  std::vector<Word> result;
  std::int32_t begin = breaks->first();
  for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE; begin = end, end = breaks->next()) {
    if (breaks->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
    auto last = static_cast<std::size_t>(end);
    while (last < utf8.size() && (utf8[last] == '+' || utf8[last] == '#')) ++last;
    add_parts(result, utf8, static_cast<std::size_t>(begin), last);
  }
  return result;
}

}  // namespace passend::text
