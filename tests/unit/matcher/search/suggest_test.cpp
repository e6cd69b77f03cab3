// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/suggest.hpp"

#include <gmock/gmock.h>

#include <algorithm>

#include "matcher/search/related_competences.hpp"
#include "tests/unit/indexer/index/region.hpp"

namespace passend::search {
namespace {

using index::test::code_of;
using index::test::starter_taxonomy;
using taxonomy::ConceptKind;
using testing::Contains;
using testing::IsEmpty;

const Suggester& suggester() {
  static const Suggester suggester(starter_taxonomy());
  return suggester;
}

std::vector<std::string> labels(const std::string& text, std::vector<ConceptKind> kinds = {}, std::size_t limit = 10) {
  std::vector<std::string> found;
  for (const Suggestion& one : suggester().suggest({text, std::move(kinds), limit})) found.push_back(one.label);
  return found;
}

std::string shown(const std::vector<Run>& runs) {
  std::string result;
  for (const Run& run : runs) result += run.marked ? "[" + run.text + "]" : run.text;
  return result;
}

/// What is typed, and the label that must stand in front.
struct Row {
  const char* typed;
  const char* first;
};

TEST(Suggest, PutsInFrontWhatWasMeant) {
  constexpr Row rows[]{
      {"schoonm", "schoonmaker"},                        // the beginning
      {"SCHOONMAKER", "schoonmaker"},                    // all of it
      {"schoonmaakst", "schoonmaker"},                   // another name of it
      {"interieurverz", "schoonmaker"},                  //
      {"ziekenhuis schoonm", "schoonmaker ziekenhuis"},  // words in another order
      {"schoonmkaer", "schoonmaker"},                    // two letters swapped
      {"schoomaker", "schoonmaker"},                     // a letter missing
      {"lodgieter", "loodgieter"},                       //
      {"vrachtwagenchauf", "vrachtwagenchauffeur"},      //
      {"vrachtwagen chauf", "vrachtwagenchauffeur"},     // a compound written as two words
      {"hygienemedewerker", "schoonmaker ziekenhuis"},   // without diacritics
      {"tankclean", "industrieel reiniger"},             //
      {"cleaner", "schoonmaker"},                        // in another language
  };
  for (const Row& row : rows) {
    const auto found = labels(row.typed, {ConceptKind::occupation});
    ASSERT_FALSE(found.empty()) << row.typed;
    EXPECT_EQ(found.front(), row.first) << row.typed;
  }
}

TEST(Suggest, FindsAPartOfACompoundAfterWhatBeginsWithIt) {
  const auto found = labels("chauffeur", {ConceptKind::occupation}, 50);
  EXPECT_THAT(found, Contains("vrachtwagenchauffeur"));
}

TEST(Suggest, MarksTheLabelThatAnswered) {
  const auto found = suggester().suggest({"schoonmaakst", {ConceptKind::occupation}, 5});
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(shown(found.front().matched), "[schoonmaakster]");
}

TEST(Suggest, GivesOnlyTheKindsAskedFor) {
  for (const auto kind : {ConceptKind::occupation, ConceptKind::competence, ConceptKind::credential}) {
    for (const Suggestion& one : suggester().suggest({"s", {kind}, 50})) {
      EXPECT_EQ(starter_taxonomy().kind(one.target), kind);
    }
  }
}

TEST(Suggest, PutsWhatTheRegionUsesMuchBeforeWhatItUsesSeldom) {
  const auto rare = suggester().suggest({"medewerker", {ConceptKind::occupation}, 50});
  ASSERT_GT(rare.size(), 5u);
  const std::string favourite(starter_taxonomy().uri(rare.back().target));
  const Suggester used(starter_taxonomy(), [&](std::string_view uri) { return uri == favourite ? 1000u : 0u; });
  const auto found = used.suggest({"medewerker", {ConceptKind::occupation}, 50});
  EXPECT_EQ(found.front().target, rare.back().target);
}

TEST(Suggest, TakesNoCodeForAnother) {
  EXPECT_THAT(labels("nen3141"), IsEmpty());
}

TEST(Suggest, GivesEachConceptOnceAndTheSameEveryTime) {
  for (const char* text : {"m", "medewerker", "schoonmaker", "verkoper winkel"}) {
    const auto first = suggester().suggest({text, {}, 50});
    std::vector<taxonomy::ConceptIndex> targets;
    for (const Suggestion& one : first) targets.push_back(one.target);
    auto distinct = targets;
    std::sort(distinct.begin(), distinct.end());
    EXPECT_EQ(std::unique(distinct.begin(), distinct.end()), distinct.end()) << text;
    std::vector<taxonomy::ConceptIndex> again;
    for (const Suggestion& one : suggester().suggest({text, {}, 50})) again.push_back(one.target);
    EXPECT_EQ(targets, again);
  }
}

TEST(Suggest, RefusesWhatIsNoTextAndALimitOutOfBounds) {
  EXPECT_THAT(labels(""), IsEmpty());
  EXPECT_THAT(labels(" - / "), IsEmpty());
  EXPECT_EQ(code_of([] { labels("a", {}, 0); }), ErrorCode::invalid_input);
  EXPECT_EQ(code_of([] { labels("a", {}, 51); }), ErrorCode::invalid_input);
  EXPECT_EQ(code_of([] { labels("\xff"); }), ErrorCode::invalid_input);
  EXPECT_EQ(code_of([] { labels(std::string(513, 'a')); }), ErrorCode::invalid_input);
}

TEST(RelatedCompetences, OfferWhatAnOccupationAsksForAndNothingThatIsChosen) {
  const auto& taxonomy = starter_taxonomy();
  const auto cleaner = taxonomy.find("urn:passend:schoonmaker").value();
  const auto demands = taxonomy.demands(cleaner);
  ASSERT_GT(demands.size(), 3u);
  RelatedRequest request{{cleaner}, {}, 50};
  const auto all = related_competences(taxonomy, request);
  ASSERT_EQ(all.size(), demands.size());
  EXPECT_EQ(all.front().offer, Offer::essential);
  EXPECT_EQ(all.front().because, cleaner);
  request.chosen = {all.front().target};
  for (const auto& one : related_competences(taxonomy, request)) EXPECT_NE(one.target, all.front().target);
}

TEST(RelatedCompetences, OfferWhatIsRelatedToWhatIsChosen) {
  const auto& taxonomy = starter_taxonomy();
  const auto cleaner = taxonomy.find("urn:passend:schoonmaker").value();
  const auto chosen = taxonomy.demands(cleaner).front().target;
  const auto offers = related_competences(taxonomy, {{}, {chosen}, 50});
  ASSERT_EQ(offers.size(), std::min<std::size_t>(50, taxonomy.related(chosen).size()));
  for (const auto& one : offers) {
    EXPECT_EQ(one.offer, Offer::related);
    EXPECT_GT(taxonomy.similarity_bp(one.target, chosen), 0);
  }
}

}  // namespace
}  // namespace passend::search
