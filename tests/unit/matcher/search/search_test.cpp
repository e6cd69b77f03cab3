// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/search.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "tests/unit/indexer/index/region.hpp"

namespace passend::search {
namespace {

using index::test::code_of;
using index::test::id_number;
using index::test::message_of;
using index::test::person;
using index::test::Region;
using index::test::vacancy;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

Request query(const std::string& text) {
  Request request;
  request.query = text;
  return request;
}

std::vector<std::uint64_t> numbers(const Page& page) {
  std::vector<std::uint64_t> result;
  for (const Hit& hit : page.hits) result.push_back(hit.id.low);
  return result;
}

/// "[schoonmaker] gevraagd": what is marked stands in brackets.
std::string shown(const std::vector<Run>& runs) {
  std::string result;
  for (const Run& run : runs) result += run.marked ? "[" + run.text + "]" : run.text;
  return result;
}

std::vector<std::string> shown(const Hit& hit) {
  std::vector<std::string> result;
  for (const Fragment& fragment : hit.fragments) result.push_back(fragment.field + ": " + shown(fragment.runs));
  return result;
}

Vacancy with(Vacancy vacancy, const std::string& description) {
  vacancy.description = description;
  return vacancy;
}

class Search : public testing::Test {
 protected:
  Region region;

  std::vector<std::uint64_t> vacancies(const std::string& text) {
    region.follow();
    return numbers(Searcher(region.index_directory()).vacancies(query(text)));
  }
  Page vacancy_page(const Request& request) {
    region.follow();
    return Searcher(region.index_directory()).vacancies(request);
  }
  std::vector<std::uint64_t> candidates(const std::string& text) {
    region.follow();
    return numbers(Searcher(region.index_directory()).candidates(query(text)));
  }
};

TEST_F(Search, FindsAnOccupationUnderItsOtherNames) {
  Portfolio cleaner = person(1);
  cleaner.search.wanted_occupations = std::vector<ConceptRef>{{"", "schoonmaker"}};
  Portfolio driver = person(2);
  driver.search.wanted_occupations = std::vector<ConceptRef>{{"", "vrachtwagenchauffeur"}};
  region.write(cleaner);
  region.write(driver);
  EXPECT_THAT(candidates("schoonmaakster"), ElementsAre(1));
  EXPECT_THAT(candidates("interieurverzorgster"), ElementsAre(1));
  EXPECT_THAT(candidates("schoonmakers"), ElementsAre(1));
}

TEST_F(Search, ReadsWordsWithoutDiacriticsAndInEveryForm) {
  region.write(vacancy(1, "Medewerker café Één"));
  region.write(vacancy(2, "Huizen schilderen"));
  EXPECT_THAT(vacancies("cafe"), ElementsAre(1));
  EXPECT_THAT(vacancies("CAFÉ een"), ElementsAre(1));
  EXPECT_THAT(vacancies("huis"), ElementsAre(2));
}

TEST_F(Search, WantsEveryWordButNotTheSmallOnes) {
  region.write(with(vacancy(1, "Chauffeur"), "Werken te Hilversum"));
  region.write(with(vacancy(2, "Chauffeur"), "Werken te Huizen"));
  EXPECT_THAT(vacancies("chauffeur in hilversum"), ElementsAre(1));
  EXPECT_THAT(vacancies("chauffeur"), UnorderedElementsAre(1, 2));
  EXPECT_THAT(vacancies("chauffeur loodgieter"), IsEmpty());
}

TEST_F(Search, PutsTheTitleAndTheFormAsWrittenInFront) {
  region.write(with(vacancy(1, "Medewerker keuken"), "Je helpt de kok en de koks"));
  region.write(with(vacancy(2, "Kok gevraagd"), "In een fijne keuken"));
  region.write(with(vacancy(3, "Koks gevraagd"), "In een fijne keuken"));
  EXPECT_THAT(vacancies("kok"), ElementsAre(2, 3, 1));
  EXPECT_THAT(vacancies("koks"), ElementsAre(3, 2, 1));
}

TEST_F(Search, UnderstandsPhrasesExclusionAlternativesFieldsAndStars) {
  region.write(with(vacancy(1, "Begeleider zorg"), "Jij werkt in de thuiszorg en rijdt auto"));
  region.write(with(vacancy(2, "Zorg begeleider"), "Jij werkt in een magazijn"));
  region.write(with(vacancy(3, "Kok"), "Zorg voor het eten"));
  EXPECT_THAT(vacancies("\"begeleider zorg\""), ElementsAre(1));
  EXPECT_THAT(vacancies("zorg -kok"), UnorderedElementsAre(1, 2));
  EXPECT_THAT(vacancies("-zorg"), IsEmpty());
  EXPECT_THAT(vacancies("-kok"), UnorderedElementsAre(1, 2));
  EXPECT_THAT(vacancies("kok OR magazijn"), UnorderedElementsAre(2, 3));
  EXPECT_THAT(vacancies("kok OF magazijn begeleider"), ElementsAre(2));
  EXPECT_THAT(vacancies("(kok eten) OR (begeleider auto)"), UnorderedElementsAre(1, 3));
  EXPECT_THAT(vacancies("title:zorg"), UnorderedElementsAre(1, 2));
  EXPECT_THAT(vacancies("titel:\"zorg begeleider\""), ElementsAre(2));
  EXPECT_THAT(vacancies("maga*"), ElementsAre(2));
  EXPECT_THAT(vacancies("title:maga*"), IsEmpty());
}

TEST_F(Search, DoesNotLetAPhraseReachFromOneTextIntoTheNext) {
  Vacancy split = vacancy(1, "Kok");
  split.description = "Gevraagd";
  region.write(split);
  EXPECT_THAT(vacancies("\"kok gevraagd\""), IsEmpty());
  EXPECT_THAT(vacancies("kok gevraagd"), ElementsAre(1));
}

TEST_F(Search, FiltersByExactValuesOfWhichAnyOneSuffices) {
  Vacancy first = vacancy(1, "Kok");
  first.contract_types = {{ContractType::permanent}};
  first.location.place = "'s-Graveland";
  first.location.postcode = "1243AB";
  Vacancy second = vacancy(2, "Kok");
  second.status = VacancyStatus::closed;
  second.driving_licences = {{{DrivingLicence::be, Importance::required}}};
  region.write(first);
  region.write(second);
  Request request = query("kok");
  request.filters = {{"contract_type", {"permanent", "fixed_term"}}};
  EXPECT_THAT(numbers(vacancy_page(request)), ElementsAre(1));
  request.filters = {{"status", {"closed"}}};
  EXPECT_THAT(numbers(vacancy_page(request)), ElementsAre(2));
  request.filters = {{"driving_licence", {"BE"}}};
  EXPECT_THAT(numbers(vacancy_page(request)), ElementsAre(2));
  request.filters = {{"driving_licence", {"B"}}};
  EXPECT_THAT(numbers(vacancy_page(request)), IsEmpty());
  request.filters = {{"place", {"'S-GRAVELAND"}}, {"pc4", {"1243", "1244"}}};
  EXPECT_THAT(numbers(vacancy_page(request)), ElementsAre(1));
  request.query = "";
  EXPECT_THAT(numbers(vacancy_page(request)), ElementsAre(1));
  request.filters = {{"place", {}}};
  EXPECT_THAT(numbers(vacancy_page(request)), IsEmpty());
}

TEST_F(Search, FiltersByOccupationAndByTheGroupsAboveIt) {
  Portfolio cleaner = person(1);
  cleaner.search.wanted_occupations = std::vector<ConceptRef>{{"", "schoonmaker"}};
  region.write(cleaner);
  region.follow();
  const Searcher searcher(region.index_directory());
  const std::string cleaner_uri = "urn:passend:schoonmaker";
  Request request;
  request.filters = {{"occupation", {cleaner_uri}}};
  request.facets = {"occupation"};
  const Page page = searcher.candidates(request);
  EXPECT_THAT(numbers(page), ElementsAre(1));
  ASSERT_EQ(page.facets.at("occupation").values.size(), 1u) << "groups and other URIs are not counted";
  EXPECT_EQ(page.facets.at("occupation").values.front().value, cleaner_uri);
  request.filters = {{"occupation", {"http://data.europa.eu/esco/isco/C9112"}}};
  EXPECT_THAT(numbers(searcher.candidates(request)), ElementsAre(1));
  request.filters = {{"occupation", {"http://data.europa.eu/esco/isco/C8"}}};
  EXPECT_THAT(numbers(searcher.candidates(request)), IsEmpty());
}

TEST_F(Search, CountsFacetsOverAllResultsAndNotOverThePage) {
  for (std::uint64_t i = 1; i <= 30; ++i) {
    Vacancy one = vacancy(i, "Kok");
    one.location.place = i % 3 == 0 ? "Hilversum" : "Huizen";
    one.contract_types = {{ContractType::permanent, ContractType::fixed_term}};
    if (i > 20) one.status = VacancyStatus::closed;
    region.write(one);
  }
  Request request = query("kok");
  request.facets = {"place", "contract_type"};
  request.filters = {{"status", {"open"}}};
  request.page_size = 5;
  const Page page = vacancy_page(request);
  EXPECT_EQ(page.total, 20u);
  EXPECT_EQ(page.hits.size(), 5u);
  const auto& places = page.facets.at("place").values;
  ASSERT_EQ(places.size(), 2u);
  EXPECT_EQ(places[0].value, "Huizen");
  EXPECT_EQ(places[0].count, 14u);
  EXPECT_EQ(places[1].count, 6u);
  EXPECT_EQ(page.facets.at("contract_type").values.front().count, 20u);
  EXPECT_EQ(page.facets.at("contract_type").values.front().value, "fixed_term") << "equal counts stand by value";
}

TEST_F(Search, PagesHoldEveryResultOnceAndEqualsStandById) {
  for (std::uint64_t i = 57; i >= 1; --i) region.write(vacancy(i, "Kok"));
  std::vector<std::uint64_t> all;
  for (std::uint64_t number = 1; number <= 7; ++number) {
    Request request = query("kok");
    request.page = number;
    request.page_size = 10;
    const Page page = vacancy_page(request);
    EXPECT_EQ(page.total, 57u);
    for (const auto id : numbers(page)) all.push_back(id);
  }
  ASSERT_EQ(all.size(), 57u);
  EXPECT_TRUE(std::is_sorted(all.begin(), all.end()));
}

TEST_F(Search, APageFarBeyondTheEndIsEmptyWithTheRightTotal) {
  region.write(vacancy(1, "Kok"));
  Request request = query("kok");
  request.page = UINT64_MAX;
  request.page_size = 100;
  const Page page = vacancy_page(request);
  EXPECT_EQ(page.total, 1u);
  EXPECT_THAT(page.hits, IsEmpty());
}

TEST_F(Search, OrdersByNewestWithUnknownDatesLast) {
  const auto posted = [](std::uint64_t number, std::optional<Date> date) {
    Vacancy one = vacancy(number, "Kok");
    one.posted = date;
    return one;
  };
  region.write(posted(1, Date::of(2026, 1, 1)));
  region.write(posted(2, std::nullopt));
  region.write(posted(3, Date::of(2026, 3, 1)));
  region.write(posted(4, Date::of(2026, 3, 1)));
  Request request = query("kok");
  request.order = Order::newest;
  EXPECT_THAT(numbers(vacancy_page(request)), ElementsAre(3, 4, 1, 2));
  request.query = "";
  request.order = Order::relevance;
  EXPECT_THAT(numbers(vacancy_page(request)), ElementsAre(3, 4, 1, 2)) << "without words there is no relevance";
}

TEST_F(Search, MarksTheWordsThatAnswerAndNoOthers) {
  Vacancy one = vacancy(1, "Schoonmakers gevraagd");
  one.description = "Als schoonmaker werk je in <b>Hilversum</b>. Geen kok.";
  region.write(one);
  const Page page = vacancy_page(query("schoonmaker hilversum -loodgieter"));
  ASSERT_EQ(page.hits.size(), 1u);
  EXPECT_THAT(shown(page.hits.front()),
              ElementsAre("title: [Schoonmakers] gevraagd",
                          "description: Als [schoonmaker] werk je in <b>[Hilversum]</b>. Geen kok."));
  EXPECT_THAT(vacancy_page(Request{}).hits.front().fragments, IsEmpty());
}

TEST_F(Search, MarksAPhraseAsOnePieceAndOnlyWhereItStands) {
  region.write(with(vacancy(1, "Kok"), "De jonge kok zoekt een kok. Een jonge mens."));
  const Page page = vacancy_page(query("\"jonge kok\""));
  EXPECT_THAT(shown(page.hits.at(0)), ElementsAre("description: De [jonge kok] zoekt een kok. Een jonge mens."));
}

TEST_F(Search, ShowsTheLabelThatAnsweredAndCutsLongTexts) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "woord ";
  text += "over de heftruck en het magazijn ";
  for (int i = 0; i < 500; ++i) text += "woord ";
  Portfolio cleaner = person(1);
  cleaner.search.wanted_occupations = std::vector<ConceptRef>{{"", "schoonmaker"}};
  region.write(cleaner);
  region.write(with(vacancy(2, "Medewerker"), text));
  region.follow();
  const Searcher searcher(region.index_directory());
  EXPECT_THAT(shown(searcher.candidates(query("schoonmaakster")).hits.at(0)),
              testing::Contains("occupation: [schoonmaakster]"));
  const auto shown_text = shown(searcher.vacancies(query("heftruck magazijn")).hits.at(0)).at(0);
  EXPECT_LT(shown_text.size(), 400u);
  EXPECT_THAT(shown_text, testing::HasSubstr("[heftruck] en het [magazijn]"));
  EXPECT_THAT(shown_text, testing::StartsWith("description: …"));
}

TEST_F(Search, SeesNewCommitsAndNewGenerationsWithoutBeingOpenedAgain) {
  region.write(vacancy(1, "Kok"));
  region.rebuild();
  const Searcher searcher(region.index_directory());
  EXPECT_EQ(searcher.vacancies(query("kok")).total, 1u);
  region.write(vacancy(2, "Kok"));
  region.follow();
  EXPECT_EQ(searcher.vacancies(query("kok")).total, 2u);
  for (int i = 0; i < 3; ++i) region.rebuild();
  region.write(vacancy(3, "Kok"));
  region.follow();
  const Page page = searcher.vacancies(query("kok"));
  EXPECT_EQ(page.total, 3u);
  EXPECT_EQ(page.position, region.store().state().first);
}

TEST_F(Search, SaysThatThereIsNoIndex) {
  EXPECT_EQ(code_of([&] { Searcher(region.index_directory()); }), ErrorCode::index_missing);
}

TEST_F(Search, NamesTheFieldsWhenAFilterOrFacetIsUnknown) {
  region.follow();
  const Searcher searcher(region.index_directory());
  Request request;
  request.filters = {{"postcode_letters", {"AB"}}};
  EXPECT_THAT(message_of([&] { searcher.candidates(request); }), testing::HasSubstr("contract_type"));
  request.filters = {};
  request.facets = {"caseload"};
  EXPECT_EQ(code_of([&] { searcher.candidates(request); }), ErrorCode::invalid_input);
  request.facets = {};
  request.page_size = 10'001;
  EXPECT_EQ(code_of([&] { searcher.candidates(request); }), ErrorCode::invalid_input);
}

TEST_F(Search, RefusesAStarThatStandsForTooManyWords) {
  Vacancy many = vacancy(1, "Kok");
  for (int i = 0; i < 60; ++i) many.description += "zorgwoord" + std::to_string(i) + " ";
  region.write(many);
  EXPECT_THAT(vacancies("zorgwoord1*"), ElementsAre(1));
  EXPECT_THAT(message_of([&] { vacancies("kok zorg*"); }), testing::HasSubstr("at character 5"));
}

}  // namespace
}  // namespace passend::search
