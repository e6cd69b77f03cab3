// SPDX-License-Identifier: EUPL-1.2
#include "indexer/model/citizen_numbers.hpp"

#include <gmock/gmock.h>

#include "indexer/base/error.hpp"
#include "tests/unit/indexer/intake/importing.hpp"

namespace passend::intake {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(ElevenTest, TellsACitizenServiceNumberFromItsNeighbours) {
  EXPECT_TRUE(passes_eleven_test("123456782"));
  EXPECT_TRUE(passes_eleven_test("111222333"));
  EXPECT_TRUE(passes_eleven_test("012345672"));
  EXPECT_TRUE(passes_eleven_test("12345672")) << "its leading 0 was lost";
  for (const char* other :
       {"123456789", "123456781", "213456782", "000000000", "1234567820", "1234567", "12345678x", ""}) {
    EXPECT_FALSE(passes_eleven_test(other)) << other;
  }
}

std::string blanked(std::string text, Suspicion suspicion) {
  blank_citizen_numbers(text, suspicion);
  return text;
}

struct Case {
  const char* name;
  const char* text;
  const char* expected;  ///< Null: nothing is blanked.
};

void expect_blanked(const Case& one, Suspicion suspicion) {
  EXPECT_EQ(blanked(one.text, suspicion), one.expected == nullptr ? one.text : one.expected) << one.name;
}

TEST(CitizenNumbers, AreBlankedInTheTextOfAPerson) {
  const Case cases[] = {
      {"alone", "123456782", "[…]"},
      {"in a sentence", "Mijn nummer is 123456782, dank u.", "Mijn nummer is […], dank u."},
      {"official grouping", "nr. 1234.56.782", "nr. […]"},
      {"groups of three", "nr. 123 456 782", "nr. […]"},
      {"groups with hyphens", "nr. 123-456-782", "nr. […]"},
      {"pairs", "nr. 12 34 56 782", "nr. […]"},
      {"named and misspelt", "BSN: 123456789", "BSN: […]"},
      {"named and stuck to its name", "BSN123456782", "BSN[…]"},
      {"named, in single digits", "bsn 1 2 3 4 5 6 7 8 2", "bsn […]"},
      {"named in full", "Burgerservicenummer (BSN) is: 1234 56 782.", "Burgerservicenummer (BSN) is: […]."},
      {"named, eight digits", "sofinummer 12345672", "sofinummer […]"},
      {"named, with a telephone number behind", "BSN 123456782 06-12345678", "BSN […] 06-12345678"},
      {"eight digits and nothing else", " 12345672 ", " […] "},
      {"a year in front", "2019 123456782", "2019 […]"},
      {"two of them", "123456782 en 111222333", "[…] en […]"},
      {"VAT number of a sole trader", "btw NL123456782B01", "btw NL[…]B01"},
      {"VAT number in groups", "btw NL 1234.56.782.B01", "btw NL […].B01"},
      {"after a letter of more than one byte", "Zoë… 123456782", "Zoë… […]"},
  };
  for (const Case& one : cases) expect_blanked(one, Suspicion::likely);
}

TEST(CitizenNumbers, OtherNumbersOfAPersonStay) {
  // Each holds digits that pass the test in the place where a careless search would look.
  const Case cases[] = {
      {"does not pass", "123456789", nullptr},
      {"mobile", "06 12345678", nullptr},
      {"mobile in pairs", "06 12 34 56 78", nullptr},
      {"mobile in one", "0612345609", nullptr},
      {"mobile abroad", "+31 612345609", nullptr},
      {"mobile abroad in threes", "+31 612 345 609", nullptr},
      {"mobile abroad with hyphen", "+31-612345609", nullptr},
      {"mobile abroad with zeros", "0031 612345609", nullptr},
      {"mobile abroad with a bracket", "+31 (0)612345609", nullptr},
      {"telephone", "035-1234567", nullptr},
      {"trade register", "KvK 12345672", nullptr},
      {"IBAN", "NL91ABNA0123456782", nullptr},
      {"IBAN in groups", "NL91 ABNA 0123 4567 82", nullptr},
      {"foreign IBAN", "DE89 3704 0044 0532 0130 00", nullptr},
      {"amount", "een omzet van € 123.456.782", nullptr},
      {"amount with cents", "123.456.782,50", nullptr},
      {"registration with a letter", "diploma V123456782", nullptr},
      {"registration with a letter behind", "123456782V", nullptr},
      {"longer number", "49012345678", nullptr},
      {"date", "geboren 12345672, verhuisd", nullptr},
      {"periods", "2015-2019 en 2020-2023", nullptr},
      {"unusual groups", "1 23456782", nullptr},
      {"named elsewhere", "Mijn BSN geef ik in het gesprek. KvK 12345678", nullptr},
      {"named, but a telephone number", "BSN bekend, tel. 0612345678", nullptr},
  };
  for (const Case& one : cases) expect_blanked(one, Suspicion::likely);
}

TEST(CitizenNumbers, InTheTextOfAnEmployerOnlyWhatIsCalledOneIsBlanked) {
  expect_blanked({"named", "Stuur je BSN (123456782) mee", "Stuur je BSN ([…]) mee"}, Suspicion::named);
  for (const char* text : {"RSIN 123456782", "referentie 123456782", "123456782", "btw NL123456782B01"}) {
    EXPECT_EQ(blanked(text, Suspicion::named), text);
  }
}

TEST(CitizenNumbers, AreBlankedInEveryFreeTextOfAPortfolioAndReportedWithoutTheNumber) {
  const Imported imported = import_text(
      "sourceId;summary;wantedOccupations;experience;competences;education;courses;interests;presentation;name;phone;"
      "contactName\n"
      "p1;Kok 123456782;kok 123456782;bakker 123456782;snijden 123456782=ervaren;mbo=Horeca 123456782;"
      "HACCP 123456782;koken 123456782;Ik ben 123456782;A. Kanarie 123456782;612345609;Balie 123456782\n",
      Format::csv_portfolios);
  ASSERT_EQ(imported.report.inserted, 1U);
  const Portfolio& read = imported.portfolio("p1");
  EXPECT_EQ(read.search.summary, "Kok […]");
  EXPECT_EQ(read.search.wanted_occupations->front().label, "kok […]");
  EXPECT_EQ(read.search.experience->front().occupation.label, "bakker […]");
  EXPECT_EQ(read.search.competences->front().competence.label, "snijden […]");
  EXPECT_EQ(read.search.education->front().name, "Horeca […]");
  EXPECT_EQ(read.search.courses->front().name, "HACCP […]");
  EXPECT_EQ(read.search.interests->front(), "koken […]");
  EXPECT_EQ(read.detail.presentation, "Ik ben […]");
  EXPECT_EQ(read.detail.name, "A. Kanarie […]");
  EXPECT_EQ(read.detail.contacts.front().name, "Balie […]");
  EXPECT_EQ(read.detail.phones.front(), "612345609") << "passes the test, and stands where telephone numbers stand";
  EXPECT_EQ(imported.report.dropped_by_rule.at("bsn"), 10U);
  EXPECT_EQ(imported.report.issues.size(), 10U);
  for (const ImportIssue& issue : imported.report.issues) {
    EXPECT_EQ(issue.severity, ImportIssue::Severity::warning);
    EXPECT_EQ(issue.line, 2U);
    EXPECT_NE(issue.field, "");
    EXPECT_EQ(issue.value, "");
    EXPECT_THAT(issue.reason, HasSubstr("citizen service number"));
    EXPECT_THAT(issue.reason + issue.remedy, Not(HasSubstr("1234")));
  }
}

TEST(CitizenNumbers, StayInNoFormatThatHoldsPeople) {
  const Imported vum = import_text(
      R"([{"idWerkzoekende":"w1","arbeidsmarktkwalificatie":{"interesse":[{"naamInteresse":"koken, BSN 123456782"}]}}])",
      Format::vum_portfolios);
  EXPECT_EQ(vum.report.dropped_by_rule.at("bsn"), 1U);
  EXPECT_EQ(vum.portfolio("w1").search.interests->front(), "koken, BSN […]");
  const Imported own = import_text(
      R"({"kind":"portfolio","search":{"id":"00000000000000000000000000000001","source":{"system":"s","id":"o1"},)"
      R"("summary":"123456782","updated":"2026-01-01"},"detail":{"id":"00000000000000000000000000000001"}})",
      Format::passend);
  EXPECT_EQ(own.portfolio("o1").search.summary, "[…]");
}

TEST(CitizenNumbers, AVacancyKeepsItsReferenceNumbers) {
  const Imported imported = import_text(
      "sourceId;title;description\nv1;Kok;Vacaturenummer 123456782. Uw BSN: 123456782\n", Format::csv_vacancies);
  EXPECT_EQ(imported.vacancy("v1").description, "Vacaturenummer 123456782. Uw BSN: […]");
}

TEST(CitizenNumbers, AreNotCutInTwoByTheLimitOfAField) {
  const std::string text = std::string(1995, 'x') + " 123456782";
  const Imported imported = import_text("sourceId;summary\np1;" + text + "\n", Format::csv_portfolios);
  EXPECT_EQ(imported.portfolio("p1").search.summary, std::string(1995, 'x') + " […]");
}

std::string refusal_of(const std::string& ids) {
  try {
    const Imported imported = import_text("sourceId;summary\n" + ids, Format::csv_portfolios);
    return "loaded " + std::to_string(imported.report.inserted);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::invalid_input);
    return error.what();
  }
}

