// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/column_mapping.hpp"

#include <gmock/gmock.h>

#include "indexer/base/error.hpp"
#include "tests/unit/indexer/intake/importing.hpp"

namespace passend::intake {
namespace {

using testing::HasSubstr;

constexpr const char* board = R"({"columns": {"sourceId": {"from": "URL", "lastNumber": true}, "title": "Functie",
  "contractTypes": {"from": "Dienst", "values": {"V": "vast"}}, "description": ["Kop", "Tekst"], "startDate": "Start"},
  "constants": {"employerName": "De Loods"}})";

std::string error_of(const std::string& json) {
  try {
    parse_mapping(json);
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
}

TEST(ColumnMapping, ReadsTheExportOfABoardAsItIs) {
  const Imported imported = import_mapped(
      "URL,Functie,Dienst,Kop,Tekst,Iets,Start\nhttps://x.example/v/12?a,Kok,V,Een,Twee,Drie,2026-10-01\n",
      Format::csv_vacancies, parse_mapping(board));
  EXPECT_TRUE(imported.report.issues.empty());
  const Vacancy& read = imported.vacancy("12");
  EXPECT_EQ(read.title, "Kok");
  EXPECT_EQ(read.description, "Een\nTwee");
  EXPECT_EQ(read.employer_name, "De Loods");
  EXPECT_EQ(read.contract_types, std::vector{ContractType::permanent});
  EXPECT_EQ(read.occupation, (ConceptRef{"", "Kok"})) << "a source without occupations is read by its titles";
}

TEST(ColumnMapping, LeavesOutAForeignWordWithAWarning) {
  const Imported imported =
      import_mapped("URL,Functie,Dienst,Kop,Tekst,Start\nhttps://x.example/v/12,Kok,soms,,,2026-1\n",
                    Format::csv_vacancies, parse_mapping(board));
  EXPECT_EQ(imported.report.inserted, 1U);
  EXPECT_EQ(imported.report.issues.size(), 2U);
  EXPECT_THAT(imported.issue(0).remedy, HasSubstr("\"values\""));
}

TEST(ColumnMapping, RejectsARowWithoutTheIdThatItPromises) {
  const Imported imported = import_mapped("URL,Functie,Dienst,Kop,Tekst,Start\nonbekend,Kok,V,,,\n",
                                          Format::csv_vacancies, parse_mapping(board));
  EXPECT_EQ(imported.report.rejected, 1U);
  EXPECT_EQ(only_issue(imported).field, "sourceId");
}

TEST(ColumnMapping, AColumnThatTheFileDoesNotHaveIsAnError) {
  EXPECT_THROW(import_mapped("URL,Functie\n1,Kok\n", Format::csv_vacancies, parse_mapping(board)), Error);
  const ColumnMapping unknown = parse_mapping(R"({"columns": {"titel": "Functie"}})");
  EXPECT_THROW(import_mapped("Functie\nKok\n", Format::csv_vacancies, unknown), Error);
}

TEST(ColumnMapping, TriesTheOtherOrdersOfAPastedFile) {
  const ColumnMapping mapping =
      parse_mapping(R"({"columns": {"sourceId": "Nr", "title": "Functie", "postcode": "PC", "closes": "Sluit"},
    "layouts": [["PC", "Sluit", "Functie", "Nr"]]})");
  const Imported imported = import_mapped("Nr,Functie,PC,Sluit\n1,Kok,1211AB,01-10-2026\n1211AC,02-10-2026,Bakker,2\n",
                                          Format::csv_vacancies, mapping);
  EXPECT_EQ(imported.report.inserted, 2U);
  EXPECT_EQ(imported.vacancy("2").title, "Bakker");
  EXPECT_EQ(imported.vacancy("2").location.postcode, "1211AC");
}

TEST(ColumnMapping, RefusesAFileThatIsNoMapping) {
  EXPECT_THAT(error_of("[]"), HasSubstr("JSON object"));
  EXPECT_THAT(error_of("{}"), HasSubstr("at least one column"));
  EXPECT_THAT(error_of(R"({"columns": {"title": 3}})"), HasSubstr("/columns/title"));
  EXPECT_THAT(error_of(R"({"columns": {"title": {"van": "x"}}})"), HasSubstr("/columns/title/van"));
  EXPECT_THAT(error_of(R"({"columns": {"title": "x"}, "constant": {}})"), HasSubstr("/constant"));
  EXPECT_THAT(error_of(R"({"columns": {"title": "x"}, "constants": {"a": 1}})"), HasSubstr("/constants/a"));
  EXPECT_THAT(error_of(R"({"columns": {"title": "x"}, "layouts": "x"})"), HasSubstr("/layouts"));
}

TEST(ColumnMapping, NeverTakesABsnForAnId) {
  EXPECT_THAT(error_of(R"({"columns": {"sourceId": "BSN"}})"), HasSubstr("not a BSN"));
}

}  // namespace
}  // namespace passend::intake
