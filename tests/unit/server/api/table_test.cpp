// SPDX-License-Identifier: EUPL-1.2
#include "server/api/table.hpp"

#include <gtest/gtest.h>

namespace passend::api {
namespace {

std::string dutch(const Cells& cells) {
  return csv_line(cells, Language::dutch);
}
std::string english(const Cells& cells) {
  return csv_line(cells, Language::english);
}

TEST(CsvLine, SeparatesAsASpreadsheetOfItsLanguage) {
  const Cells cells{std::string("a"), 12.5, std::string(), 3.0, -0.25, std::string("z")};
  EXPECT_EQ(dutch(cells), "a;12,5;;3;-0,25;z\r\n");
  EXPECT_EQ(english(cells), "a,12.5,,3,-0.25,z\r\n");
  EXPECT_EQ(csv_line(Cells{1.5}, Language::dutch_simple), "1,5\r\n");
}

TEST(CsvLine, QuotesWhatWouldMakeAnotherCell) {
  for (const Language language : {Language::dutch, Language::english}) {
    EXPECT_EQ(csv_line(Cells{std::string("a;b")}, language), "\"a;b\"\r\n");
    EXPECT_EQ(csv_line(Cells{std::string("a,b")}, language), "\"a,b\"\r\n");
    EXPECT_EQ(csv_line(Cells{std::string("a \"b\"")}, language), "\"a \"\"b\"\"\"\r\n");
    EXPECT_EQ(csv_line(Cells{std::string("a\nb")}, language), "\"a\nb\"\r\n");
    EXPECT_EQ(csv_line(Cells{std::string("é €")}, language), "é €\r\n");
  }
}

TEST(CsvLine, MakesNoFormulaOfWords) {
  for (const char* words : {"=1+1", "+31 6", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "=cmd|' /C calc'!A0"}) {
    const std::string line = dutch({std::string(words)});
    EXPECT_TRUE(line.starts_with("'") || line.starts_with("\"'")) << line;
  }
  EXPECT_EQ(dutch({std::string("a=1")}), "a=1\r\n");
  EXPECT_EQ(dutch({-1.0}), "-1\r\n") << "a number is a number";
}

TEST(TitlesIn, AreOfOneLanguage) {
  const std::vector<ColumnTitle> titles{{"Plaats", "Place"}, {"Uren", "Hours"}};
  EXPECT_EQ(titles_in(Language::dutch, titles), (std::vector<std::string>{"Plaats", "Uren"}));
  EXPECT_EQ(titles_in(Language::english, titles), (std::vector<std::string>{"Place", "Hours"}));
}

}  // namespace
}  // namespace passend::api
