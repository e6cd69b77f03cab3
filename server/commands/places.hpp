// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "matcher/selection/selection.hpp"

/// What `passend match select` reads and writes.
namespace passend::commands {

/// "2..5", or "5" for 0..5. Throws usage.
selection::Limits limits_of(const std::string& text);

/// The same, or "20%": that share of `places`, rounded down, as upper limit.
selection::Limits caseload_limits_of(const std::string& text, std::int64_t places);

/// Vacancies by id, or from CSV files with the column `vacancy` and perhaps `least` and `most`. Throws usage for what
/// is neither, invalid_input for a line that is wrong or a vacancy that stands there twice.
std::vector<selection::WantedPeople> wanted_people(const std::vector<std::string>& ids_or_files,
                                                   const selection::Limits& per_vacancy);

/// People and their caseloads, from a CSV file with the columns `candidate` and `caseload`.
struct CaseloadFile {
  std::vector<selection::Caseload> caseloads;  ///< In the order of the file; without limits yet.
  std::vector<selection::Person> people;
};
CaseloadFile read_caseloads(const std::string& file);

/// One place of a selection, with names for people.
struct Place {
  VacancyId vacancy;
  CandidateId candidate;
  std::string caseload;  ///< Empty when none were given.
  int score_bp = 0;
  std::string reason;
};
std::string to_json(const Place& place);

}  // namespace passend::commands
