// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <sstream>

#include "indexer/base/file.hpp"
#include "indexer/base/hash.hpp"
#include "matcher/run/run.hpp"
#include "tests/scenarios/region.hpp"
#include "tests/world/world.hpp"

/// The worked example of docs/matching.md. A change here is a change there.
namespace passend::scenarios {
namespace {

using engine::Lane;
using engine::Score;
using engine::Side;
using engine::Verdict;

class WorkedExample : public testing::Test {
 protected:
  const Region region{R"(
    name   | wants       | competences                                | languages | home | max km | hours
    Fatima | orderpicker | orders verzamelen:skilled, voorraad tellen | nld:fair  | 1201 | 20     | 24-32)",
                      R"(
    name     | occupation         | competences                                | level | languages | place | hours
    magazijn | magazijnmedewerker | orders verzamelen:basic*, heftruck rijden~ | vmbo  | nld:good  | 1204  | 32)"};
  const engine::PairExplanation explanation = region.explain("Fatima", "magazijn");

  void expect_line(Criterion criterion, Side side, Verdict verdict, int degree, int weight, int contribution) {
    const auto line = region.line("Fatima", "magazijn", criterion, side);
    EXPECT_EQ(line.verdict, verdict) << to_text(criterion);
    EXPECT_EQ(line.degree_bp, degree) << to_text(criterion);
    EXPECT_EQ(line.weight, weight) << to_text(criterion);
    EXPECT_EQ(line.contribution_bp, contribution) << to_text(criterion);
  }
  static taxonomy::ConceptIndex named(const char* id) {
    return world::tiny_taxonomy()->find(std::string("urn:passend:") + id).value();
  }
};

TEST_F(WorkedExample, StartsFromWhatTheTaxonomySays) {
  const auto taxonomy = world::tiny_taxonomy();
  EXPECT_EQ(taxonomy->similarity_bp(named("orderpicker"), named("magazijnmedewerker")), 7'120);
  EXPECT_EQ(taxonomy->similarity_bp(named("voorraad-tellen"), named("heftruck-rijden")), 5'180);
  EXPECT_EQ(taxonomy->rarity_bp(named("orders-verzamelen")), 6'437);
  EXPECT_EQ(taxonomy->rarity_bp(named("heftruck-rijden")), 10'000);
}

TEST_F(WorkedExample, JudgesEachDemandOfTheVacancy) {
  expect_line(Criterion::occupation, Side::demand, Verdict::met, 7'120, 200, 1'483);
  expect_line(Criterion::competences, Side::demand, Verdict::met, 8'809, 480, 4'404);
  expect_line(Criterion::work_level, Side::demand, Verdict::unknown, 5'000, 80, 417);
  expect_line(Criterion::languages, Side::demand, Verdict::not_met, 5'000, 100, 521);
  expect_line(Criterion::hours, Side::demand, Verdict::met, 10'000, 100, 1'042);
}

TEST_F(WorkedExample, JudgesEachWishOfThePerson) {
  expect_line(Criterion::occupation, Side::supply, Verdict::met, 7'120, 200, 2'225);
  expect_line(Criterion::distance, Side::supply, Verdict::met, 7'500, 320, 3'750);
  expect_line(Criterion::hours, Side::supply, Verdict::met, 10'000, 120, 1'875);
  EXPECT_EQ(explanation.criteria.size(), 8U);
}

TEST_F(WorkedExample, ComesToTheScoresComputedByHand) {
  EXPECT_EQ(explanation.demand, (Score{7'867, 7'450, 8'283}));
  EXPECT_EQ(explanation.supply, (Score{7'850, 7'850, 7'850}));
  EXPECT_EQ(explanation.combined, (Score{7'858, 7'647, 8'063}));
  EXPECT_EQ(explanation.lane, Lane::fits);
}

/// What is recorded of the example: every line of the document, and what it hashes to.
TEST_F(WorkedExample, HasTheBytesAndTheHashThatTheDocumentGives) {
  const auto page = region.page("magazijn", Lane::fits);
  const auto bytes = run::canonical_bytes(run::result_of(page));
  EXPECT_EQ(bytes,
            "passend-result-1\n"
            "lanes 1 0 0\n"
            "row " +
                to_text(page.rows.at(0).id) + " 1 0 7858 7647 8063 7867 7450 8283 7850 7850 7850 15000 0 0\n");
  const auto document = read_file(PASSEND_SOURCE_DIR "/docs/matching.md");
  std::istringstream lines(bytes);
  for (std::string line; std::getline(lines, line);)
    EXPECT_NE(document.find("    " + line + "\n"), std::string::npos) << line;
  EXPECT_NE(document.find(sha256_hex(bytes)), std::string::npos) << sha256_hex(bytes);
}

}  // namespace
}  // namespace passend::scenarios
