// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <algorithm>

#include "matcher/search/empty_help.hpp"
#include "matcher/search/search.hpp"
#include "matcher/search/suggest.hpp"
#include "tests/unit/indexer/index/region.hpp"

/// What stands in front, what is told of the unknown, and what is offered when nothing is found.
namespace passend::search {
namespace {

using index::Corpus;
using index::test::code_of;
using index::test::id_number;
using index::test::person;
using index::test::Region;
using index::test::starter_taxonomy;
using index::test::vacancy;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::uint64_t> numbers(const Page& page) {
  std::vector<std::uint64_t> result;
  for (const Hit& hit : page.hits) result.push_back(hit.id.low);
  return result;
}

Request query(const std::string& text) {
  Request request;
  request.query = text;
  return request;
}

struct Posting {
  std::uint64_t number;
  const char* title;
  const char* occupation;
  const char* description;
};

class SearchQuality : public testing::Test {
 protected:
  Region region;

  /// Writes the vacancies of a table and opens them.
  void open(const std::vector<Posting>& rows) {
    for (const Posting& row : rows) {
      Vacancy one = vacancy(row.number, row.title);
      if (*row.occupation != 0) one.occupation = ConceptRef{"", row.occupation};
      one.description = row.description;
      region.write(one);
    }
    open();
  }
  void open() {
    region.follow();
    searcher = std::make_unique<Searcher>(region.index_directory());
  }

  std::vector<std::uint64_t> found(const std::string& text) { return numbers(searcher->vacancies(query(text))); }
  EmptyHelp help(Corpus corpus, const Request& request) {
    static const Suggester suggester(starter_taxonomy());
    return help_with_nothing(*searcher, corpus, request, suggester.words());
  }

