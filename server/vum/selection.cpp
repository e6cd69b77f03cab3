// SPDX-License-Identifier: EUPL-1.2
#include "server/vum/selection.hpp"

#include <algorithm>

#include "indexer/model/vum_codes.hpp"
#include "server/vum/language_levels.hpp"

namespace passend::vum_source {
namespace {

template <class T>
bool is_answered(const std::optional<T>& asked, const std::optional<T>& known) {
  return !asked || known == asked;
}

bool is_near(const CommonQuestion& question, const std::string& postcode, const geo::PostcodeTable& postcodes) {
  const auto pc4 = geo::parse_pc4(postcode);
  const auto distance_m = pc4 ? postcodes.distance_m(question.pc4, *pc4) : std::nullopt;
  return distance_m && *distance_m <= question.distance_km * 1000;
}

bool has_hours(const CommonQuestion& question, const WeeklyHours& hours) {
  if (question.minimum_hours_at_most && !(hours.minimum && *hours.minimum <= *question.minimum_hours_at_most)) {
    return false;
  }
  return !question.maximum_hours_at_least || (hours.maximum && *hours.maximum >= *question.maximum_hours_at_least);
}

template <class Licence>
bool has_licences(const CommonQuestion& question, const std::optional<std::vector<Licence>>& licences) {
  return std::all_of(question.driving_licences.begin(), question.driving_licences.end(), [&](DrivingLicence asked) {
    return licences && std::any_of(licences->begin(), licences->end(),
                                   [&](const Licence& licence) { return licence.category == asked; });
  });
}

bool reaches(std::optional<int> asked, std::optional<LanguageLevel> level) {
  return !asked || (level && vum::to_vum(*level) >= *asked);
}

template <class Language>
bool has_languages(const CommonQuestion& question, const std::optional<std::vector<Language>>& languages) {
  return std::all_of(question.languages.begin(), question.languages.end(), [&](const LanguageDemand& asked) {
    return languages && std::any_of(languages->begin(), languages->end(), [&](const Language& language) {
             return language.language == asked.language && reaches(asked.speaking, vum_level(language.speaking)) &&
                    reaches(asked.writing, vum_level(language.writing));
           });
  });
}

bool has_work_level(const VacancyQuestion& question, std::optional<WorkLevel> known) {
  if (!question.work_level_at_least && !question.work_level_below && !question.work_level_equal_to) return true;
  if (!known || question.work_level_equal_to) return false;
  const int level = vum::to_vum(*known);
  return level >= question.work_level_at_least.value_or(level) && level < question.work_level_below.value_or(level + 1);
}

bool wants_one_of(const std::vector<std::string>& asked, const std::optional<std::vector<ConceptRef>>& wanted) {
  return asked.empty() || (wanted && std::any_of(wanted->begin(), wanted->end(), [&](const ConceptRef& occupation) {
                             return std::find(asked.begin(), asked.end(), vum_code(occupation)) != asked.end();
                           }));
}

bool accepts_one_of(const std::vector<ContractType>& asked, const std::optional<std::vector<ContractType>>& accepted) {
  return asked.empty() || (accepted && std::any_of(accepted->begin(), accepted->end(), [&](ContractType type) {
                             return std::find(asked.begin(), asked.end(), type) != asked.end();
                           }));
}

}  // namespace

bool selects(const CandidateQuestion& question, const SearchProfile& profile, const geo::PostcodeTable& postcodes) {
  const CommonQuestion& common = question.common;
  return wants_one_of(question.occupations, profile.wanted_occupations) &&
         accepts_one_of(question.contract_types, profile.contract_types) &&
         is_answered(common.irregular_hours, profile.working_times.irregular_hours) &&
         is_answered(question.office_hours, profile.working_times.office_hours) &&
         (!question.available_by || (profile.available.from && *profile.available.from <= *question.available_by)) &&
         has_hours(common, profile.hours) && has_licences(common, profile.driving_licences) &&
         has_languages(common, profile.languages) && is_near(common, profile.mobility.postcode, postcodes);
}

bool selects(const VacancyQuestion& question, const Vacancy& vacancy, const geo::PostcodeTable& postcodes) {
  const CommonQuestion& common = question.common;
  const bool is_occupation =
      question.occupation.empty() || (vacancy.occupation && vum_code(*vacancy.occupation) == question.occupation);
  return is_occupation && has_work_level(question, vacancy.work_level) &&
         is_answered(common.irregular_hours, vacancy.working_times.irregular_hours) &&
         (!question.starts_on_or_after ||
          (vacancy.period.from && *vacancy.period.from >= *question.starts_on_or_after)) &&
         has_hours(common, vacancy.hours) && has_licences(common, vacancy.driving_licences) &&
         has_languages(common, vacancy.languages) && is_near(common, vacancy.location.postcode, postcodes);
}

std::string_view vum_code(const ConceptRef& ref) {
  // The import of VUM keeps a code that is no URI as urn:vum:<attribute>:<code>.
  std::string_view uri = ref.uri;
  for (const std::string_view own : {"urn:vum:codeBeroepsnaam:", "urn:vum:codeCompetentie:"}) {
    if (uri.starts_with(own)) uri.remove_prefix(own.size());
  }
  return uri;
}

}  // namespace passend::vum_source
