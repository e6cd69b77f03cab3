// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/document.hpp"

#include <gmock/gmock.h>

#include "indexer/index/record_documents.hpp"
#include "indexer/index/terms.hpp"
#include "tests/unit/indexer/index/region.hpp"

namespace passend::index::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> texts(const Document& document, std::string_view field) {
  std::vector<std::string> result;
  for (const FieldText& text : document.texts) {
    if (text.field->name == field) result.push_back(text.text);
  }
  return result;
}

std::vector<std::string> values(const Document& document, std::string_view field) {
  std::vector<std::string> result;
  for (const FieldValue& value : document.values) {
    if (value.field->name == field) result.push_back(value.value);
  }
  return result;
}

/// A profile in which every field is known.
SearchProfile full_profile() {
  SearchProfile profile = person(1).search;
  profile.caseload = "team-oost";
  profile.summary = "Werkt graag buiten";
  profile.wanted_occupations = std::vector<ConceptRef>{{"", "schoonmaker"}};
  profile.experience = std::vector<WorkExperience>{{{"", "Buschauffeur"}, {}, "Geheim Vervoer", "Verhaal over Geheim"}};
  profile.competences = std::vector<HeldCompetence>{{{"", "stofzuigen"}, {}, {}}};
  profile.work_level = WorkLevel::vmbo;
  Education education;
  education.name = "Groenvoorziening";
  education.institution = "Geheim College";
  education.description = "Geheime beschrijving";
  profile.education = std::vector{education};
  Course course;
  course.name = "Omgaan met agressie";
  course.institution = "Geheim Instituut";
  profile.courses = std::vector{course};
  LanguageSkill polish;
  polish.language = "pol";
  profile.languages = std::vector{polish};
  profile.driving_licences = std::vector<HeldLicence>{{DrivingLicence::be, {}}};
  profile.credentials = std::vector<HeldCredential>{{{"", "VCA basis"}, {}}};
  profile.mobility.postcode = "1211QX";
  profile.mobility.transport = std::vector<TransportUse>{{Transport::bicycle, true, {}}};
  profile.contract_types = std::vector{ContractType::permanent};
  profile.agreements = std::vector{AgreementType::work_experience};
  profile.sectors = std::vector{8121};
  profile.interests = std::vector<std::string>{"planten"};
  profile.needed_conditions = std::vector{WorkingCondition::quiet_place};
  profile.updated = *Date::of(2026, 5, 1);
  return profile;
}

TEST(CandidateDocument, HoldsEveryFieldOfTheTable) {
  ConceptResolver resolver(starter_taxonomy());
  const Document document = candidate_document(full_profile(), 7, resolver);
  EXPECT_EQ(document.version, 7);
  EXPECT_EQ(document.date, Date::of(2026, 5, 1));
  for (const Field& field : all_fields()) {
    if (field.corpus != Corpus::candidates || !field.is_text()) continue;
    EXPECT_THAT(texts(document, field.name), Not(IsEmpty())) << field.name;
  }
  EXPECT_THAT(texts(document, "occupation"), Contains("schoonmaakster"));
  EXPECT_THAT(texts(document, "experience"), Contains("Buschauffeur"));
  EXPECT_THAT(texts(document, "education"), ElementsAre("Groenvoorziening", "Omgaan met agressie"));
  EXPECT_THAT(texts(document, "language"), ElementsAre("Pools"));
  EXPECT_THAT(texts(document, "driving_licence"), ElementsAre("rijbewijs BE"));
  EXPECT_THAT(values(document, "driving_licence"), ElementsAre("BE"));
  EXPECT_THAT(values(document, "pc4"), ElementsAre("1211"));
  EXPECT_THAT(values(document, "transport"), ElementsAre("bicycle"));
  EXPECT_THAT(values(document, "caseload"), ElementsAre("team-oost"));
  EXPECT_THAT(values(document, "work_level"), ElementsAre("vmbo"));
  EXPECT_THAT(values(document, "sector"), ElementsAre("8121"));
  EXPECT_THAT(values(document, "agreement"), ElementsAre("work_experience"));
}

TEST(CandidateDocument, LeavesOutWhatNamesAPersonOrMustNotRank) {
  ConceptResolver resolver(starter_taxonomy());
  const Document document = candidate_document(full_profile(), 1, resolver);
  std::string everything = encode_stored(document);
  for (const FieldValue& value : document.values) everything += ' ' + value.value;
  EXPECT_THAT(everything, Not(testing::HasSubstr("Geheim")));
  EXPECT_THAT(everything, Not(testing::HasSubstr("QX")));
  EXPECT_THAT(everything, Not(testing::HasSubstr("quiet")));
}

TEST(CandidateDocument, OfAnEmptyProfileSaysWhoseItIsAndNothingElse) {
  ConceptResolver resolver(starter_taxonomy());
  const Document document = candidate_document(person(1).search, 1, resolver);
  EXPECT_THAT(document.texts, IsEmpty());
  ASSERT_EQ(document.values.size(), 1u);
  EXPECT_EQ(document.values.front().field->name, "source");
  EXPECT_EQ(document.values.front().value, person(1).search.source.system);
  EXPECT_FALSE(document.date.has_value());
}