  std::unique_ptr<Searcher> searcher;
};

TEST_F(SearchQuality, PutsTheOwnWordsOfARecordBeforeOtherNamesOfItsOccupation) {
  open({{1, "Medewerker", "schoonmaker", ""},
        {2, "Medewerker", "schoonmaakster", ""},
        {3, "Kok", "", "Je werkt nooit alleen"}});
  EXPECT_THAT(found("schoonmaakster"), ElementsAre(2, 1));
  EXPECT_THAT(found("schoonmaker"), ElementsAre(1, 2));
}

TEST_F(SearchQuality, FindsPartsOfCompoundsBehindTheWordItself) {
  open({{1, "Vrachtwagenchauffeur", "", ""},
        {2, "Chauffeur", "", ""},
        {3, "Bedankt", "", "Wij zoeken iemand die een vrachtwagen rijdt, een chauffeur"},
        {4, "Kok", "", ""}});
  EXPECT_THAT(found("chauffeur"), ElementsAre(2, 3, 1));
  EXPECT_THAT(found("vrachtwagenchauffeur"), ElementsAre(1, 3));
  EXPECT_THAT(found("titel:chauffeur"), ElementsAre(2));
  const Page page = searcher->vacancies(query("chauffeur"));
  ASSERT_EQ(page.hits.back().fragments.size(), 1u);
  EXPECT_TRUE(page.hits.back().fragments.front().runs.front().marked) << "the compound is marked";
}

TEST_F(SearchQuality, SplitsNoWordThatOnlyLooksLikeACompound) {
  open({{1, "Toezicht houden", "", "bestek en tomaten"}});
  EXPECT_THAT(found("zicht"), IsEmpty());
  EXPECT_THAT(found("stek"), IsEmpty());
}

TEST_F(SearchQuality, PutsInFrontWhatHasTheWishesAndKeepsTheRest) {
  open({{1, "Magazijnmedewerker", "", "Inpakken"},
        {2, "Magazijnmedewerker", "", "Inpakken met de heftruck"},
        {3, "Chauffeur", "", "Rijden met de heftruck"}});
  EXPECT_THAT(found("magazijnmedewerker ?heftruck"), ElementsAre(2, 1));
  EXPECT_THAT(found("?inpakken ?heftruck").front(), 2u) << "wishes alone: what has most of them";
  EXPECT_EQ(found("?inpakken ?heftruck").size(), 3u);
}

TEST_F(SearchQuality, PutsTheRecordWithTheNumberThatWasPastedBeforeAll) {
  Vacancy numbered = vacancy(1, "Kok");
  numbered.reference = "V-2026/0417";
  region.write(numbered);
  Vacancy other = vacancy(2, "V-2026/0417 V-2026/0417 kok");
  region.write(other);
  open();
  EXPECT_THAT(found("V-2026/0417"), ElementsAre(1, 2));
  EXPECT_THAT(found("v-2026/0417"), ElementsAre(1, 2));
  EXPECT_THAT(found("nummer:0417"), ElementsAre(1));
  EXPECT_THAT(found(to_text(id_number(2))), ElementsAre(2));
  EXPECT_THAT(found(to_text(id_number(3))), IsEmpty());
}

TEST_F(SearchQuality, CountsAndFindsWhatLeavesAFieldBlank) {
  Vacancy stated = vacancy(1, "Kok");
  stated.sector = 561;
  stated.driving_licences.emplace();  // It says that none is asked.
  Vacancy blank = vacancy(2, "Kok");
  region.write(stated);
  region.write(blank);
  open();
  Request request = query("kok");
  request.facets = {"sector", "driving_licence"};
  const Page page = searcher->vacancies(request);
  EXPECT_EQ(page.facets.at("sector").unknown, 1u);
  ASSERT_EQ(page.facets.at("sector").values.size(), 1u);
  EXPECT_EQ(page.facets.at("sector").values.front().count, 1u);
  EXPECT_EQ(page.facets.at("driving_licence").unknown, 1u) << "none is not unknown";
  EXPECT_THAT(page.facets.at("driving_licence").values, IsEmpty());
  request.filters = {{"sector", {}, true}};
  EXPECT_THAT(numbers(searcher->vacancies(request)), ElementsAre(2));
  request.filters = {{"sector", {"561"}, true}};
  EXPECT_EQ(searcher->vacancies(request).total, 2u);
  request.filters = {{"driving_licence", {}, true}};
  EXPECT_THAT(numbers(searcher->vacancies(request)), ElementsAre(2));
}

TEST_F(SearchQuality, AnOccupationInWordsThatTheTaxonomyDoesNotKnowIsNotUnknown) {
  open({{1, "Gezocht", "beroep dat niemand kent", ""}, {2, "Gezocht", "", ""}});
  Request request = query("gezocht");
  request.facets = {"occupation"};
  EXPECT_EQ(searcher->vacancies(request).facets.at("occupation").unknown, 1u);
  request.filters = {{"occupation", {}, true}};
  EXPECT_THAT(numbers(searcher->vacancies(request)), ElementsAre(2));
}

TEST_F(SearchQuality, SearchesInsideASelection) {
  open({{1, "Kok", "", ""}, {2, "Kok", "", ""}, {3, "Chef", "", ""}});
  Request request = query("kok");
  request.within = {{id_number(2), id_number(3), id_number(77)}};
  EXPECT_THAT(numbers(searcher->vacancies(request)), ElementsAre(2));
  request.query = "";
  EXPECT_EQ(searcher->vacancies(request).total, 2u);
  request.within->clear();
  EXPECT_EQ(searcher->vacancies(request).total, 0u) << "an empty selection holds nothing";
  request.within->resize(max_within + 1);
  EXPECT_EQ(code_of([&] { searcher->vacancies(request); }), ErrorCode::invalid_input);
}

TEST_F(SearchQuality, FindsWhatResemblesARecordByOccupationCompetencesAndWords) {
  const auto with_competence = [&](std::uint64_t number, const char* occupation, const char* competence) {
    Vacancy one = vacancy(number, "Vacature");
    one.occupation = ConceptRef{"", occupation};
    one.competences = {{{{"", competence}, {}, Importance::important}}};
    return one;
  };
  region.write(with_competence(1, "schoonmaker", "vloeren dweilen"));
  region.write(with_competence(2, "schoonmaker", "vloeren dweilen"));
  region.write(with_competence(3, "schoonmaker", "koken"));
  region.write(with_competence(4, "buschauffeur", "koken"));
  region.write(vacancy(5, "Iets anders"));
  open();
  Request request;
  request.like = id_number(1);
  const auto alike = numbers(searcher->vacancies(request));
  ASSERT_GE(alike.size(), 2u);
  EXPECT_EQ(alike[0], 2u);
  EXPECT_EQ(alike[1], 3u);
  EXPECT_EQ(std::count(alike.begin(), alike.end(), 1u), 0) << "itself is left out";
  EXPECT_EQ(std::count(alike.begin(), alike.end(), 5u), 0);
  request.like = id_number(99);
  EXPECT_EQ(code_of([&] { searcher->vacancies(request); }), ErrorCode::not_found);
}

TEST_F(SearchQuality, OrdersByDistanceAndByClosingDateWithTheUnknownLast) {
  const auto at = [&](std::uint64_t number, const char* postcode, std::optional<Date> closes) {
    Vacancy one = vacancy(number, "Kok");
    one.location.postcode = postcode;
    one.closes = closes;
    return one;
  };
  region.write(at(1, "1271AB", Date::of(2026, 3, 1)));
  region.write(at(2, "", Date::of(2026, 1, 1)));
  region.write(at(3, "1211", std::nullopt));
  open();
  Request request = query("kok");
  request.order = Order::nearest;
  request.distance_m = {{"1211", 0}, {"1271", 9'000}};
  EXPECT_THAT(numbers(searcher->vacancies(request)), ElementsAre(3, 1, 2));
  request.order = Order::closing;
  EXPECT_THAT(numbers(searcher->vacancies(request)), ElementsAre(2, 1, 3));
}

TEST_F(SearchQuality, SaysWhatEachPartKeepsAway) {
  Vacancy evening = vacancy(1, "Kok");
  evening.sector = 561;
  region.write(evening);
  region.write(vacancy(2, "Kok"));
  region.write(vacancy(3, "Chef"));
  open();
  Request request = query("kok heftruck -chef");
  request.filters = {{"sector", {"561"}}};
  ASSERT_EQ(searcher->vacancies(request).total, 0u);
  const EmptyHelp found = help(Corpus::vacancies, request);
  ASSERT_EQ(found.drops.size(), 1u);
  EXPECT_EQ(found.drops[0].chip, 1u) << "without heftruck";
  EXPECT_EQ(found.drops[0].total, 1u);
  request.query = "chef";
  const EmptyHelp other = help(Corpus::vacancies, request);
  ASSERT_EQ(other.drops.size(), 2u);
  EXPECT_EQ(other.drops[0].chip, 0u);
  EXPECT_EQ(other.drops[1].filter, 0u);
}

struct Typo {
  const char* typed;
  const char* meant;  ///< Empty: nothing is offered.
};

TEST_F(SearchQuality, OffersWhatAMisspelledQueryMayHaveMeant) {
  open({{1, "Loodgieter", "", "Werk in Hilversum, certificaat NEN3140"}, {2, "Kok", "", "Zelfstandig"}});
  constexpr Typo rows[]{
      {"lodgieter", "loodgieter"},                       //
      {"lodgieter hilversumm", "loodgieter hilversum"},  // every word
      {"titel:lodgieter", "titel:loodgieter"},           // in its field
      {"kok ?zelfstandgi", "kok ?zelfstandig"},          // a wish
      {"nen3141", ""},                                   // a code is no word
      {"loodgieter -ksjdhfkjsh", ""},                    // what is excluded may be anything
      {"ksjdhfkjsh", ""},                                // nothing is near
  };
  for (const Typo& row : rows) {
    static const Suggester suggester(starter_taxonomy());
    const auto offered = searcher->did_you_mean(row.typed, Corpus::vacancies, suggester.words());
    EXPECT_EQ(offered.value_or(""), row.meant) << row.typed;
  }
}

TEST_F(SearchQuality, NeverOffersAWordThatOnlyAPersonWrote) {
  Portfolio secretive = person(1);
  secretive.search.summary = "Bijzonderwoord";
  region.write(secretive);
  open();
  ASSERT_EQ(searcher->candidates(query("bijzonderwoord")).total, 1u);
  EXPECT_FALSE(help(Corpus::candidates, query("bijzonderwoort")).did_you_mean.has_value());
}

}  // namespace
}  // namespace passend::search
