// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

#include "tests/extraction/starter.hpp"

/// Sentences of our own and what they say: cases.txt.
namespace passend::extraction {
namespace {

using extract::Proposal;

std::string trimmed(const std::string& text) {
  const auto begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

struct Case {
  extract::TextKind kind = extract::TextKind::vacancy;
  std::string text;
  std::set<std::string> facts;
  bool names_concepts = false;
};

Case read_case(const std::string& line) {
  Case read;
  const std::size_t bar = line.rfind(" | ");
  read.text = trimmed(line.substr(0, bar));
  if (read.text.starts_with("cv: ")) {
    read.kind = extract::TextKind::cv;
    read.text.erase(0, 4);
  }
  for (std::size_t at = read.text.find("\\n"); at != std::string::npos; at = read.text.find("\\n"))
    read.text.replace(at, 2, "\n");
  std::istringstream facts(line.substr(bar + 3));
  for (std::string fact; std::getline(facts, fact, ';');) {
    if (trimmed(fact) != "-") read.facts.insert(trimmed(fact));
  }
  read.names_concepts = std::any_of(read.facts.begin(), read.facts.end(), [](const std::string& fact) {
    return fact.starts_with("competences") || fact.starts_with("occupation");
  });
  return read;
}

std::vector<Case> read_cases() {
  std::ifstream input(PASSEND_SOURCE_DIR "/tests/extraction/cases.txt");
  std::vector<Case> cases;
  for (std::string line; std::getline(input, line);) {
    if (!line.empty() && line.front() != '#') cases.push_back(read_case(line));
  }
  return cases;
}

std::string fact_of(const Proposal& proposal) {
  std::string fact(to_text(criterion_of(proposal.value)));
  fact += " " + to_text(proposal.value);
  if (proposal.importance) fact += " " + std::string(to_text(*proposal.importance));
  return fact;
}

TEST(Extraction, SaysOfEachSentenceWhatAReaderSays) {
  const auto cases = read_cases();
  EXPECT_GE(cases.size(), 150U);
  for (const Case& one : cases) {
    std::set<std::string> found;
    for (const Proposal& proposal : starter_extractor().extract(one.text, one.kind)) {
      const Criterion criterion = criterion_of(proposal.value);
      const bool a_concept = criterion == Criterion::competences || criterion == Criterion::occupation;
      if (!a_concept || one.names_concepts) found.insert(fact_of(proposal));
    }
    EXPECT_EQ(found, one.facts) << one.text;
  }
}

TEST(Extraction, PointsAtTheWordsThatSaySo) {
  const std::string text = "Wij vragen:\nGoede beheersing van het Engels, rijbewijs B en 3 jaar ervaring.";
  std::set<std::string> evidence;
  for (const Proposal& proposal : starter_extractor().extract(text, extract::TextKind::vacancy))
    evidence.insert(text.substr(proposal.evidence.begin, proposal.evidence.end - proposal.evidence.begin));
  EXPECT_EQ(evidence, (std::set<std::string>{"Goede beheersing van het Engels", "rijbewijs B", "3 jaar ervaring"}));
}

TEST(Extraction, IsSurerOfACategoryThanOfALicenceWithoutOne) {
  const auto named = starter_extractor().extract("rijbewijs B", extract::TextKind::vacancy);
  const auto bare = starter_extractor().extract("rijbewijs", extract::TextKind::vacancy);
  ASSERT_EQ(named.size(), 1U);
  ASSERT_EQ(bare.size(), 1U);
  EXPECT_GT(named[0].confidence_bp, bare[0].confidence_bp);
}

TEST(Extraction, SaysAThingOnceWithTheStrongestImportanceAndTheHighestLevel) {
  const auto found = starter_extractor().extract("Engels spreken is een pre. Uitstekend Engels is verplicht.",
                                                 extract::TextKind::vacancy);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].importance, Importance::required);
  EXPECT_EQ(std::get<extract::LanguageCommand>(found[0].value).level, LanguageLevel::excellent);
}

}  // namespace
}  // namespace passend::extraction
