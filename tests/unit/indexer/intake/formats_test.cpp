// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/formats.hpp"

#include <gmock/gmock.h>

#include "indexer/base/error.hpp"
#include "indexer/model/codec.hpp"
#include "tests/unit/indexer/intake/importing.hpp"

namespace passend::intake {
namespace {

using testing::HasSubstr;

TEST(Formats, AreToldByTheirContent) {
  EXPECT_EQ(detect_format(R"([{"idWerkzoekende":"a"}])", nullptr), Format::vum_portfolios);
  EXPECT_EQ(detect_format(R"({"matches":[{"idVacature":"a","werkgever":{}}]})", nullptr), Format::vum_vacancies);
  EXPECT_EQ(detect_format("\xEF\xBB\xBF\n {\"kind\":\"vacancy\",\"vacancy\":{}}", nullptr), Format::passend);
  EXPECT_EQ(detect_format(R"({"@type":"JobPosting"})", nullptr), Format::jobposting);
  EXPECT_EQ(detect_format("<!doctype html>", nullptr), Format::jobposting);
  EXPECT_EQ(detect_format("sourceId;title;hours\n", nullptr), Format::csv_vacancies);
  EXPECT_EQ(detect_format("bronId,postcode,gewensteBeroepen,talen\n", nullptr), Format::csv_portfolios);
  EXPECT_EQ(detect_format("naam;kvkNummer;plaats\n", nullptr), Format::csv_employers);
}

TEST(Formats, AreToldThroughTheMapping) {
  const ColumnMapping mapping = parse_mapping(R"({"columns":{"title":"A","sourceId":"B","hours":"C"}})");
  EXPECT_EQ(detect_format("A,B,C\n", &mapping), Format::csv_vacancies);
}

TEST(Formats, WhatIsNoneIsRefusedWithTheNames) {
  for (const char* text : {"", "  \n", "hello world", "{\"a\":1}", "[]", "x;y;z\n1;2;3\n"}) {
    EXPECT_THROW(detect_format(text, nullptr), Error) << text;
  }
  try {
    parse_format("vum");
    FAIL();
  } catch (const Error& error) {
    EXPECT_THAT(error.what(), HasSubstr("vum-portfolios, vum-vacancies, csv-portfolios"));
    EXPECT_EQ(error.code(), ErrorCode::unsupported_format);
  }
}

TEST(Formats, NamesGoBothWays) {
  for (const char* name : {"vum-portfolios", "vum-vacancies", "csv-portfolios", "csv-vacancies", "csv-employers",
                           "jobposting", "passend"}) {
    EXPECT_EQ(to_text(parse_format(name)), name);
  }
}

TEST(Formats, AMappingIsForCsvAlone) {
  const ColumnMapping mapping = parse_mapping(R"({"columns":{"title":"A"}})");
  EXPECT_THROW(import_mapped("{}", Format::jobposting, mapping), Error);
}

TEST(OwnRecords, ComeBackAsTheyWere) {
  Portfolio portfolio;
  portfolio.search.id = portfolio.detail.id = CandidateId::random();
  portfolio.search.source = {"generator", "p1"};
  portfolio.search.mobility.postcode = "1211AB";
  portfolio.search.competences = {HeldCompetence{{"urn:x", "Lassen"}, Proficiency::expert, CompetenceSource::self}};
  portfolio.search.importance[Criterion::distance] = Importance::required;
  portfolio.detail.name = "J. Jansen";
  Vacancy vacancy;
  vacancy.id = VacancyId::random();
  vacancy.source = {"generator", "v1"};
  vacancy.title = "Lasser";
  vacancy.working_times.grid = WeekGrid{0x1234567};
  Employer employer;
  employer.id = EmployerId::random();
  employer.source = {"generator", "e1"};
  employer.name = "De Loods";
  const std::string text = R"({"kind":"portfolio","search":)" + encode(portfolio.search) + R"(,"detail":)" +
                           encode(portfolio.detail) + "}\n" + R"({"kind":"vacancy","vacancy":)" + encode(vacancy) +
                           "}\n" + R"({"kind":"employer","employer":)" + encode(employer) + "}\n";
  const Imported imported = import_text(text, std::nullopt);
  EXPECT_EQ(imported.report.format, "passend");
  EXPECT_TRUE(imported.report.issues.empty());
  EXPECT_EQ(imported.portfolio("p1"), portfolio);
  EXPECT_EQ(imported.vacancy("v1"), vacancy);
  EXPECT_EQ(imported.store.get<Employer>("e1"), employer);
}

TEST(OwnRecords, BreakARuleWithItsName) {
  const Imported imported = import_text(R"({"kind":"vacancy","vacancy":{"id":"x","hours":{"minimum":-1}}})"
                                        "\n"
                                        R"({"kind":"boat"})"
                                        "\n{\"kind\":\"vacancy\"}\n3\n",
                                        Format::passend);
  EXPECT_EQ(imported.report.rejected, 4U);
  bool found = false;
  for (const ImportIssue& issue : imported.report.issues)
    found = found || (issue.field == "/hours/minimum" && issue.value == "-1");
  EXPECT_TRUE(found);
}

TEST(OwnRecords, ShowNothingOfAPerson) {
  const Imported imported =
      import_text(R"({"kind":"portfolio","search":{"naam":"J. Jansen"},"detail":{"name":7}})", Format::passend);
  EXPECT_EQ(imported.report.rejected, 1U);
  for (const ImportIssue& issue : imported.report.issues) EXPECT_EQ(issue.value, "") << issue.field;
}

}  // namespace
}  // namespace passend::intake