TEST(CandidateDocument, KnowsNoneFromUnknown) {
  ConceptResolver resolver(starter_taxonomy());
  SearchProfile profile = person(1).search;
  profile.driving_licences.emplace();
  const Document document = candidate_document(profile, 1, resolver);
  ASSERT_EQ(document.stated.size(), 2u);
  EXPECT_EQ(document.stated.front()->name, "driving_licence");
  EXPECT_EQ(document.stated.back()->name, "source");
}

TEST(VacancyDocument, HoldsWhatIsSearchedAndFiltered) {
  Vacancy full = vacancy(3, "Ervaren kok");
  full.employer_name = "De Gouden Lepel";
  full.employer_id = EmployerId{id_number(9)};
  full.description = "Koken voor velen";
  full.status = VacancyStatus::closed;
  full.occupation = ConceptRef{"https://example.org/onbekend", "kok in een onbekende keuken"};
  full.location.place = "Huizen";
  full.location.postcode = "1271";
  full.conditions_text = "Reiskosten";
  full.sector = 561;
  ConceptResolver resolver(starter_taxonomy());
  const Document document = vacancy_document(full, 2, resolver);
  EXPECT_THAT(texts(document, "title"), ElementsAre("Ervaren kok"));
  EXPECT_THAT(texts(document, "conditions"), ElementsAre("Reiskosten"));
  EXPECT_THAT(values(document, "status"), ElementsAre("closed"));
  EXPECT_THAT(values(document, "employer_id"), ElementsAre(to_text(id_number(9))));
  EXPECT_THAT(values(document, "place"), ElementsAre("Huizen"));
  EXPECT_THAT(values(document, "pc4"), ElementsAre("1271"));
  EXPECT_THAT(values(document, "occupation"), Contains("https://example.org/onbekend"));
  EXPECT_THAT(texts(document, "occupation"), Contains("kok in een onbekende keuken"));
}

TEST(StoredTexts, ComeBackAsTheyWere) {
  DocumentBuilder builder(Corpus::vacancies);
  builder.text("title", "Kok");
  builder.text("title", "Kok");
  builder.text("description", std::string(20'000, 'x'));
  builder.text("place", "");
  const auto stored = decode_stored(encode_stored(builder.document()));
  ASSERT_EQ(stored.size(), 2u);
  EXPECT_EQ(stored[0].text, "Kok");
  EXPECT_EQ(stored[1].text.size(), 20'000u);
  EXPECT_EQ(stored[1].field->name, "description");
}

TEST(StoredTexts, ThatAreDamagedAreRefused) {
  DocumentBuilder builder(Corpus::vacancies);
  builder.text("title", "Kok gevraagd");
  const std::string bytes = encode_stored(builder.document());
  for (std::size_t length = 2; length < bytes.size(); ++length) {
    EXPECT_EQ(code_of([&] { decode_stored(bytes.substr(0, length)); }), ErrorCode::index_corrupt);
  }
  EXPECT_EQ(code_of([] { decode_stored(std::string("\0\x7f\x01x", 4)); }), ErrorCode::index_corrupt);
  EXPECT_EQ(code_of([] { decode_stored("\xff\xff\xff\xff\xff\xff\xff"); }), ErrorCode::index_corrupt);
}

TEST(Fields, AreFoundByEnglishAndDutchName) {
  EXPECT_EQ(find_field(Corpus::vacancies, "titel"), find_field(Corpus::vacancies, "title"));
  EXPECT_EQ(find_field(Corpus::candidates, "title"), nullptr);
  EXPECT_EQ(code_of([] { field(Corpus::candidates, "title"); }), ErrorCode::internal);
  EXPECT_EQ(schema_hash().size(), 64u);
}

TEST(Terms, OfLongOrOddValuesAreShortAndDistinct) {
  const Field& place = field(Corpus::vacancies, "place");
  EXPECT_EQ(filter_term(place, "Hilversum"), "FPL:hilversum");
  EXPECT_EQ(filter_term(place, "  HILVERSUM "), "FPL:hilversum");
  const Field& occupation = field(Corpus::vacancies, "occupation");
  for (const std::string& odd : {std::string(500, 'u'), std::string("a\0b", 3), std::string(199, 'u')}) {
    EXPECT_TRUE(is_safe_term(filter_term(occupation, odd)));
    EXPECT_NE(filter_term(occupation, odd), filter_term(occupation, odd + "x"));
  }
  EXPECT_FALSE(is_safe_term(""));
  EXPECT_FALSE(is_safe_term("a\x1f"));
}

TEST(Terms, KeepTheOrderOfIdsInBytes) {
  EXPECT_LT(id_bytes({1, UINT64_MAX}), id_bytes({2, 0}));
  EXPECT_EQ(id_of_bytes(id_bytes({7, 8})), (Id128{7, 8}));
  EXPECT_EQ(id_of_bytes("short"), std::nullopt);
  EXPECT_EQ(version_of_bytes(version_bytes(123456789012)), 123456789012);
  EXPECT_EQ(first_characters("één", 2), "éé");
  EXPECT_EQ(count_characters("één"), 3u);
}

}  // namespace
}  // namespace passend::index::test
