// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/similarity.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

namespace passend::taxonomy {
namespace {

/// A draft drawn by hand: concepts by name, relations by name.
class Drawing {
 public:
  DraftIndex occupation(const std::string& name, const std::string& isco = "") {
    const DraftIndex index = draft.add(ConceptKind::occupation, name);
    if (!isco.empty()) draft[index].properties[Property::isco] = isco;
    return index;
  }
  DraftIndex competence(const std::string& name) { return draft.add(ConceptKind::competence, name); }
  void asks(DraftIndex occupation, DraftIndex competence) { draft.demands.push_back({occupation, competence, true}); }

  SimilarPair pair(DraftIndex a, DraftIndex b) const {
    for (const SimilarPair& pair : similar_pairs(draft)) {
      if (pair.a == a && pair.b == b) return pair;
      if (pair.a == b && pair.b == a) return {a, b, pair.similarity_bp, reversed(pair.a_to_b)};
    }
    return {a, b, 0, Relation::same};
  }

  Draft draft;
};

TEST(Similarity, OfAConceptAndTheOneAboveItIsHighest) {
  Drawing drawing;
  const auto child = drawing.occupation("child");
  const auto parent = drawing.occupation("parent");
  const auto skill = drawing.competence("skill");
  const auto wider = drawing.competence("wider");
  drawing.draft.broader = {{child, parent}, {skill, wider}};
  EXPECT_EQ(drawing.pair(child, parent).similarity_bp, 8000);
  EXPECT_EQ(drawing.pair(child, parent).a_to_b, Relation::broader);
  EXPECT_EQ(drawing.pair(parent, child).a_to_b, Relation::narrower);
  EXPECT_EQ(drawing.pair(skill, wider).similarity_bp, 8500);
}

TEST(Similarity, OfSiblingsGrowsWithTheCompanyTheyKeep) {
  Drawing drawing;
  const auto group = drawing.draft.add(ConceptKind::occupation_group, "group");
  const auto one = drawing.occupation("one");
  const auto two = drawing.occupation("two");
  const auto three = drawing.occupation("three");
  drawing.draft.broader = {{one, group}, {two, group}, {three, group}};
  const auto skill = drawing.competence("skill");
  drawing.asks(one, skill);
  drawing.asks(two, skill);
  drawing.asks(two, drawing.competence("other"));
  drawing.asks(three, drawing.competence("else"));
  EXPECT_EQ(drawing.pair(one, three).similarity_bp, 6500);
  EXPECT_EQ(drawing.pair(one, three).a_to_b, Relation::sibling);
  EXPECT_GT(drawing.pair(one, two).similarity_bp, 6500);
  EXPECT_LE(drawing.pair(one, two).similarity_bp, 7500);
}

TEST(Similarity, OfCompetencesInOneGroupIsModestUntilTheyAreAskedForAlike) {
  Drawing drawing;
  const auto group = drawing.draft.add(ConceptKind::competence_group, "group");
  const auto digging = drawing.competence("digging");
  const auto raking = drawing.competence("raking");
  const auto singing = drawing.competence("singing");
  drawing.draft.broader = {{digging, group}, {raking, group}, {singing, group}};
  const auto gardener = drawing.occupation("gardener");
  drawing.asks(gardener, digging);
  drawing.asks(gardener, raking);
  drawing.asks(drawing.occupation("singer"), singing);
  EXPECT_EQ(drawing.pair(digging, raking).similarity_bp, 3500 + 3000);
  EXPECT_EQ(drawing.pair(digging, singing).similarity_bp, 3500);
  EXPECT_EQ(drawing.pair(digging, singing).a_to_b, Relation::sibling);
}

TEST(Similarity, OfOneIscoUnitGroupNeedsAllFourDigits) {
  Drawing drawing;
  const auto one = drawing.occupation("one", "9112");
  const auto two = drawing.occupation("two", "9112");
  const auto three = drawing.occupation("three", "911");
  const auto four = drawing.occupation("four", "911");
  EXPECT_EQ(drawing.pair(one, two).similarity_bp, 6500);
  EXPECT_EQ(drawing.pair(one, two).a_to_b, Relation::same_isco_group);
  EXPECT_EQ(drawing.pair(three, four).similarity_bp, 0);
}

TEST(Similarity, OfOccupationsIsFullWhenTheyAskForTheSame) {
  Drawing drawing;
  const auto one = drawing.occupation("one");
  const auto two = drawing.occupation("two");
  const auto skill = drawing.competence("skill");
  drawing.asks(one, skill);
  drawing.asks(two, skill);
  EXPECT_EQ(drawing.pair(one, two).similarity_bp, 7500);
  EXPECT_EQ(drawing.pair(one, two).a_to_b, Relation::shared_competences);
}

TEST(Similarity, OfCompetencesGrowsWithTheOccupationsThatAskForBoth) {
  Drawing drawing;
  const auto left = drawing.competence("left");
  const auto right = drawing.competence("right");
  for (const char* name : {"one", "two", "three"}) {
    const auto occupation = drawing.occupation(name);
    drawing.asks(occupation, left);
    drawing.asks(occupation, right);
  }
  const auto rare = drawing.competence("rare");
  const auto rarer = drawing.competence("rarer");
  drawing.asks(drawing.occupation("four"), rare);
  drawing.asks(drawing.occupation("four"), rarer);
  EXPECT_EQ(drawing.pair(left, right).similarity_bp, 5500 * 6 / 7);
  EXPECT_EQ(drawing.pair(left, right).a_to_b, Relation::shared_occupations);
  EXPECT_EQ(drawing.pair(rare, rarer).similarity_bp, 5500 * 2 / 3);
  EXPECT_EQ(drawing.pair(left, rare).similarity_bp, 0);
}

TEST(Similarity, OfNamesIsThatOfTheWordsAndPartsOfWordsTheyShare) {
  Drawing drawing;
  const auto named = [&](const char* label) {
    const auto index = drawing.competence(label);
    drawing.draft[index].labels.push_back({"nl", label, LabelType::preferred, Origin::starter});
    return index;
  };
  const auto forklift = named("heftruck rijden");
  const auto reach_truck = named("reachtruck rijden");
  const auto same = named("Heftruck - rijden");
  const auto painting = named("kozijnen schilderen");
  for (const char* other : {"brood bakken", "ramen lappen", "haren knippen", "planten water geven", "kassa bedienen",
                            "rekeningen opstellen", "kinderen begeleiden", "vloeren leggen"}) {
    named(other);
  }
  EXPECT_EQ(drawing.pair(forklift, same).similarity_bp, 7000);
  EXPECT_GE(drawing.pair(forklift, reach_truck).similarity_bp, 2100);
  EXPECT_LT(drawing.pair(forklift, reach_truck).similarity_bp, 7000);
  EXPECT_EQ(drawing.pair(forklift, reach_truck).a_to_b, Relation::similar_label);
  EXPECT_EQ(drawing.pair(forklift, painting).similarity_bp, 0);
}

TEST(Similarity, OfNamesDoesNotHoldForOccupations) {
  Drawing drawing;
  for (const char* label : {"productiemedewerker", "productieleider"}) {
    drawing.draft[drawing.occupation(label)].labels.push_back({"nl", label, LabelType::preferred, Origin::starter});
  }
  EXPECT_TRUE(similar_pairs(drawing.draft).empty());
}

TEST(Similarity, PassesByWhatNoOccupationCanAskFor) {
  Drawing drawing;
  const auto one = drawing.occupation("one");
  const auto two = drawing.occupation("two");
  drawing.asks(one, two);
  drawing.asks(drawing.competence("skill"), two);
  EXPECT_TRUE(similar_pairs(drawing.draft).empty());
}

TEST(Similarity, GoesOverAMappingAndBackDownToTheOtherStandIns) {
  Drawing drawing;
  const auto parent = drawing.occupation("parent");
  const auto child = drawing.occupation("child");
  const auto mapped_parent = drawing.occupation("mapped parent");
  const auto mapped_child = drawing.occupation("mapped child");
  drawing.draft.broader = {{child, parent}};
  drawing.draft.mappings = {{mapped_parent, parent, 9500}, {mapped_child, child, 9000}};
  EXPECT_EQ(drawing.pair(mapped_child, child).a_to_b, Relation::mapped);
  EXPECT_EQ(drawing.pair(mapped_child, parent).similarity_bp, 7200);
  EXPECT_EQ(drawing.pair(mapped_child, mapped_parent).similarity_bp, 8000 * 95 / 100 * 90 / 100);
  EXPECT_EQ(drawing.pair(mapped_child, mapped_parent).a_to_b, Relation::broader);
}

TEST(Similarity, KeepsAtMostThirtyTwoForOneConceptAndAlwaysBothWays) {
  Drawing drawing;
  for (int i = 0; i < 90; ++i) drawing.occupation("occupation " + std::to_string(i), "1234");
  std::map<DraftIndex, std::size_t> count;
  for (const SimilarPair& pair : similar_pairs(drawing.draft)) {
    ++count[pair.a];
    ++count[pair.b];
  }
  EXPECT_EQ(count.size(), 90U);
  const auto most = std::max_element(count.begin(), count.end(), [](auto& a, auto& b) { return a.second < b.second; });
  EXPECT_LE(most->second, similarity::most_related);
}

TEST(Similarity, TakesAGroupWithoutLimitsForNoEvidence) {
  Drawing drawing;
  for (int i = 0; i < 101; ++i) drawing.occupation("occupation " + std::to_string(i), "1234");
  EXPECT_TRUE(similar_pairs(drawing.draft).empty());
}

}  // namespace
}  // namespace passend::taxonomy
