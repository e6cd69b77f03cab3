// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <set>

#include "indexer/taxonomy/label_variants.hpp"
#include "indexer/taxonomy/units.hpp"
#include "tests/quality/training.hpp"

namespace passend::quality {

using namespace taxonomy;

namespace {

constexpr double fewest_concepts = 2;
constexpr double least_likeness = 0.15;
constexpr double doubt = 2;  ///< Concepts without the unit that are imagined before counting.
constexpr std::size_t most_means = 8;

std::vector<std::string> distinct_units(const std::string& core, Splitting splitting) {
  std::set<std::string> units;
  for (Unit& unit : units_of(core, splitting)) units.insert(std::move(unit.text));
  return {units.begin(), units.end()};
}

struct Counts {
  double concepts = 0;  ///< Asked for by the unit.
  double kept = 0;      ///< Of them have the unit in a label.
  std::map<std::string, double> together;
  std::map<std::uint32_t, std::uint32_t> groups;
};

LearnedWord learned(const std::string& unit, const Counts& counts, const std::map<std::string, double>& expected) {
  LearnedWord word;
  // As often kept as left out is how an unknown unit is taken.
  const double kept = (counts.kept + 1.5) / (counts.concepts + 3);
  word.importance_bp = static_cast<std::int32_t>(std::lround(20000 * kept));
  std::vector<std::pair<double, std::string>> means;
  for (const auto& [other, count] : counts.together) {
    if (other == unit) continue;
    const double beyond_chance = count - counts.concepts * expected.at(other);
    const double likeness = beyond_chance / (counts.concepts + doubt);
    if (likeness >= least_likeness) means.emplace_back(-likeness, other);
  }
  std::sort(means.begin(), means.end());
  if (means.size() > most_means) means.resize(most_means);
  for (const auto& [likeness, other] : means) {
    word.means.push_back({other, static_cast<std::int32_t>(std::lround(std::min(1.0, -1.2 * likeness) * 10000))});
  }
  for (const auto& [code, occupations] : counts.groups) word.groups.push_back({code, occupations});
  return word;
}

}  // namespace

WordLearner::WordLearner(const Dataset& dataset, const UnitGroups& groups)
    : dataset_(dataset), concepts_(dataset.concepts.size()) {
  for (std::size_t i = 0; i < concepts_.size(); ++i) {
    const auto group = groups.find(dataset.concepts[i]);
    if (group != groups.end()) concepts_[i].group = static_cast<std::uint32_t>(std::stoul(group->second));
  }
  const Splitting splitting = splitting_of(language_of(dataset));
  for (const Query& query : dataset.queries) {
    queries_.push_back(distinct_units(title_core(query.element.text), splitting));
  }
  std::vector<double> sizes(dataset.concepts.size(), 0);
  for (std::size_t i = 0; i < dataset.labels.size(); ++i) {
    ++sizes[dataset.owners[i]];
    for (const std::string& unit : distinct_units(label_core(dataset.labels[i].text), splitting)) {
      ++concepts_[dataset.owners[i]].labels[unit];
    }
  }
  for (std::size_t i = 0; i < concepts_.size(); ++i) {
    for (auto& [unit, share] : concepts_[i].labels) share = std::min(1.0, 2 * share / sizes[i]);
  }
}

std::map<std::string, LearnedWord, std::less<>> WordLearner::learn(const std::vector<std::size_t>& without) const {
  std::map<std::size_t, std::set<std::string>> asked;
  for (std::size_t i = 0; i < queries_.size(); ++i) {
    const Query& query = dataset_.queries[i];
    if (std::find(without.begin(), without.end(), query.fold) != without.end()) continue;
    for (const std::size_t label : query.relevant) {
      asked[dataset_.owners[label]].insert(queries_[i].begin(), queries_[i].end());
    }
  }
  std::map<std::string, double> expected;
  std::map<std::string, Counts> counts;
  for (const auto& [owner, units] : asked) {
    const auto& labels = concepts_[owner].labels;
    for (const auto& [unit, share] : labels) expected[unit] += share / static_cast<double>(asked.size());
    for (const std::string& unit : units) {
      Counts& of_unit = counts[unit];
      ++of_unit.concepts;
      if (concepts_[owner].group) ++of_unit.groups[*concepts_[owner].group];
      of_unit.kept += labels.contains(unit) ? 1 : 0;
      for (const auto& [other, share] : labels) of_unit.together[other] += share;
    }
  }
  std::map<std::string, LearnedWord, std::less<>> words;
  for (const auto& [unit, of_unit] : counts) {
    if (of_unit.concepts >= fewest_concepts) words.emplace(unit, learned(unit, of_unit, expected));
  }
  return words;
}

}  // namespace passend::quality
