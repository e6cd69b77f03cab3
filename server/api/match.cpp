// SPDX-License-Identifier: EUPL-1.2
#include "server/api/match.hpp"

#include <charconv>

#include "matcher/criteria/suggested_profile.hpp"
#include "matcher/explain/insight_words.hpp"
#include "server/api/records.hpp"
#include "server/api/runs.hpp"

namespace passend::api {
namespace {

constexpr std::string_view seed_rule = "is 16 lower-case hexadecimal digits";

std::uint64_t read_seed(Input& input) {
  const auto text = input.text("seed", {16, 16});
  if (!text) return 0;
  std::uint64_t seed = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), seed, 16);
  const bool is_lower = text->find_first_not_of("0123456789abcdef") == std::string::npos;
  if (error != std::errc() || end != text->data() + text->size() || !is_lower) {
    input.refuse("seed", std::string(seed_rule));
  }
  return seed;
}

void read_match(Input& input, MatchInput& match) {
  match.query.lane = input.code<engine::Lane>("lane").value_or(engine::Lane::fits);
  if (match.query.lane == engine::Lane::falls_short) {
    input.refuse("lane", "is fits or one_question_open; who falls short is counted and can be explained by id");
  }
  match.query.sort = input.code<engine::SortBy>("sort").value_or(engine::SortBy::combined);
  match.query.seed = read_seed(input);
  match.language = input.code<Language>("language").value_or(Language::dutch);
  match.weights = read_weights_choice(input);
  const Paging paging = read_paging(input);
  match.query.page = paging.page;
  match.query.page_size = paging.page_size;
}

/// The explanation of a row has the rank of its own list, so that the row and not the explanation says the rank.
template <class Record>
MatchLine<Record> line(const engine::MatchRow& row, Record record, engine::PairExplanation explanation,
                       Language language) {
  MatchLine<Record> made{row, std::move(record), std::move(explanation), {}};
  made.words = explain::render_short(made.explanation, style_of(language));
  return made;
}

/// Only for a person to take or leave.
std::optional<SuggestedProfile> suggestion_for(const pool::VacancyFacts& vacancy, const engine::Engine& engine,
                                               const VacancyMatchInput& input, const Services& services) {
  const auto suggested = criteria::suggested_profile(vacancy, engine.circumstances().today);
  if (!suggested) return std::nullopt;
  const auto* profile = services.profiles.find(suggested->profile);
  if (profile == nullptr || profile->name == profile_of(input.weights, services).name) return std::nullopt;
  const auto& title = input.language == Language::english ? profile->title.english : profile->title.dutch;
  return SuggestedProfile{profile->name, title, explain::render(*suggested, title, style_of(input.language))};
}

}  // namespace

VacancyMatchInput read_vacancy_match(Input& input) {
  VacancyMatchInput match;
  match.vacancy = input.id<VacancyId>("vacancyId");
  read_match(input, match);
  return match;
}

CandidateMatchInput read_candidate_match(Input& input) {
  CandidateMatchInput match;
  match.candidate = input.id<CandidateId>("candidateId");
  read_match(input, match);
  return match;
}

/// Read again: a candidate who withdrew since the pool was built is not shown.
std::optional<MatchLine<SearchProfile>> candidate_line(const engine::MatchRow& row, const engine::Engine& engine,
                                                       const VacancyMatchInput& input, const Services& services,
                                                       const store::Scope& scope) {
  auto stored = services.store.search_profile(CandidateId{row.id}, scope);
  if (!stored) return std::nullopt;
  return line(row, std::move(stored->record), engine.explain_pair(CandidateId{row.id}, input.vacancy, input.query.seed),
              input.language);
}

std::optional<MatchLine<Vacancy>> vacancy_line(const engine::MatchRow& row, const engine::Engine& engine,
                                               const CandidateMatchInput& input, const Services& services,
                                               const store::Scope& scope) {
  auto stored = services.store.vacancy(VacancyId{row.id}, scope);
  if (!stored || stored->record.status != VacancyStatus::open) return std::nullopt;
  return line(row, std::move(stored->record), engine.explain_pair(input.candidate, VacancyId{row.id}, input.query.seed),
              input.language);
}

VacancyMatchOutput MatchVacancy::operator()(const VacancyMatchInput& input, const store::Scope& scope) const {
  require_found(services.store.vacancy(input.vacancy, scope), "vacancy");
  const auto engine = engine_of(input.weights, services, scope);
  engine::MatchPage page = engine->candidates_for(input.vacancy, input.query);
  const auto run_id = record_run(services, *engine,
                                 {run::Direction::candidates_for_vacancy, input.vacancy.value, {}, input.query}, page);
  VacancyMatchOutput output{{page.lane_counts, {}, std::move(page.run), run_id}, {}, {}};
  const auto facts = engine->pool().vacancy(*engine->pool().find(input.vacancy));
  output.requirements = requirement_lines(page.requirement_costs, facts, *engine, input.language);
  output.suggestion = suggestion_for(facts, *engine, input, services);
  for (const engine::MatchRow& row : page.rows) {
    if (auto line = candidate_line(row, *engine, input, services, scope)) output.lines.push_back(std::move(*line));
  }
  return output;
}

CandidateMatchOutput MatchCandidate::operator()(const CandidateMatchInput& input, const store::Scope& scope) const {
  require_found(services.store.search_profile(input.candidate, scope), "candidate");
  const auto engine = engine_of(input.weights, services, scope);
  engine::MatchPage page = engine->vacancies_for(input.candidate, input.query);
  const auto run_id = record_run(
      services, *engine, {run::Direction::vacancies_for_candidate, input.candidate.value, {}, input.query}, page);
  CandidateMatchOutput output{page.lane_counts, {}, std::move(page.run), run_id};
  for (const engine::MatchRow& row : page.rows) {
    if (auto line = vacancy_line(row, *engine, input, services, scope)) output.lines.push_back(std::move(*line));
  }
  return output;
}

}  // namespace passend::api
