// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "indexer/model/values.hpp"

/// What a text of a vacancy or a CV seems to say, in the terms of the model. A proposal is never applied by itself: a
/// person sees it beside the words it came from and takes it or leaves it.
namespace passend::extract {

enum class TextKind : std::uint8_t { vacancy, cv };

struct Occupation {
  ConceptRef occupation;
  bool operator==(const Occupation&) const = default;
};

struct Competence {
  ConceptRef competence;
  bool operator==(const Competence&) const = default;
};

/// `credential.uri` is empty when the taxonomy does not know it.
struct Credential {
  ConceptRef credential;
  bool operator==(const Credential&) const = default;
};

struct LanguageCommand {
  std::string language;                   ///< ISO 639-3
  std::vector<LanguageSkillKind> skills;  ///< Those that the text names, in the order of the type; empty: none named.
  std::optional<LanguageLevel> level;     ///< Absent: no word for it.
  std::optional<Cefr> cefr;               ///< When the text gives one.
  bool operator==(const LanguageCommand&) const = default;
};

struct Schooling {
  EducationLevel level = EducationLevel::other;
  std::optional<int> mbo_level;           ///< 1..4, the lowest that is named.
  std::optional<int> field;               ///< ISCED-F 2013 broad field, 0..10.
  std::string name;                       ///< As the text writes it, <= 120 bytes; empty: not named.
  std::optional<bool> experience_counts;  ///< Experience may stand for the diploma.
  bool operator==(const Schooling&) const = default;
};

struct Experience {
  int years = 0;  ///< At least; 0 together with Importance::ignored when none is asked.
  bool operator==(const Experience&) const = default;
};

/// How far from home, or how willing to travel.
struct Travel {
  std::optional<int> maximum_km;
  std::optional<int> maximum_minutes;
  bool willing = false;  ///< "bereid te reizen", without a number.
  bool operator==(const Travel&) const = default;
};

using Value = std::variant<Occupation, Competence, WorkLevel, Schooling, LanguageCommand, DrivingLicence, Credential,
                           Experience, Travel, WeeklyHours, WorkingTimes>;

/// Which criterion of matching the value is for.
Criterion criterion_of(const Value& value);

/// The value in short, for lists and tests: "B", "nld good speaking writing", "24-32", "mbo 3 Verpleegkunde", "30 km".
std::string to_text(const Value& value);

/// Bytes of the text, [begin, end).
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool operator==(const Span&) const = default;
};

/// What a proposal rests on: the rules of this folder, or a language model (near_phrases.hpp).
enum class Basis : std::uint8_t { words, embedding };

struct Proposal {
  Value value;
  /// How much a vacancy demands it. `required` only where a word says so, because it knocks people out; `ignored` where
  /// the text says that it is not needed. Absent for what is no demand (hours, unless a word says otherwise; a CV).
  std::optional<Importance> importance;
  int confidence_bp = 0;  ///< 1..10000: an order, not a probability.
  Span evidence;          ///< The words that say so.
  Basis basis = Basis::words;
  bool operator==(const Proposal&) const = default;
};

}  // namespace passend::extract
