// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <sstream>

#include "indexer/text/csv_reader.hpp"
#include "indexer/text/html.hpp"
#include "indexer/text/unicode.hpp"

namespace passend::text {
namespace {

using Fields = std::vector<std::string>;

std::string quoted(const std::string& field) {
  std::string result = "\"";
  for (const char byte : field) result.append(byte == '"' ? 2 : 1, byte);
  return result + '"';
}

rc::Gen<std::string> troublesome_text() {
  return rc::gen::container<std::string>(rc::gen::element('a', ',', ';', '"', '\n', '\r', ' ', '\t', '\xC3', '<', '&'));
}

RC_GTEST_PROP(CsvReader, GivesBackWhateverWasQuoted, ()) {
  const auto rows = *rc::gen::container<std::vector<Fields>>(rc::gen::container<Fields>(2, troublesome_text()));
  std::string bytes = "one,two\r\n";
  for (const Fields& row : rows) bytes += quoted(row[0]) + "," + quoted(row[1]) + "\r\n";
  std::istringstream input(bytes);
  CsvReader reader(input);
  for (const Fields& row : rows) {
    RC_ASSERT(reader.next() == CsvEvent::record);
    RC_ASSERT(reader.field_count() == 2U);
    RC_ASSERT(reader.field(0) == row[0]);
    RC_ASSERT(reader.field(1) == row[1]);
  }
  RC_ASSERT(reader.next() == CsvEvent::end);
}

RC_GTEST_PROP(CsvReader, ComesToAnEndOnAnyBytes, ()) {
  const std::string bytes = "a,b\n" + *troublesome_text();
  std::istringstream input(bytes);
  CsvReader reader(input, {.max_record_bytes = 16});
  std::size_t events = 0;
  while (reader.next() != CsvEvent::end) RC_ASSERT(++events <= bytes.size());
}

RC_GTEST_PROP(AnyBytes, BecomeWellFormedText, (const std::string& bytes)) {
  RC_ASSERT(!invalid_utf8_offset(normalise(bytes)));
  RC_ASSERT(!invalid_utf8_offset(clean_text(bytes)));
  RC_ASSERT(!invalid_utf8_offset(plain_text_from_html(bytes)));
  for (const std::string& token : tokens(bytes)) RC_ASSERT(!token.empty() && !invalid_utf8_offset(token));
}

RC_GTEST_PROP(PlainTextFromHtml, NeverFailsOnBrokenMarkup, ()) {
  const auto piece = rc::gen::element<std::string>("<", ">", "&", ";", "#", "x41", "p", "/", "!--", "-->", "script",
                                                   "amp", " ", "\n", "lt");
  std::string html;
  for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece)) html += part;
  const std::string text = plain_text_from_html(html);
  RC_ASSERT(text.size() <= html.size() * 3);
  RC_ASSERT(text.empty() || (text.front() != ' ' && text.back() != ' '));
}

RC_GTEST_PROP(Normalise, ChangesNothingTheSecondTime, (const std::string& bytes)) {
  const std::string once = normalise(bytes);
  RC_ASSERT(normalise(once) == once);
}

}  // namespace
}  // namespace passend::text