TEST(CitizenNumbers, CannotBeTheSourceIdsOfAFile) {
  const std::string five = "123456782;a\n111222333;b\n987654329;c\n12345672;d\n612345609;e\n";
  EXPECT_THAT(refusal_of(five), HasSubstr("the source ids of this file are citizen service numbers"));
  EXPECT_THAT(refusal_of(five), Not(HasSubstr("1234")));
  EXPECT_EQ(refusal_of(five + "123456789;f\n"), "loaded 6") << "one that is none: these are other numbers";
  EXPECT_EQ(refusal_of("123456782;a\n"), "loaded 1") << "one may pass by chance";
}

TEST(ImportReport, RepeatsNoNumberAndNoWordOfAPersonWhoseRowSlippedAColumn) {
  const Imported imported = import_text(
      "sourceId;updated;maximumDistanceKm;hours;workLevel;transport\n"
      "p1;Wimpel Kanarie;123456782;0612345678;Kanariestraat 1;wimpel@kanarie.example\np2;2026-01-01;-5;;;\n",
      Format::csv_portfolios);
  EXPECT_EQ(imported.report.rejected, 2U);
  std::string all;
  for (const ImportIssue& issue : imported.report.issues) all += issue.value + issue.reason + issue.remedy + '\n';
  for (const char* canary : {"Kanarie", "kanarie", "Wimpel", "123456782", "0612345678"}) {
    EXPECT_THAT(all, Not(HasSubstr(canary)));
  }
  EXPECT_THAT(all, HasSubstr("-5")) << "a short number tells nobody";
}

TEST(ImportReport, DoesNotRepeatAFirstLineThatIsARecord) {
  for (const Format format : {Format::csv_portfolios, Format::csv_employers}) {
    try {
      import_text("123456782;Wimpel Kanarie;1211AB\n", format);
      ADD_FAILURE() << "read a record as column names";
    } catch (const Error& error) {
      EXPECT_THAT(error.what(), HasSubstr("the first line names none of the columns"));
      EXPECT_THAT(error.what(), Not(HasSubstr("Kanarie")));
      EXPECT_TRUE(error.violations().empty());
    }
  }
}

}  // namespace
}  // namespace passend::intake
