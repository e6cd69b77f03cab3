// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/id.hpp"
#include "indexer/model/values.hpp"
#include "indexer/taxonomy/taxonomy.hpp"

/// What matching knows of one person and of one vacancy: small numbers only, resolved once when the pool is built. What
/// must never rank (age, sex, nationality, name, BSN, photo, target-group register, wage value, participation ladder,
/// duration of unemployment or benefit) has no place to stand here; a test lists every field.
namespace passend::pool {

using Concept = taxonomy::ConceptIndex;

/// A list of which the source may have said nothing, or nothing that the taxonomy could place (`known` false). Of a
/// known list some entries may still be `unplaced`: what is not among `items` may be there all the same.
template <class Item>
struct KnownList {
  bool known = false;
  bool unplaced = false;
  std::vector<Item> items;
  bool operator==(const KnownList&) const = default;
};

/// The same for demands, each of which has its own importance.
template <class Item>
struct DemandList : KnownList<Item> {
  Importance strongest = Importance::ignored;           ///< Of all entries, placed or not.
  Importance strongest_unplaced = Importance::ignored;  ///< Of the entries that the taxonomy could not place.
  bool operator==(const DemandList&) const = default;
};

/// A set of coded values as bits: bit number = value of the code.
using CodeSet = std::uint32_t;

template <class Code>
constexpr CodeSet bit(Code code) {
  return CodeSet{1} << static_cast<unsigned>(code);
}

/// Four command levels in the order of LanguageSkillKind: value of LanguageLevel, 0 = not stated.
using LanguageLevels = std::array<std::uint8_t, 4>;

/// ISO 639-3 as one number: three letters, first in the highest byte.
using LanguageCode = std::uint32_t;

struct HeldCompetenceFact {
  Concept competence = 0;
  std::optional<Proficiency> level;
  std::optional<CompetenceSource> source;
  bool operator==(const HeldCompetenceFact&) const = default;
};

/// One unbroken time in one occupation; times that overlap or touch have become one. `from` absent: how long is not
/// known. `until` absent beside a `from`: still working there.
struct OccupationTime {
  Concept occupation = 0;
  Period period;
  bool operator==(const OccupationTime&) const = default;
};

/// How far an education came, as far as the source says.
enum class Completion : std::uint8_t { unknown, completed, ongoing, not_completed };

struct HeldEducationFact {
  std::optional<EducationLevel> level;
  std::optional<int> field;  ///< ISCED-F 2013 broad field.
  Completion completion = Completion::unknown;
  bool operator==(const HeldEducationFact&) const = default;
};

struct HeldLanguageFact {
  LanguageCode language = 0;
  LanguageLevels levels{};
  bool operator==(const HeldLanguageFact&) const = default;
};

struct HeldLicenceFact {
  DrivingLicence category = DrivingLicence::b;
  std::optional<Date> valid_until;
  bool operator==(const HeldLicenceFact&) const = default;
};

struct HeldCredentialFact {
  Concept credential = 0;
  std::optional<Date> valid_until;
  bool operator==(const HeldCredentialFact&) const = default;
};

/// What a person is interested in: concepts that the words mean, and the words themselves.
struct InterestFacts {
  bool known = false;
  std::vector<Concept> concepts;     ///< Occupations and competences, ascending.
  std::vector<std::uint64_t> words;  ///< Hashes of the meaningful words, ascending.
  bool operator==(const InterestFacts&) const = default;
};

struct CandidateFacts {
  CandidateId id;
  KnownList<Concept> wanted_occupations;      ///< Ascending.
  KnownList<OccupationTime> experience;       ///< Ascending by occupation, then by start.
  KnownList<HeldCompetenceFact> competences;  ///< Ascending by competence.
  std::optional<WorkLevel> work_level;
  KnownList<HeldEducationFact> education;
  KnownList<HeldLanguageFact> languages;  ///< Ascending by language.
  KnownList<HeldLicenceFact> driving_licences;
  KnownList<HeldCredentialFact> credentials;  ///< Ascending by credential.
  std::optional<int> pc4;
  std::optional<int> maximum_distance_km;
  std::optional<int> maximum_travel_minutes;
  std::optional<CodeSet> transport;  ///< Transport usable for the commute.
  WeeklyHours hours;
  WorkingTimes working_times;
  Period available;
  std::optional<CodeSet> contract_types;
  std::optional<CodeSet> agreements;
  KnownList<int> sectors;  ///< SBI 2008 codes, ascending.
  InterestFacts interests;
  std::optional<int> wanted_cents_an_hour;
  std::optional<CodeSet> needed_conditions;
  Importances importance;
  Date updated;  ///< 1970-01-01 when not known.
  bool operator==(const CandidateFacts&) const = default;
};

/// A concept and how like it is to the one that a vacancy names, 1..10000.
struct Likeness {
  Concept concept_index = 0;
  std::int32_t similarity_bp = 0;
  bool operator==(const Likeness&) const = default;
};

struct DemandedCompetenceFact {
  Concept competence = 0;
  std::optional<Proficiency> level;
  Importance importance = Importance::important;
  std::int32_t rarity_bp = 0;  ///< 0..10000, from the taxonomy.
  bool operator==(const DemandedCompetenceFact&) const = default;
};

/// "Who has `competence` answers demand number `demand` at this similarity."
struct CompetenceAnswer {
  Concept competence = 0;
  std::uint32_t demand = 0;  ///< Position in VacancyFacts::competences.items.
  std::int32_t similarity_bp = 0;
  bool operator==(const CompetenceAnswer&) const = default;
};

struct DemandedEducationFact {
  std::optional<EducationLevel> level;
  std::optional<int> field;
  bool experience_counts = false;
  bool operator==(const DemandedEducationFact&) const = default;
};

struct DemandedLanguageFact {
  LanguageCode language = 0;
  LanguageLevels minimum{};  ///< 0: not asked.
  Importance importance = Importance::important;
  bool operator==(const DemandedLanguageFact&) const = default;
};

struct DemandedLicenceFact {
  DrivingLicence category = DrivingLicence::b;
  Importance importance = Importance::required;
  bool operator==(const DemandedLicenceFact&) const = default;
};

struct DemandedCredentialFact {
  Concept credential = 0;
  Importance importance = Importance::required;
  bool operator==(const DemandedCredentialFact&) const = default;
};

struct VacancyFacts {
  VacancyId id;
  std::optional<Concept> occupation;       ///< Absent: not stated, or nothing that the taxonomy knows.
  std::vector<Likeness> like_occupations;  ///< The occupation itself and its kin, ascending by concept.
  DemandList<DemandedCompetenceFact> competences;
  std::vector<CompetenceAnswer> competence_answers;  ///< Ascending by competence, then by demand.
  std::optional<WorkLevel> work_level;
  KnownList<DemandedEducationFact> education;
  DemandList<DemandedLanguageFact> languages;
  DemandList<DemandedLicenceFact> driving_licences;
  DemandList<DemandedCredentialFact> credentials;
  std::optional<int> experience_years;
  std::optional<int> pc4;
  WeeklyHours hours;
  WorkingTimes working_times;
  Period period;
  std::optional<CodeSet> contract_types;
  std::optional<CodeSet> agreements;
  std::optional<int> sector;
  std::optional<int> offered_cents_an_hour;  ///< The upper end when a range is offered.
  std::optional<CodeSet> offered_conditions;
  std::vector<std::uint64_t> title_words;  ///< Hashes of the meaningful words of title and occupation, ascending.
  Importances importance;
  std::optional<Date> closes;  ///< Last day on which one can apply.
  Date updated;                ///< Day of posting; 1970-01-01 when not known.
  bool operator==(const VacancyFacts&) const = default;
};

}  // namespace passend::pool
