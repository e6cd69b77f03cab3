// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "indexer/base/error.hpp"
#include "tests/unit/indexer/intake/importing.hpp"

namespace passend::intake {
namespace {

using testing::AllOf;
using testing::HasSubstr;

Imported vacancies(const std::string& text) {
  return import_text(text, Format::csv_vacancies);
}
Imported portfolios(const std::string& text) {
  return import_text(text, Format::csv_portfolios);
}

std::string error_of(const std::string& text, Format format) {
  try {
    import_text(text, format);
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::invalid_input);
    return error.what();
  }
  return "no error";
}

TEST(CsvImport, ReadsAVacancyWithTheDocumentedColumns) {
  const Imported imported = vacancies(
      "sourceId;title;employerName;occupation;competences;workLevel;education;languages;drivingLicences;credentials;"
      "experienceYears;postcode;place;hours;irregularHours;startDate;contractTypes;agreements;sector;salary;"
      "offeredConditions;importance;socialReturn;closes;positions\n"
      "v1;Magazijnmedewerker;De Loods;https://x.example/o1;orderpicken=ervaren=harde "
      "eis|inpakken;vmbo;vmbo|mbo=Logistiek;"
      "Nederlands=B1=harde eis|eng=redelijk;B=gewenst|BE;VCA=belangrijk;2;1211 ab;Hilversum;24-32;ja;01-10-2026;"
      "vast|tijdelijk;regulier;52100;2400-2600 per maand;zittend werk;afstand=harde "
      "eis|uren=belangrijk;nee;2026-12-31;3\n");
  EXPECT_TRUE(imported.report.issues.empty());
  const Vacancy& read = imported.vacancy("v1");
  EXPECT_EQ(read.source.system, "csv");
  EXPECT_EQ(read.occupation, (ConceptRef{"https://x.example/o1", ""}));
  ASSERT_EQ(read.competences->size(), 2U);
  EXPECT_EQ(read.competences->at(0),
            (DemandedCompetence{{"", "orderpicken"}, Proficiency::skilled, Importance::required}));
  EXPECT_EQ(read.competences->at(1), (DemandedCompetence{{"", "inpakken"}, std::nullopt, Importance::important}));
  EXPECT_EQ(read.education->at(1), (DemandedEducation{EducationLevel::mbo, std::nullopt, "Logistiek", std::nullopt}));
  EXPECT_EQ(read.languages->at(0).speaking, LanguageLevel::good);
  EXPECT_EQ(read.languages->at(0).importance, Importance::required);
  EXPECT_EQ(read.languages->at(1).language, "eng");
  EXPECT_EQ(read.driving_licences->at(0), (DemandedLicence{DrivingLicence::b, Importance::desired}));
  EXPECT_EQ(read.credentials->at(0).importance, Importance::important);
  EXPECT_EQ(read.location.postcode, "1211AB");
  EXPECT_EQ(read.hours, (WeeklyHours{24, 32}));
  EXPECT_EQ(read.working_times.irregular_hours, true);
  EXPECT_EQ(read.period.from, Date::of(2026, 10, 1));
  EXPECT_EQ(read.contract_types, (std::vector{ContractType::permanent, ContractType::fixed_term}));
  EXPECT_EQ(read.importance[Criterion::distance], Importance::required);
  EXPECT_EQ(read.offered_conditions, std::vector{WorkingCondition::seated_work});
  EXPECT_EQ(read.social_return, false);
  EXPECT_EQ(read.positions, 3);
}

TEST(CsvImport, ReadsDutchColumnNamesAndCommas) {
  const Imported imported = vacancies(
      "\xEF\xBB\xBF"
      "Bron ID,functie,plaats,uren\nv1,\"Kok, zelfstandig\",Hilversum,24\n");
  EXPECT_EQ(imported.vacancy("v1").title, "Kok, zelfstandig");
  EXPECT_EQ(imported.vacancy("v1").hours, (WeeklyHours{24, 24}));
}

TEST(CsvImport, ReadsAPortfolioIntoItsTwoHalves) {
  const Imported imported = portfolios(
      "bronId;naam;emailadres;postcode;gewensteBeroepen;werkervaring;competenties;opleidingen;talen;rijbewijzen;"
      "vervoer;uren;"
      "beschikbaarVanaf;belang;doelgroepregister\n"
      "p1;J. Jansen;j@example.org;1211AB;kok|afwasser;kok=2018-01-01..2021-06-30|afwasser=2022-01-01..;koken=ervaren;"
      "mbo=Kok=ja;Nederlands=B2;B=2030-01-01;fiets|ov;24-32;2026-10-01;afstand=harde eis;ja\n");
  EXPECT_TRUE(imported.report.issues.empty());
  const Portfolio& read = imported.portfolio("p1");
  EXPECT_EQ(read.detail.name, "J. Jansen");
  EXPECT_EQ(read.detail.target_group_register, true);
  EXPECT_EQ(read.search.wanted_occupations->size(), 2U);
  EXPECT_EQ(read.search.experience->at(0).period.until, Date::of(2021, 6, 30));
  EXPECT_EQ(read.search.experience->at(1).period, (Period{Date::of(2022, 1, 1), std::nullopt}));
  EXPECT_EQ(read.search.education->at(0).diploma, true);
  EXPECT_EQ(read.search.languages->at(0).writing, (LanguageCommand{LanguageLevel::good, Cefr::b2}));
  EXPECT_EQ(read.search.driving_licences->at(0).valid_until, Date::of(2030, 1, 1));
  EXPECT_EQ(read.search.mobility.transport->size(), 2U);
}

TEST(CsvImport, TellsNoneFromUnknown) {
  const Imported imported = portfolios("sourceId;drivingLicences;languages\np1;geen;\n");
  EXPECT_EQ(imported.portfolio("p1").search.driving_licences, std::vector<HeldLicence>{});
  EXPECT_EQ(imported.portfolio("p1").search.languages, std::nullopt);
}

TEST(CsvImport, ReadsAnEmployerAndMendsALostZero) {
  const Imported imported = import_text(
      "naam;kvkNummer;erkendLeerbedrijf;webadres\nDe Lepel BV;1234567;ja;www.example.org\n", Format::csv_employers);
  EXPECT_EQ(imported.report.inserted, 1U);
  const Employer& read = imported.store.get<Employer>("kvk:01234567");
  EXPECT_EQ(read.kvk_number, "01234567");
  EXPECT_EQ(read.recognised_training_company, true);
}

TEST(CsvImport, AnUnknownColumnNamesTheNearestOneAndAllThereAre) {
  EXPECT_THAT(error_of("sourceId;titel\n1;Kok\n", Format::csv_vacancies),
              AllOf(HasSubstr("column 'titel' is not known; did you mean 'title'?"),
                    HasSubstr("experienceYears (jarenErvaring)")));
}

TEST(CsvImport, AMissingRequiredColumnIsNamed) {
  EXPECT_THAT(error_of("sourceId;place\n1;Hilversum\n", Format::csv_vacancies),
              HasSubstr("column 'title' is required and missing"));
  EXPECT_THAT(error_of("naam;postcode\nA;1211AB\n", Format::csv_portfolios), HasSubstr("'sourceId' is required"));
}

TEST(CsvImport, AColumnThatStandsTwiceIsRefused) {
  EXPECT_THAT(error_of("title;functie\nKok;Kok\n", Format::csv_vacancies), HasSubstr("column 'functie' stands twice"));
}

TEST(CsvImport, AFileWithoutAHeaderIsRefused) {
  EXPECT_THROW(import_text("", Format::csv_vacancies), Error);
}

TEST(CsvImport, RejectsANegativeHourAndNamesTheField) {
  const Imported imported = vacancies("sourceId;title;hours\n1;Kok;-8\n2;Kok;24\n");
  EXPECT_EQ(imported.report.inserted, 1U);
  const ImportIssue issue = only_issue(imported);
  EXPECT_EQ(issue.field, "hours");
  EXPECT_EQ(issue.value, "-8");
  EXPECT_EQ(issue.line, 2U);
  EXPECT_THAT(issue.reason, HasSubstr("from 0 to 99"));
}

TEST(CsvImport, RejectsARangeThatIsUpsideDown) {
  EXPECT_THAT(only_issue(vacancies("title;hours\nKok;32-16\n")).reason, HasSubstr("stands last"));
  EXPECT_THAT(only_issue(vacancies("title;hoursMinimum;hoursMaximum\nKok;32;16\n")).reason,
              HasSubstr("not above the maximum"));
  EXPECT_THAT(only_issue(vacancies("title;startDate;endDate\nKok;2026-10-01;2026-09-01\n")).reason,
              HasSubstr("not before the first day"));
}

TEST(CsvImport, RejectsADateThatDoesNotExist) {
  const ImportIssue issue = only_issue(vacancies("title;closes\nKok;31-02-2026\n"));
  EXPECT_EQ(issue.severity, ImportIssue::Severity::rejected);
  EXPECT_EQ(issue.value, "31-02-2026");
}

TEST(CsvImport, ReadsADateInWordsAsNotKnown) {
  const Imported imported = vacancies("sourceId;title;startDate\nv;Kok;In overleg\n");
  EXPECT_EQ(imported.report.inserted, 1U);
  EXPECT_EQ(imported.vacancy("v").period.from, std::nullopt);
  EXPECT_EQ(only_issue(imported).severity, ImportIssue::Severity::warning);
}

TEST(CsvImport, RejectsAWordThatIsNoCodeAndNamesTheCodes) {
  const ImportIssue issue = only_issue(vacancies("title;contractTypes\nKok;vast|soms\n"));
  EXPECT_EQ(issue.field, "contractTypes");
  EXPECT_THAT(issue.reason, HasSubstr("fixed_term, permanent"));
}

TEST(CsvImport, RejectsAnImpossiblePostcodeOfAPersonWithoutRepeatingIt) {
  const ImportIssue issue = only_issue(portfolios("sourceId;postcode\np1;0211AB\n"));
  EXPECT_EQ(issue.severity, ImportIssue::Severity::rejected);
  EXPECT_EQ(issue.value, "");
  EXPECT_EQ(only_issue(vacancies("title;postcode\nKok;1211SS\n")).value, "1211SS") << "that of a workplace is public";
}

TEST(CsvImport, WarnsOfAPostcodeThatTheTableDoesNotHave) {
  std::istringstream csv("pc4,lat,lon,inwoners,plaats,gemeente\n1211,52.2,5.2,100,Hilversum,Hilversum\n");
  const geo::PostcodeTable table = geo::PostcodeTable::load(csv, "table");
  ImportOptions options = options_of(Format::csv_vacancies);
  options.reading.postcodes = &table;
  MemoryStore store;
  const ImportReport report = import_into(store, "title;postcode\nKok;1211AB\nBakker;9999ZZ\n", options);
  EXPECT_EQ(report.inserted, 2U);
  ASSERT_EQ(report.issues.size(), 1U);
  EXPECT_EQ(report.issues[0].line, 3U);
  EXPECT_THAT(report.issues[0].reason, HasSubstr("distance will be unknown"));
}

TEST(CsvImport, RejectsARowWithTooManyFields) {
  const ImportIssue issue = only_issue(vacancies("title;place\nKok;Hilversum;en omstreken\n"));
  EXPECT_THAT(issue.reason, HasSubstr("3 fields and the header 2"));
  EXPECT_EQ(vacancies("title;place\nKok;Hilversum;;\n").report.inserted, 1U) << "empty ones do no harm";
}

TEST(CsvImport, RejectsBytesThatAreNotUtf8AndNamesTheByte) {
  const Imported imported = vacancies("title;place\nKok;Caf\xE9\nBakker;Hilversum\n");
  EXPECT_EQ(imported.report.inserted, 1U);
  const ImportIssue issue = only_issue(imported);
  EXPECT_EQ(issue.field, "place");
  EXPECT_EQ(issue.line, 2U);
  EXPECT_THAT(issue.reason, HasSubstr("byte 3 of field 2"));
}

TEST(CsvImport, DropsByRuleAndKeepsOnlyWhetherSomeoneIsYoung) {
  const Imported imported =
      portfolios("sourceId;Geboortedatum;Geslacht;BSN;Nationaliteit\np1;01-02-2004;v;123456782;NL\np2;;;;\n");
  EXPECT_EQ(imported.report.inserted, 2U);
  const std::map<std::string, std::uint64_t> expected{{"birth_date", 1}, {"bsn", 1}, {"nationality", 1}, {"sex", 1}};
  EXPECT_EQ(imported.report.dropped_by_rule, expected);
  EXPECT_EQ(imported.portfolio("p1").detail.younger_than_27, true);
  EXPECT_EQ(imported.portfolio("p2").detail.younger_than_27, std::nullopt);
}

TEST(CsvImport, NeverRepeatsWhatMayNameAPerson) {
  const std::string name(130, 'N');
  const Imported imported = portfolios("sourceId;name;hoursMinimum;email;phone;postcode\np1;" + name + ";-1;x;y;z9\n");
  EXPECT_EQ(imported.report.rejected, 1U);
  for (const ImportIssue& issue : imported.report.issues) {
    EXPECT_EQ((issue.value + issue.reason + issue.remedy).find("NNN"), std::string::npos);
    if (issue.field != "hoursMinimum") {
      EXPECT_EQ(issue.value, "") << issue.field;
    }
  }
}

TEST(CsvImport, NamesEveryMistakeOfARowAtOnce) {
  const Imported imported = vacancies("title;hours;postcode;experienceYears\n;-8;0000AA;200\n");
  EXPECT_EQ(imported.report.rejected, 1U);
  EXPECT_EQ(imported.report.issues.size(), 4U);
}

TEST(CsvImport, DerivesAStableIdWhereTheSourceHasNone) {
  const std::string text = "title;employerName;place;description\nKok;De Lepel;Hilversum;Een\n";
  MemoryStore store;
  EXPECT_EQ(import_into(store, text, options_of(Format::csv_vacancies)).inserted, 1U);
  EXPECT_EQ(import_into(store, text, options_of(Format::csv_vacancies)).unchanged, 1U);
  const std::string edited = "title;employerName;place;description\nKOK;De  Lepel;Hilversum;Twee\n";
  EXPECT_EQ(import_into(store, edited, options_of(Format::csv_vacancies)).updated, 1U);
}

TEST(CsvImport, CountsPartsOfAFullWeek) {
  const Imported imported = vacancies("sourceId;title;fte;fullTimeHours\nv;Leraar;\"0,4 - 0,8\";36\n");
  EXPECT_EQ(imported.vacancy("v").hours, (WeeklyHours{14, 29}));
}

TEST(CsvImport, FreesTextsOfHtml) {
  const Imported imported = vacancies("sourceId;title;description\nv;\"Kok &amp; bakker\";<p>Een</p><p>Twee</p>\n");
  EXPECT_EQ(imported.vacancy("v").title, "Kok & bakker");
  EXPECT_EQ(imported.vacancy("v").description.find('<'), std::string::npos);
}

}  // namespace
}  // namespace passend::intake
