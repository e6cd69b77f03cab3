// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "matcher/run/run.hpp"
#include "server/api/codes.hpp"
#include "server/api/paging.hpp"
#include "server/api/requirements.hpp"
#include "server/api/services.hpp"
#include "server/api/weights.hpp"
#include "server/api/wording.hpp"

namespace passend::api {

struct MatchInput {
  engine::MatchQuery query;
  Language language = Language::dutch;
  WeightsChoice weights;
};

struct VacancyMatchInput : MatchInput {
  VacancyId vacancy;
};
struct CandidateMatchInput : MatchInput {
  CandidateId candidate;
};

/// Rules: components/schemas/MatchRequest of schemas/openapi/passend.yaml.
VacancyMatchInput read_vacancy_match(Input& input);
CandidateMatchInput read_candidate_match(Input& input);

/// One line of the list. The explanation gives its criteria, questions and reasons.
template <class Record>
struct MatchLine {
  engine::MatchRow row;
  Record record;  ///< As the store has it now.
  engine::PairExplanation explanation;
  explain::ShortExplanation words;
};

/// A profile that would suit the vacancy better than the one that was used, and why.
struct SuggestedProfile {
  std::string name;
  std::string title;
  std::string reason;
};

template <class Record>
struct MatchOutput {
  std::array<std::uint64_t, 3> lane_counts{};
  std::vector<MatchLine<Record>> lines;
  engine::RunFacts run;
  run::RunId run_id;  ///< Names the record that is kept of this answer.
};

struct VacancyMatchOutput : MatchOutput<SearchProfile> {
  std::vector<RequirementLine> requirements;
  std::optional<SuggestedProfile> suggestion;
};
using CandidateMatchOutput = MatchOutput<Vacancy>;

inline Paging paging_of(const MatchInput& input) {
  return {input.query.page, input.query.page_size};
}
template <class Record>
std::uint64_t total_of(const MatchOutput<Record>& output, const MatchInput& input) {
  return output.lane_counts.at(static_cast<std::size_t>(input.query.lane));
}

/// POST /v1/vacancies/{vacancyId}/_match
struct MatchVacancy {
  const Services& services;
  VacancyMatchOutput operator()(const VacancyMatchInput& input, const store::Scope& scope) const;
};

/// POST /v1/candidates/{candidateId}/_match
struct MatchCandidate {
  const Services& services;
  CandidateMatchOutput operator()(const CandidateMatchInput& input, const store::Scope& scope) const;
};

/// The line of a row, with its record as the store has it now; absent when that is not to be seen any more.
std::optional<MatchLine<SearchProfile>> candidate_line(const engine::MatchRow& row, const engine::Engine& engine,
                                                       const VacancyMatchInput& input, const Services& services,
                                                       const store::Scope& scope);
std::optional<MatchLine<Vacancy>> vacancy_line(const engine::MatchRow& row, const engine::Engine& engine,
                                               const CandidateMatchInput& input, const Services& services,
                                               const store::Scope& scope);

/// A line by itself.
std::string line_json(const MatchLine<SearchProfile>& line, const Wording& wording);
std::string line_json(const MatchLine<Vacancy>& line, const Wording& wording);

http::Response write_vacancy_match(const VacancyMatchOutput& output, const VacancyMatchInput& input,
                                   const Services& services);
http::Response write_candidate_match(const CandidateMatchOutput& output, const CandidateMatchInput& input,
                                     const Services& services);

}  // namespace passend::api
