// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/interest_index.hpp"

#include <algorithm>

namespace passend::scan {
namespace {

template <class Map, class Key>
void append(const Map& map, const Key& key, std::vector<std::uint32_t>& entries) {
  const auto found = map.find(key);
  if (found != map.end()) entries.insert(entries.end(), found->second.begin(), found->second.end());
}

}  // namespace

InterestIndex::InterestIndex(const pool::CandidateSegment& segment) {
  pool::CandidateFacts facts;
  for (std::uint32_t number = 0; number < segment.aspect(pool::Aspect::interests).entries; ++number) {
    segment.read_aspect(pool::Aspect::interests, number, facts);
    if (!facts.interests.known) blank_.push_back(number);
    for (const auto concept_index : facts.interests.concepts) by_concept_[concept_index].push_back(number);
    for (const auto word : facts.interests.words) by_word_[word].push_back(number);
  }
}

std::vector<std::uint32_t> InterestIndex::entries_near(const pool::VacancyFacts& vacancy) const {
  std::vector<std::uint32_t> entries;
  for (const auto& kin : vacancy.like_occupations) append(by_concept_, kin.concept_index, entries);
  for (const auto& answer : vacancy.competence_answers) append(by_concept_, answer.competence, entries);
  for (const auto word : vacancy.title_words) append(by_word_, word, entries);
  std::sort(entries.begin(), entries.end());
  entries.erase(std::unique(entries.begin(), entries.end()), entries.end());
  return entries;
}

}  // namespace passend::scan
