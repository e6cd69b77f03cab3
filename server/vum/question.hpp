// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/model/codes.hpp"

/// The questions of VUM (vraagObject, a subset of MongoDB's query language) as typed values. What a question does not
/// ask is absent. Levels are the numbers of the VUM lists, which are those of ours.
namespace passend::vum_source {

struct LanguageDemand {
  std::string language;  ///< ISO 639-3
  std::optional<int> speaking;
  std::optional<int> writing;
};

/// What both questions have.
struct CommonQuestion {
  int pc4 = 0;          ///< Centre of the selectiegebied; 0 for a postcode that is not issued, which nobody is near.
  int distance_km = 0;  ///< 0..999
  std::optional<bool> irregular_hours;
  std::optional<int> minimum_hours_at_most;
  std::optional<int> maximum_hours_at_least;
  std::vector<DrivingLicence> driving_licences;  ///< All of them.
  std::vector<LanguageDemand> languages;         ///< All of them.
};

struct CandidateQuestion {
  CommonQuestion common;
  std::vector<std::string> occupations;      ///< Any of them.
  std::vector<ContractType> contract_types;  ///< Any of them.
  std::optional<bool> office_hours;
  std::optional<Date> available_by;
};

struct VacancyQuestion {
  CommonQuestion common;
  std::string occupation;                  ///< Empty: any.
  std::optional<int> work_level_at_least;  ///< 1..6
  std::optional<int> work_level_below;     ///< 7: any level that is known.
  std::optional<int> work_level_equal_to;  ///< 7, not yet known: what we do not keep, so that nothing has it.
  std::optional<Date> starts_on_or_after;
};

/// The question in the body of a call. Attributes and operators that VUM 3.0 does not have are ignored, and what is
/// empty is read as absent. Throws VumError: 400.02 without vraagObject or selectiegebied, 400.01 with every attribute
/// that breaks its rule. Throws malformed_document for a body that is no JSON.
CandidateQuestion read_candidate_question(std::string_view body);
VacancyQuestion read_vacancy_question(std::string_view body);

/// The same text for questions that ask the same.
std::string canonical_text(const CandidateQuestion& question);
std::string canonical_text(const VacancyQuestion& question);

}  // namespace passend::vum_source
