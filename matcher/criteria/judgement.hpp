// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <vector>

/// What a criterion says of a pair, and why.
namespace passend::criteria {

/// A degree or score of everything, in basis points.
inline constexpr int full_bp = 10'000;

enum class Verdict : std::uint8_t { met, not_met, unknown };

/// Whose conditions are judged: the vacancy's demands of the person, or the person's wishes of the vacancy.
enum class Side : std::uint8_t { demand, supply };

struct Judgement {
  Verdict verdict = Verdict::unknown;
  int degree_bp = 0;  ///< 0..10000; 0 and without meaning for unknown.
  bool operator==(const Judgement&) const = default;
};

inline Judgement met(int degree_bp = full_bp) {
  return {Verdict::met, degree_bp};
}
inline Judgement not_met(int degree_bp = 0) {
  return {Verdict::not_met, degree_bp};
}
inline Judgement unknown() {
  return {};
}

/// Why a criterion came out as it did; each kind has its sentence in matcher/explain. Labels are Dutch where the
/// taxonomy has them; codes are the JSON names of indexer/model/codes.hpp.
struct Evidence {
  enum class Kind : std::uint8_t {
    same_concept,     ///< own and demanded are one; texts: demanded
    related_concept,  ///< texts: demanded, own, reason (code of taxonomy::Relation); numbers: similarity_bp
    missing_concept,  ///< texts: demanded
    level,            ///< texts: own (empty: none), demanded, of what: nothing, a competence, or a language and a skill
    distance,     ///< numbers: metres, limit metres, minutes, limit minutes; -1 = none; texts: means of transport code
    hours,        ///< numbers: own minimum, maximum, offered minimum, maximum; -1 = none
    years,        ///< numbers: own months, demanded months; texts: occupation
    dates,        ///< texts: own from, until, offered from, until; empty = open
    valid_until,  ///< texts: credential, last day of validity; that day is before the work starts
    overlap,      ///< texts: what the two have in common; numbers: overlapping, wanted
    money,        ///< numbers: wanted cents an hour, offered cents an hour
    not_stated_by_person,   ///< What would decide it is blank on the side of the person.
    not_stated_by_vacancy,  ///< What would decide it is blank on the side of the vacancy.
    not_asked               ///< The side asks nothing at all, so that everything suits it.
  };
  Kind kind = Kind::same_concept;
  std::vector<std::string> texts;
  std::vector<std::int64_t> numbers;
  bool operator==(const Evidence&) const = default;
};

}  // namespace passend::criteria
