// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/csv_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "indexer/base/error.hpp"

namespace passend::text {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const std::string& bytes, CsvOptions options = {}) {
  std::istringstream input(bytes);
  CsvReader reader(input, options);
  Rows rows;
  while (reader.next() == CsvEvent::record) {
    rows.emplace_back();
    for (std::size_t i = 0; i < reader.field_count(); ++i) rows.back().emplace_back(reader.field(i));
  }
  return rows;
}

std::string refusal_of(const std::string& bytes) {
  try {
    rows_of(bytes);
  } catch (const Error& error) {
    return error.what();
  }
  return "accepted";
}

TEST(CsvReader, ReadsPlainRecordsWhateverTheLineEnd) {
  const Rows expected{{"1", "2"}, {"3", "4"}};
  EXPECT_EQ(rows_of("a,b\n1,2\n3,4\n"), expected);
  EXPECT_EQ(rows_of("a,b\r\n1,2\r\n3,4\r\n"), expected);
  EXPECT_EQ(rows_of("a,b\r1,2\r3,4"), expected);
}

TEST(CsvReader, KeepsDelimitersNewlinesAndDoubledQuotesInsideQuotes) {
  EXPECT_EQ(rows_of("a,b\n\"x, y\nz\",\"he said \"\"ja\"\"\"\n"), (Rows{{"x, y\nz", "he said \"ja\""}}));
  EXPECT_EQ(rows_of("a,b\n\"\",\"\"\"\"\n"), (Rows{{"", "\""}}));
}

TEST(CsvReader, TakesAQuoteInTheMiddleOfAPlainFieldAsItIs) {
  EXPECT_EQ(rows_of("a,b\n5\" pijp,\"x\"y\n"), (Rows{{"5\" pijp", "xy"}}));
}

TEST(CsvReader, KeepsEmptyFieldsAndSkipsEmptyLines) {
  EXPECT_EQ(rows_of("a,b,c\n\n,,\n\r\n1,,3\n"), (Rows{{"", "", ""}, {"1", "", "3"}}));
}

TEST(CsvReader, SkipsAByteOrderMark) {
  std::istringstream input("\xEF\xBB\xBFuri,label\nx,y\n");
  EXPECT_THAT(CsvReader(input).header(), ElementsAre("uri", "label"));
}

TEST(CsvReader, FindsTheDelimiterThatTheHeaderUses) {
  EXPECT_EQ(rows_of("a;b;c\n1,5;2;3\n"), (Rows{{"1,5", "2", "3"}}));
  EXPECT_EQ(rows_of("a\tb\n1;2\t3\n"), (Rows{{"1;2", "3"}}));
}

TEST(CsvReader, FindsColumnsByNameAndNamesWhatExistsWhenOneIsMissing) {
  std::istringstream input("uri, label \nx,y\n");
  CsvReader reader(input);
  EXPECT_EQ(reader.column("label"), 1U);
  EXPECT_FALSE(reader.column("Label"));
  try {
    reader.required_column("postcode");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::invalid_input);
    EXPECT_STREQ(error.what(), "column 'postcode' is missing; the header has: uri, label");
  }
}

TEST(CsvReader, RefusesToChooseBetweenTwoColumnsOfOneName) {
  std::istringstream input("id,id\n1,2\n");
  CsvReader reader(input);
  EXPECT_THROW(reader.column("id"), Error);
}

TEST(CsvReader, AnswersEmptyForFieldsThatAShortRecordLacks) {
  std::istringstream input("a,b,c\n1\n");
  CsvReader reader(input);
  ASSERT_EQ(reader.next(), CsvEvent::record);
  EXPECT_EQ(reader.field_count(), 1U);
  EXPECT_EQ(reader.field(0), "1");
  EXPECT_EQ(reader.field(2), "");
}

TEST(CsvReader, NamesTheLineOnWhichARecordStarts) {
  std::istringstream input("a,b\r\n1,\"x\r\ny\"\r\n\r\n2,z\r\n");
  CsvReader reader(input);
  ASSERT_EQ(reader.next(), CsvEvent::record);
  EXPECT_EQ(reader.line(), 2U);
  ASSERT_EQ(reader.next(), CsvEvent::record);
  EXPECT_EQ(reader.line(), 5U);
}

TEST(CsvReader, LeavesOutAnOverlongRecordAndGoesOnAfterIt) {
  std::istringstream input("a,b\n" + std::string(5000, 'x') + ",1\n2,3\n");
  CsvReader reader(input, {.max_record_bytes = 1000});
  ASSERT_EQ(reader.next(), CsvEvent::broken);
  EXPECT_THAT(reader.problem(), HasSubstr("starts on line 2 is longer than 1000 bytes"));
  EXPECT_EQ(reader.field(0), "");
  ASSERT_EQ(reader.next(), CsvEvent::record);
  EXPECT_EQ(reader.field(0), "2");
  EXPECT_EQ(reader.line(), 3U);
}

TEST(CsvReader, SaysWhichRecordLeavesAQuoteOpen) {
  std::istringstream input("a,b\n1,2\n3,\"open\n4,5\n");
  CsvReader reader(input);
  ASSERT_EQ(reader.next(), CsvEvent::record);
  ASSERT_EQ(reader.next(), CsvEvent::broken);
  EXPECT_THAT(reader.problem(), HasSubstr("the record on line 3"));
  EXPECT_EQ(reader.next(), CsvEvent::end);
}

TEST(CsvReader, RefusesWhatIsNoCsvFile) {
  EXPECT_THAT(refusal_of(""), HasSubstr("is empty"));
  EXPECT_THAT(refusal_of("\n\n"), HasSubstr("is empty"));
  EXPECT_THAT(refusal_of("\xFF\xFE"
                         "a"),
              HasSubstr("UTF-16"));
  EXPECT_THAT(refusal_of("\"a,b\n1,2\n"), HasSubstr("header"));
}

TEST(CsvReader, ReadsTheSameAcrossTheEdgesOfItsBuffer) {
  // Records of 7 bytes put quotes, commas and line ends on every side of the 64 KiB edge.
  std::string bytes = "a,b\n";
  constexpr std::size_t count = 40000;
  for (std::size_t i = 0; i < count; ++i) bytes += "\"\"\"\",x\n";
  const Rows rows = rows_of(bytes);
  ASSERT_EQ(rows.size(), count);
  for (const auto& row : rows) ASSERT_THAT(row, ElementsAre("\"", "x"));
}

}  // namespace
}  // namespace passend::text
