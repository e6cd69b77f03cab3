// SPDX-License-Identifier: EUPL-1.2
#include "server/commands/results.hpp"

namespace passend::commands {
namespace {

constexpr std::size_t occupations_shown = 3;

std::string name_of(const ConceptRef& reference, const taxonomy::Taxonomy* taxonomy) {
  if (!reference.label.empty()) return reference.label;
  if (taxonomy != nullptr) {
    if (const auto index = taxonomy->find(reference.uri)) return std::string(taxonomy->label(*index, "nl"));
  }
  return reference.uri;
}

void append_name(std::string& names, std::size_t& count, const std::string& name) {
  if (count == occupations_shown) return;
  if (names.find(name) != std::string::npos) return;
  names += (names.empty() ? "" : ", ") + name;
  ++count;
}

MatchScore score_of(const engine::Score& score) {
  return {score.expected_bp, score.low_bp, score.high_bp};
}

/// The engine's and the record's codes stand in the same order.
static_assert(static_cast<int>(engine::Lane::falls_short) == static_cast<int>(MatchLane::falls_short));
static_assert(static_cast<int>(engine::Side::supply) == static_cast<int>(MatchSide::supply));
static_assert(static_cast<int>(engine::Verdict::unknown) == static_cast<int>(MatchOutcome::unknown));

MatchedRecord record_of(const engine::MatchRow& row) {
  MatchedRecord record;
  record.id = {row.id};
  record.rank = row.rank;
  record.lane = static_cast<MatchLane>(row.lane);
  record.combined = score_of(row.combined);
  record.demand = score_of(row.demand);
  record.supply = score_of(row.supply);
  record.distance_m = row.distance_m;
  return record;
}

void add_words(MatchedRecord& record, const engine::PairExplanation& explanation, explain::Style style) {
  const auto words = explain::render(explanation, style);
  record.headline = words.headline;
  record.open_questions = words.open_questions;
  for (std::size_t i = 0; i < explanation.criteria.size(); ++i) {
    const auto& result = explanation.criteria[i];
    record.criteria.push_back({.criterion = result.criterion,
                               .side = static_cast<MatchSide>(result.side),
                               .importance = result.importance,
                               .outcome = static_cast<MatchOutcome>(result.verdict),
                               .degree_bp = result.degree_bp,
                               .weight = result.weight,
                               .contribution_bp = result.contribution_bp,
                               .sentences = words.criteria.at(i).sentences});
  }
}

}  // namespace

MatchResult match_result(const engine::MatchPage& page, const std::vector<engine::PairExplanation>& explanations,
                         explain::Style style) {
  MatchResult result;
  result.run = {.engine_version = page.run.engine_version,
                .weights = page.run.weights_name,
                .taxonomy_hash = page.run.taxonomy_hash,
                .pool_position = static_cast<std::uint64_t>(page.run.pool_position),
                .seed = page.run.seed,
                .microseconds = static_cast<std::uint64_t>(page.run.microseconds)};
  result.counts = {page.lane_counts[0], page.lane_counts[1], page.lane_counts[2]};
  for (std::size_t i = 0; i < page.rows.size(); ++i) {
    result.rows.push_back(record_of(page.rows[i]));
    if (i < explanations.size()) add_words(result.rows.back(), explanations[i], style);
  }
  return result;
}

std::string vacancy_name(store::Store& store, VacancyId id) {
  const auto stored = store.vacancy(id, store::Scope::vacancies_only());
  if (!stored) return "(withdrawn)";
  const Vacancy& vacancy = stored->record;
  std::string name = vacancy.title;
  if (!vacancy.employer_name.empty()) name += " - " + vacancy.employer_name;
  if (!vacancy.location.place.empty()) name += ", " + vacancy.location.place;
  return name;
}

std::string candidate_name(store::Store& store, const taxonomy::Taxonomy* taxonomy, CandidateId id) {
  const auto stored = store.search_profile(id, store::Scope::pseudonymous());
  if (!stored) return "(withdrawn)";
  std::string names;
  std::size_t count = 0;
  if (stored->record.wanted_occupations) {
    for (const auto& occupation : *stored->record.wanted_occupations)
      append_name(names, count, name_of(occupation, taxonomy));
  }
  if (names.empty() && stored->record.experience) {
    for (const auto& work : *stored->record.experience) append_name(names, count, name_of(work.occupation, taxonomy));
  }
  return names.empty() ? "(no occupation stated)" : names;
}

}  // namespace passend::commands
