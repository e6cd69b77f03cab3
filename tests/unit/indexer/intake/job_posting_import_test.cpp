// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/unit/indexer/intake/importing.hpp"

namespace passend::intake {
namespace {

using testing::HasSubstr;

Imported postings(const std::string& text) {
  return import_text(text, Format::jobposting);
}
std::string posting(const std::string& members) {
  return R"({"@context":"https://schema.org","@type":"JobPosting","title":"Kok","identifier":{"@type":"PropertyValue","value":"7"})" +
         (members.empty() ? "" : "," + members) + "}";
}

TEST(JobPostingImport, ReadsAPosting) {
  const Imported imported =
      postings(posting(R"("description":"<p>Een</p><p>Twee &amp;amp; drie</p>","datePosted":"2026-7-29",
    "validThrough":"2026-08-30T23:59","employmentType":["TEMPORARY","PART_TIME"],"totalJobOpenings":2,"workHours":"24-32 uur",
    "hiringOrganization":{"@type":"Organization","name":"De Lepel"},"skills":"koken, HACCP",
    "jobLocation":{"@type":"Place","address":{"@type":"PostalAddress","addressLocality":"Hilversum","postalCode":"1211 ab","addressCountry":"NL"}},
    "baseSalary":{"@type":"MonetaryAmount","currency":"EUR","value":{"@type":"QuantitativeValue","minValue":2400,"maxValue":"2.800","unitText":"MONTH"}},
    "url":"https://x.example/7")"));
  EXPECT_TRUE(imported.report.issues.empty());
  const Vacancy& read = imported.vacancy("7");
  EXPECT_EQ(read.source.system, "jobposting");
  EXPECT_THAT(read.description, HasSubstr("Twee & drie"));
  EXPECT_EQ(read.posted, Date::of(2026, 7, 29));
  EXPECT_EQ(read.closes, Date::of(2026, 8, 30));
  EXPECT_EQ(read.contract_types, std::vector{ContractType::fixed_term});
  EXPECT_EQ(read.hours, (WeeklyHours{24, 32}));
  EXPECT_EQ(read.employer_name, "De Lepel");
  EXPECT_EQ(read.location.postcode, "1211AB");
  EXPECT_EQ(read.salary, (Salary{240'000, 280'000, SalaryPeriod::month}));
  EXPECT_EQ(read.competences->size(), 2U);
  EXPECT_EQ(read.application_address->url, "https://x.example/7");
}

TEST(JobPostingImport, ReadsAListThatWasWrittenOutAsText) {
  const Imported imported = postings(posting(R"("employmentType":"['FULL_TIME', 'INTERN']")"));
  EXPECT_EQ(imported.vacancy("7").agreements, std::vector{AgreementType::work_experience});
}

TEST(JobPostingImport, FreesATitleOfEntitiesHoweverOftenTheyWereEncoded) {
  const Imported imported =
      postings(R"({"@type":"JobPosting","title":"Kok &amp;amp; bakker&#8230;","identifier":"8"})");
  EXPECT_EQ(imported.vacancy("8").title, "Kok & bakker…");
}

TEST(JobPostingImport, FindsPostingsInAGraphAListAndALineEach) {
  EXPECT_EQ(postings(R"({"@context":"x","@graph":[{"@type":"WebPage"},)" + posting("") + "]}").report.inserted, 1U);
  EXPECT_EQ(postings(R"({"@type":"ItemList","itemListElement":[{"@type":"ListItem","item":)" + posting("") + "}]}")
                .report.inserted,
            1U);
  EXPECT_EQ(postings("[" + posting("") + "]").report.inserted, 1U);
  EXPECT_EQ(postings(posting("") + "\n" + R"({"@type":["JobPosting"],"title":"Bakker"})" + "\n").report.inserted, 2U);
  EXPECT_EQ(postings(R"({"@type":"WebPage","mainEntity":)" + posting("") + "}").report.inserted, 1U);
}

TEST(JobPostingImport, FindsPostingsInAnHtmlPageWithTheirLines) {
  const Imported imported = postings(
      "<!doctype html>\n<html><head><title>{ \"a\": 1 }</title>\n<script>var x = {\"@type\":\"JobPosting\"};</script>\n"
      "<SCRIPT async type=\"application/ld+json\" id=a>\n" +
      posting("") +
      "\n</script>\n"
      "<script "
      "type='application/ld+json'>{\"@type\":\"BreadcrumbList\",\"itemListElement\":[{\"@type\":\"ListItem\"}]}</"
      "script>\n"
      "<script type='application/ld+json'>{\"@type\":\"JobPosting\",\"title\":\"Bak</script>\n"
      "<script "
      "type='application/ld+json'>[{\"@type\":\"JobPosting\",\"title\":\"Bakker\",\"url\":\"https://x.example/b\"}]</"
      "script></html>");
  EXPECT_EQ(imported.report.inserted, 2U);
  EXPECT_EQ(imported.report.rejected, 1U) << "the script that was cut off";
  EXPECT_EQ(imported.issue(0).line, 8U);
  EXPECT_TRUE(imported.report.complete);
  EXPECT_EQ(imported.vacancy("https://x.example/b").title, "Bakker");
}

TEST(JobPostingImport, SaysThatAPageHoldsNoPosting) {
  const Imported imported = postings("<html><body>Niets</body></html>");
  EXPECT_EQ(imported.report.read, 0U);
  EXPECT_THAT(only_issue(imported).reason, HasSubstr("no records"));
}

TEST(JobPostingImport, RejectsAPostingWithoutATitle) {
  EXPECT_EQ(only_issue(postings(R"({"@type":"JobPosting","description":"x"})")).field, "/title");
}

TEST(JobPostingImport, DerivesAStableIdFromTitleEmployerAndPlace) {
  const std::string text = R"({"@type":"JobPosting","title":"Kok","hiringOrganization":"De Lepel"})";
  MemoryStore store;
  EXPECT_EQ(import_into(store, text, options_of(Format::jobposting)).inserted, 1U);
  EXPECT_EQ(import_into(store, text, options_of(Format::jobposting)).unchanged, 1U);
}

TEST(JobPostingImport, ReadsNoDutchPostcodeFromAnotherCountry) {
  const Imported imported = postings(posting(
      R"("jobLocation":{"address":{"addressCountry":"BE","postalCode":"2000","addressLocality":"Antwerpen"}})"));
  EXPECT_EQ(imported.vacancy("7").location.postcode, "");
  EXPECT_EQ(imported.vacancy("7").location.place, "Antwerpen");
}

TEST(JobPostingImport, ReadsOddWorkingHoursAsNotKnown) {
  const Imported imported = postings(posting(R"("workHours":"9-5")"));
  EXPECT_EQ(imported.vacancy("7").hours, WeeklyHours{});
  EXPECT_EQ(only_issue(imported).field, "/workHours");
}

TEST(JobPostingImport, LeavesASalaryInAnotherCurrencyOut) {
  EXPECT_EQ(postings(posting(R"("baseSalary":{"currency":"USD","value":{"value":3000,"unitText":"MONTH"}})"))
                .vacancy("7")
                .salary,
            std::nullopt);
  EXPECT_EQ(postings(posting(R"("baseSalary":"2500 per maand")")).vacancy("7").salary,
            (Salary{250'000, 250'000, SalaryPeriod::month}));
}

}  // namespace
}  // namespace passend::intake
