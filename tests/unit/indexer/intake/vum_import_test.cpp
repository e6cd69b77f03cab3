// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "tests/unit/indexer/intake/importing.hpp"

namespace passend::intake {
namespace {

using testing::HasSubstr;

Imported profiles(const std::string& text) {
  return import_text(text, Format::vum_portfolios);
}
Imported vacancies(const std::string& text) {
  return import_text(text, Format::vum_vacancies);
}
/// A profile with an id, a postcode and these further members.
std::string profile(const std::string& members) {
  return R"({"idWerkzoekende":"a","mobiliteit":{"bemiddelingspostcode":"1211AB"})" +
         (members.empty() ? "" : "," + members) + "}";
}

TEST(VumImport, ReadsAProfileIntoItsTwoHalves) {
  const Imported imported = profiles(profile(R"(
    "persoonlijkePresentatie":"Hallo", "indicatieLdrRegistratie":2, "emailadres":["a@example.org"],
    "bemiddelingsberoep":[{"codeBeroepsnaam":"https://linkeddata.competentnl.nl/uwv/id/occupation/57D17BDAA8"}],
    "contractvorm":[{"codeTypeArbeidscontract":"B","codeTypeOvereenkomst":"04"},{"codeTypeArbeidscontract":"B"}],
    "werktijden":{"aantalWerkurenPerWeekMinimaal":16,"aantalWerkurenPerWeekMaximaal":32,"indicatieKantoortijden":0},
    "vervoermiddel":[{"codeVervoermiddel":3,"indicatieBeschikbaarVoorWoonWerkverkeer":1}],
    "sector":[{"codeSbi":47741}],
    "arbeidsmarktkwalificatie":{"codeWerkEnDenkniveauWerkzoekende":5,
      "taalbeheersing":[{"codeTaal":"nld","codeNiveauTaalbeheersingMondeling":3,"codeNiveauTaalbeheersingLezen":8}],
      "rijbewijs":[{"codeSoortRijbewijs":"B+"}], "interesse":[{"naamInteresse":"Koken"}],
      "werkervaring":[{"beroep":{"codeBeroepsnaam":"https://x.example/1"},"datumAanvangWerkzaamheden":"2019-05-01"}]})"));
  ASSERT_EQ(imported.report.inserted, 1U);
  EXPECT_TRUE(imported.report.issues.empty());
  const Portfolio& read = imported.portfolio("a");
  EXPECT_EQ(read.search.source, (SourceRef{"vum", "a"}));
  EXPECT_EQ(read.search.id, read.detail.id);
  EXPECT_EQ(read.search.mobility.postcode, "1211AB");
  EXPECT_EQ(read.search.wanted_occupations->front().uri,
            "https://linkeddata.competentnl.nl/uwv/id/occupation/57D17BDAA8");
  EXPECT_EQ(read.search.contract_types, std::vector{ContractType::fixed_term});
  EXPECT_EQ(read.search.agreements, std::vector{AgreementType::work_experience});
  EXPECT_EQ(read.search.hours, (WeeklyHours{16, 32}));
  EXPECT_EQ(read.search.working_times.office_hours, std::nullopt) << "0 says that it is not known";
  EXPECT_EQ(read.search.work_level, WorkLevel::hbo);
  EXPECT_EQ(read.search.languages->front().speaking.level, LanguageLevel::good);
  EXPECT_EQ(read.search.languages->front().reading.level, std::nullopt) << "8 says that it does not apply";
  EXPECT_EQ(read.search.driving_licences->front().category, DrivingLicence::b_plus);
  EXPECT_EQ(read.search.experience->front().period.from, Date::of(2019, 5, 1));
  EXPECT_EQ(read.detail.presentation, "Hallo");
  EXPECT_EQ(read.detail.target_group_register, false);
  EXPECT_EQ(read.detail.emails, std::vector<std::string>{"a@example.org"});
}

TEST(VumImport, ReadsEmptyArraysObjectsAndTextsAsAbsent) {
  const Imported imported = profiles(profile(R"("sector":[],"contractvorm":[{}],"flexibiliteit":{},
    "arbeidsmarktkwalificatie":{"rijbewijs":[],"interesse":[{"naamInteresse":" "}],"opleiding":[{"toelichtingOpleiding":""}]})"));
  const SearchProfile& read = imported.portfolio("a").search;
  EXPECT_EQ(read.sectors, std::nullopt);
  EXPECT_EQ(read.contract_types, std::nullopt);
  EXPECT_EQ(read.driving_licences, std::nullopt);
  EXPECT_EQ(read.interests, std::nullopt);
  EXPECT_EQ(read.education, std::nullopt);
  EXPECT_TRUE(imported.report.issues.empty());
}

TEST(VumImport, CountsUnknownAttributesAndRefusesNone) {
  const Imported imported =
      profiles("[" + profile(R"("nieuwVeld":1)") + R"(,{"idWerkzoekende":"b","nieuwVeld":{"x":[1]}}])");
  EXPECT_EQ(imported.report.inserted, 2U);
  const ImportIssue issue = only_issue(imported);
  EXPECT_EQ(issue.field, "nieuwVeld");
  EXPECT_EQ(issue.record, 0U);
  EXPECT_THAT(issue.reason, HasSubstr("2 time(s)"));
}

TEST(VumImport, FindsAttributesInAnyCapitalisation) {
  const Imported imported =
      vacancies(R"({"idVacature":"v","naamVacature":"Kok","sluitingsDatumVacature":"2026-10-01"})");
  EXPECT_EQ(imported.vacancy("v").closes, Date::of(2026, 10, 1));
}

TEST(VumImport, RejectsANegativeHourAndNamesTheField) {
  const Imported imported =
      profiles("[" + profile(R"("werktijden":{"aantalWerkurenPerWeekMinimaal":-4})") + R"(,{"idWerkzoekende":"b"}])");
  EXPECT_EQ(imported.report.rejected, 1U);
  EXPECT_EQ(imported.report.inserted, 1U) << "the rest is loaded";
  const ImportIssue issue = only_issue(imported);
  EXPECT_EQ(issue.severity, ImportIssue::Severity::rejected);
  EXPECT_EQ(issue.field, "/werktijden/aantalWerkurenPerWeekMinimaal");
  EXPECT_EQ(issue.value, "-4");
  EXPECT_THAT(issue.reason, HasSubstr("0 to 99"));
  EXPECT_EQ(issue.record, 1U);
}

TEST(VumImport, RejectsAMinimumAboveTheMaximum) {
  const Imported imported =
      profiles(profile(R"("werktijden":{"aantalWerkurenPerWeekMinimaal":32,"aantalWerkurenPerWeekMaximaal":16})"));
  EXPECT_EQ(imported.report.rejected, 1U);
  EXPECT_EQ(only_issue(imported).field, "/hours/minimum");
}

TEST(VumImport, RejectsAnImpossiblePostcodeWithoutRepeatingIt) {
  for (const char* postcode : {"0211AB", "1211SA", "1211SS", "12345", "1211 A", "postbus 12"}) {
    const Imported imported =
        profiles(R"({"idWerkzoekende":"a","mobiliteit":{"bemiddelingspostcode":")" + std::string(postcode) + "\"}}");
    EXPECT_EQ(imported.report.rejected, 1U) << postcode;
    const ImportIssue issue = only_issue(imported);
    EXPECT_EQ(issue.field, "/mobiliteit/bemiddelingspostcode");
    EXPECT_EQ(issue.value, "");
    EXPECT_EQ(issue.reason.find(postcode), std::string::npos);
  }
}

TEST(VumImport, ForgetsAPeriodThatEndsBeforeItBegins) {
  const Imported imported = profiles(profile(R"("flexibiliteit":{"datumAanvangBeschikbaarVoorWerk":"2026-12-01",
    "datumEindeBeschikbaarVoorWerk":"2026-10-01"})"));
  EXPECT_EQ(imported.report.inserted, 1U) << "VUM has no rule for the order, and the official test set breaks it";
  EXPECT_EQ(imported.portfolio("a").search.available, Period{});
  EXPECT_EQ(only_issue(imported).severity, ImportIssue::Severity::warning);
}

TEST(VumImport, LeavesOutACodeThatIsNotInTheList) {
  const Imported imported = profiles(profile(R"("arbeidsmarktkwalificatie":{"codeWerkEnDenkniveauWerkzoekende":12,
    "rijbewijs":[{"codeSoortRijbewijs":"ZZ"},{"codeSoortRijbewijs":"b"}]})"));
  EXPECT_EQ(imported.report.inserted, 1U);
  EXPECT_EQ(imported.report.issues.size(), 2U);
  EXPECT_EQ(imported.portfolio("a").search.work_level, std::nullopt);
  EXPECT_EQ(imported.portfolio("a").search.driving_licences->size(), 1U);
}

TEST(VumImport, RejectsARecordWithoutAnId) {
  const Imported imported = profiles(R"([{"mobiliteit":{"bemiddelingspostcode":"1211AB"}}])");
  EXPECT_EQ(imported.report.rejected, 1U);
  EXPECT_EQ(only_issue(imported).field, "/idWerkzoekende");
}

TEST(VumImport, DropsByRuleWhatMustNotBeStored) {
  const Imported imported = profiles(profile(R"("geboortedatum":"2002-05-06","geslacht":"V","nationaliteit":"NL",
    "foto":"aGFsbG8=","bsn":"123456782")"));
  EXPECT_EQ(imported.report.inserted, 1U);
  EXPECT_TRUE(imported.report.issues.empty());
  const std::map<std::string, std::uint64_t> expected{
      {"birth_date", 1}, {"bsn", 1}, {"nationality", 1}, {"photo", 1}, {"sex", 1}};
  EXPECT_EQ(imported.report.dropped_by_rule, expected);
  EXPECT_EQ(imported.portfolio("a").detail.younger_than_27, true) << "all that is kept of a birth date";
}

TEST(VumImport, ReadsTheAnswerToAQuestion) {
  const Imported list =
      profiles(R"({"maximumAantalResultatenBereikt":false,"vraagID":"q","matches":[)" + profile("") + "]}");
  EXPECT_EQ(list.report.inserted, 1U);
  const Imported one = profiles(R"({"bronID":"b","werkzoekende":)" + profile("") + "}");
  EXPECT_EQ(one.report.inserted, 1U);
  const Imported lines = profiles(profile("") + "\n" + R"({"idWerkzoekende":"b"})" + "\n");
  EXPECT_EQ(lines.report.inserted, 2U);
}

TEST(VumImport, ToleratesTheShapesOfVersionZero) {
  const Imported imported = profiles(profile(R"("voorkeursland":[{"landencodeIso":"NL"}],
    "bemiddelingsberoep":[{"naamBeroepOngecodeerd":"Metselaar"},{"codeBeroepsnaam":"20039","omschrijvingBeroepsnaam":"Timmerman"}],
    "flexibiliteit":{"codeRegiostraal":4},
    "arbeidsmarktkwalificatie":{
      "vakvaardigheid":[{"omschrijving":"Lassen"}],
      "gedragscompetentie":[{"codeGedragscompetentie":24105,"codeBeheersingGedragscompetentie":1},
                            {"codeGedragscompetentie":"24101","codeBeheersingGedragscompetentie":4}],
      "opleiding":[{"codeNiveauOpleiding":4,"opleidingsnaam":{"codeOpleidingsnaam":123,"omschrijvingOpleidingsnaam":"Code 95"}},
                   {"opleidingsnaam":{"naamOpleidingOngecodeerd":"VMBO"}}]})"));
  EXPECT_EQ(imported.report.inserted, 1U);
  EXPECT_TRUE(imported.report.issues.empty());
  const SearchProfile& read = imported.portfolio("a").search;
  EXPECT_EQ(read.wanted_occupations->at(0), (ConceptRef{"", "Metselaar"}));
  EXPECT_EQ(read.wanted_occupations->at(1), (ConceptRef{"urn:vum:codeBeroepsnaam:20039", "Timmerman"}));
  EXPECT_EQ(read.mobility.maximum_distance_km, 25);
  ASSERT_EQ(read.competences->size(), 2U) << "a competence that someone does not have is none";
  EXPECT_EQ(read.competences->at(0).competence.label, "Lassen");
  EXPECT_EQ(read.competences->at(1).competence.label, "Samenwerken en overleggen");
  EXPECT_EQ(read.competences->at(1).level, Proficiency::skilled);
  EXPECT_EQ(read.education->at(0).code, "123");
  EXPECT_EQ(read.education->at(1).name, "VMBO");
}

TEST(VumImport, ReadsAVacancyOfVersionThree) {
  const Imported imported =
      vacancies(R"([{"idVacature":"v1","nummerVacature":"77","naamVacature":"Kok","codeWerkEnDenkniveauMinimaal":"4",
    "adres":{"postcode":"1211ab","straatnaam":"Kerkstraat","huisnummer":12,"huisnummertoevoeging":"a"},
    "beroep":{"codeBeroepsnaam":"https://x.example/kok"},
    "arbeidsVoorwaarden":{"datumAanvangWerkzaamheden":"2026-10-01","salarisIndicatie":"2500-3000 per maand"},
    "werktijden":{"aantalWerkurenPerWeekMinimaal":24,"aantalWerkurenPerWeekMaximaal":32},
    "rijbewijs":[{"codeSoortRijbewijs":"B"}],"cursus":[{"naamCursus":"HACCP"}],"werkervaring":[{"aantalJarenWerkzaamInBeroep":2}],
    "sector":{"codeSbi":56101},"sollicitatiewijze":[{"codeSollicitatiewijze":"4","webadres":{"url":"https://x.example"}}],
    "werkgever":{"handelsnaamOrganisatie":"De Lepel","contactpersoon":[{"naamContactpersoonAfdeling":"P&O","emailadres":["po@example.org"]}]}}])");
  EXPECT_TRUE(imported.report.issues.empty());
  const Vacancy& read = imported.vacancy("v1");
  EXPECT_EQ(read.title, "Kok");
  EXPECT_EQ(read.work_level, WorkLevel::mbo_havo_vwo);
  EXPECT_EQ(read.location, (WorkLocation{"1211AB", "", "Kerkstraat", "12a"}));
  EXPECT_EQ(read.period.from, Date::of(2026, 10, 1));
  EXPECT_EQ(read.salary, (Salary{250'000, 300'000, SalaryPeriod::month}));
  EXPECT_THAT(read.conditions_text, HasSubstr("2500-3000"));
  EXPECT_EQ(read.driving_licences->front().importance, Importance::required);
  EXPECT_EQ(read.credentials->front().credential.label, "HACCP");
  EXPECT_EQ(read.experience_years, 2);
  EXPECT_EQ(read.sector, 56101);
  EXPECT_EQ(read.application_methods, std::vector{ApplicationMethod::online_form});
  EXPECT_EQ(read.contacts.front().emails, std::vector<std::string>{"po@example.org"});
}

TEST(VumImport, TakesTheWorkLocationBeforeOtherAddressesOfAnOldVacancy) {
  const Imported imported = vacancies(R"({"idVacature":"v","naamVacature":"Kok","werkgever":{"adresHouding":[
    {"codeFunctieAdres":"V","adres":{"adresNederland":{"postcode":"1000AA","woonplaatsnaam":"Amsterdam"}}},
    {"codeFunctieAdres":"E","adres":{"adresNederland":{"postcode":"1211AB","woonplaatsnaam":"Hilversum",
      "adresDetails":{"straatadres":{"straatnaam":"Kerkstraat","huisnummer":5}}}}},
    {"codeFunctieAdres":"C","adres":{"adresNederland":{"postcode":"3511AA"}}}]}})");
  EXPECT_EQ(imported.vacancy("v").location, (WorkLocation{"1211AB", "Hilversum", "Kerkstraat", "5"}));
}

TEST(VumImport, CutsATextThatIsTooLongAndSaysSo) {
  const Imported imported = vacancies(R"({"idVacature":"v","naamVacature":")" + std::string(200, 'x') + "\"}");
  EXPECT_EQ(imported.vacancy("v").title.size(), 120U);
  EXPECT_THAT(imported.report.issues.front().reason, HasSubstr("cut to 120"));
}

}  // namespace
}  // namespace passend::intake
