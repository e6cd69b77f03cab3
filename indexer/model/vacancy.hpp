// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/id.hpp"
#include "indexer/model/values.hpp"

namespace passend {

struct DemandedCompetence {
  ConceptRef competence;
  std::optional<Proficiency> level;  ///< Minimum; absent: any.
  Importance importance = Importance::important;
  bool operator==(const DemandedCompetence&) const = default;
};

struct DemandedLanguage {
  std::string language;                   ///< ISO 639-3
  std::optional<LanguageLevel> speaking;  ///< Minimum each; absent: not asked.
  std::optional<LanguageLevel> writing;
  std::optional<LanguageLevel> reading;
  std::optional<LanguageLevel> listening;
  Importance importance = Importance::important;
  bool operator==(const DemandedLanguage&) const = default;
};

struct DemandedLicence {
  DrivingLicence category = DrivingLicence::b;
  Importance importance = Importance::required;
  bool operator==(const DemandedLicence&) const = default;
};

struct DemandedCredential {
  ConceptRef credential;
  Importance importance = Importance::required;
  bool operator==(const DemandedCredential&) const = default;
};

struct DemandedEducation {
  std::optional<EducationLevel> level;    ///< Minimum.
  std::optional<int> field;               ///< ISCED-F 2013 broad field, 0..10.
  std::string name;                       ///< As the employer wrote it, <= 120 characters.
  std::optional<bool> experience_counts;  ///< Years of experience may stand for the diploma.
  bool operator==(const DemandedEducation&) const = default;
};

struct WorkLocation {
  std::string postcode;      ///< "1211AB" or the four digits alone; empty: not known.
  std::string place;         ///< <= 80 characters
  std::string street;        ///< <= 80 characters
  std::string house_number;  ///< <= 12 characters
  bool operator==(const WorkLocation&) const = default;
};

/// A vacancy with its demands. The importance of a demand that is not an item of a list stands in `importance`.
struct Vacancy {
  VacancyId id;
  SourceRef source;
  std::string reference;  ///< The employer's own number, <= 50 characters.
  std::optional<EmployerId> employer_id;
  std::string employer_name;  ///< <= 500 characters
  std::string title;          ///< 1..120 characters
  std::string description;    ///< <= 20000 characters of plain text.
  VacancyStatus status = VacancyStatus::open;
  std::optional<int> positions;  ///< 1..999
  std::optional<Date> posted;
  std::optional<Date> closes;
  std::optional<ConceptRef> occupation;
  std::optional<std::vector<DemandedCompetence>> competences;
  std::optional<WorkLevel> work_level;                      ///< Minimum.
  std::optional<std::vector<DemandedEducation>> education;  ///< Any one of them suffices.
  std::optional<std::vector<DemandedLanguage>> languages;
  std::optional<std::vector<DemandedLicence>> driving_licences;
  std::optional<std::vector<DemandedCredential>> credentials;
  std::optional<int> experience_years;  ///< Minimum years in the occupation, 0..99.
  WorkLocation location;
  WeeklyHours hours;
  WorkingTimes working_times;
  Period period;  ///< Start and end of the work.
  std::optional<std::vector<ContractType>> contract_types;
  std::optional<std::vector<AgreementType>> agreements;
  std::optional<int> sector;  ///< SBI 2008, 0..99999.
  std::optional<Salary> salary;
  std::string conditions_text;  ///< Conditions of employment in words, <= 2000 characters.
  std::optional<std::vector<WorkingCondition>> offered_conditions;
  std::optional<std::vector<ApplicationMethod>> application_methods;
  std::optional<WebAddress> application_address;
  std::vector<ContactPerson> contacts;
  /// Reserved by law for a target group: a filter for authorised mediators, never a ranking feature.
  std::optional<bool> reserved_for_target_group;
  std::optional<bool> wage_subsidy_possible;
  std::optional<bool> social_return;
  std::optional<bool> released_for_exchange;  ///< May be shown to other organisations; absent is no.
  Importances importance;
  bool operator==(const Vacancy&) const = default;
};

struct Employer {
  EmployerId id;
  SourceRef source;
  std::string name;                         ///< 1..500 characters
  std::string kvk_number;                   ///< Chamber of Commerce number, 8 digits; empty: not known.
  std::optional<std::vector<int>> sectors;  ///< SBI 2008 codes.
  WorkLocation location;
  std::vector<WebAddress> web_addresses;
  std::vector<ContactPerson> contacts;
  std::optional<bool> recognised_training_company;  ///< erkend SBB-leerbedrijf
  bool operator==(const Employer&) const = default;
};

}  // namespace passend
