// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/id.hpp"
#include "indexer/model/values.hpp"

/// The e-portfolio of a job seeker, in two records on purpose: the search profile is pseudonymous and indexed; the
/// detail profile is encrypted in the store and never indexed, logged or put in a URL. JSON Schemas: schemas/json/.
namespace passend {

struct WorkExperience {
  ConceptRef occupation;
  Period period;             ///< `until` absent while `from` is present: still working there, or not known.
  std::string organisation;  ///< <= 70 characters
  std::string description;   ///< <= 2000 characters
  bool operator==(const WorkExperience&) const = default;
};

struct HeldCompetence {
  ConceptRef competence;
  std::optional<Proficiency> level;
  std::optional<CompetenceSource> source;
  bool operator==(const HeldCompetence&) const = default;
};

struct Education {
  std::optional<EducationLevel> level;
  std::optional<int> field;  ///< ISCED-F 2013 broad field, 0..10.
  std::string code;          ///< SuwiML CdOpleidingsnaam, digits, <= 10.
  std::string name;          ///< <= 120 characters
  std::optional<EducationStatus> status;
  std::optional<bool> diploma;
  Period period;
  std::optional<Date> diploma_date;
  std::string institution;  ///< <= 500 characters
  std::string description;  ///< <= 2000 characters
  bool operator==(const Education&) const = default;
};

struct Course {
  std::string name;  ///< <= 120 characters
  std::optional<bool> certificate;
  Period period;
  std::optional<Date> certificate_date;
  std::string institution;  ///< <= 500 characters
  std::string description;  ///< <= 2000 characters
  bool operator==(const Course&) const = default;
};

/// A certificate or registration (VCA, forklift, BIG, ...).
struct HeldCredential {
  ConceptRef credential;
  std::optional<Date> valid_until;  ///< Absent: no end, or not known.
  bool operator==(const HeldCredential&) const = default;
};

struct HeldLicence {
  DrivingLicence category = DrivingLicence::b;
  std::optional<Date> valid_until;
  bool operator==(const HeldLicence&) const = default;
};

/// Command of one skill of a language; the CEFR value is kept beside the VUM level when the source gave it.
struct LanguageCommand {
  std::optional<LanguageLevel> level;
  std::optional<Cefr> cefr;
  bool operator==(const LanguageCommand&) const = default;
};

struct LanguageSkill {
  std::string language;  ///< ISO 639-3, three lower-case letters.
  LanguageCommand speaking;
  LanguageCommand writing;
  LanguageCommand reading;
  LanguageCommand listening;
  bool operator==(const LanguageSkill&) const = default;
};

struct TransportUse {
  Transport means = Transport::other;
  std::optional<bool> for_commute;
  std::optional<bool> for_work;
  bool operator==(const TransportUse&) const = default;
};

struct Mobility {
  std::string postcode;                       ///< "1211AB" or the four digits alone; empty: not known.
  std::optional<int> maximum_distance_km;     ///< 0..999
  std::optional<int> maximum_travel_minutes;  ///< 0..999
  std::optional<std::vector<TransportUse>> transport;
  bool operator==(const Mobility&) const = default;
};

/// What the person decided about their own record by right (GDPR articles 16, 18 and 21). Only they and a data-subject
/// request change it: an import leaves it as it is.
struct OwnSay {
  /// Names of the fields of both profiles that the person set; an import keeps what they say. "exchange" stands for
  /// byCandidate alone.
  std::vector<std::string> corrected;
  std::optional<bool> restricted;          ///< Only kept: shown to nobody but the person, neither found nor matched.
  std::optional<bool> objects_to_ranking;  ///< Found and shown, but not ranked by the program.
  bool operator==(const OwnSay&) const = default;
  bool allows_showing() const { return !restricted.value_or(false); }
  bool allows_ranking() const { return allows_showing() && !objects_to_ranking.value_or(false); }
};

/// What is indexed and matched of a person. Holds nothing that ranking must never see (product.md, "Never ranking
/// features").
struct SearchProfile {
  CandidateId id;
  SourceRef source;
  std::string caseload;  ///< Code of the mediator's caseload, <= 60 characters; empty: none.
  std::string summary;   ///< A line in the person's own words, without contact data; <= 2000 characters.
  std::optional<std::vector<ConceptRef>> wanted_occupations;
  std::optional<std::vector<WorkExperience>> experience;
  std::optional<std::vector<HeldCompetence>> competences;
  std::optional<WorkLevel> work_level;
  std::optional<std::vector<Education>> education;
  std::optional<std::vector<Course>> courses;
  std::optional<std::vector<LanguageSkill>> languages;
  std::optional<std::vector<HeldLicence>> driving_licences;
  std::optional<std::vector<HeldCredential>> credentials;
  Mobility mobility;
  WeeklyHours hours;
  WorkingTimes working_times;
  Period available;
  std::optional<std::vector<ContractType>> contract_types;
  std::optional<std::vector<AgreementType>> agreements;
  std::optional<std::vector<int>> sectors;  ///< SBI 2008 codes, 0..99999.
  std::optional<std::vector<std::string>> interests;
  std::optional<Salary> wanted_salary;
  /// Opt-in: what the work must offer. Shown to own mediators only, never in the VUM facade.
  std::optional<std::vector<WorkingCondition>> needed_conditions;
  /// How much each wish matters to the person; `required` means "not for me otherwise".
  Importances importance;
  ExchangeRelease exchange;
  OwnSay own_say;
  Date updated;  ///< Day of the last change in the source; 1970-01-01 when not known.
  bool operator==(const SearchProfile&) const = default;
};

/// What only a mediator with a purpose opens: encrypted in the store (AES-256-GCM), never indexed.
struct DetailProfile {
  CandidateId id;
  std::string name;  ///< <= 120 characters
  std::vector<std::string> emails;
  std::vector<std::string> phones;
  std::vector<ContactPerson> contacts;
  std::vector<WebAddress> web_addresses;
  std::string presentation;                   ///< <= 2000 characters
  std::optional<bool> target_group_register;  ///< indicatieLdrRegistratie
  std::optional<bool> needs_adapted_workplace;
  std::optional<bool> needs_guidance;
  std::optional<bool> needs_variation;
  std::optional<bool> younger_than_27;
  Period search_period;  ///< The four-week search period of those under 27.
  bool operator==(const DetailProfile&) const = default;
};

/// Both halves, as an importer reads them.
struct Portfolio {
  SearchProfile search;
  DetailProfile detail;
  bool operator==(const Portfolio&) const = default;
};

/// What an import brings, with what the person said of their own record (OwnSay) as it was known.
Portfolio with_own_say(Portfolio imported, const Portfolio& known);

}  // namespace passend
