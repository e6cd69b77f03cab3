// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/base/id.hpp"

/// Set selection: people for several vacancies at once, as for an event where each can be met only so often.
namespace passend::selection {

/// Both included.
struct Limits {
  std::int64_t least = 0;
  std::int64_t most = 0;
  bool operator==(const Limits&) const = default;
};

struct WantedPeople {
  VacancyId vacancy;
  Limits people;
};

/// A group of people of one counsellor. Its limits are on places, that is on pairs, not on persons.
struct Caseload {
  std::string name;
  Limits places;
};

struct Person {
  CandidateId candidate;
  std::uint32_t caseload = 0;  ///< Position in Problem::caseloads.
};

/// One who fits a vacancy, and how well.
struct Pair {
  std::uint32_t person = 0;   ///< Position in Problem::people.
  std::uint32_t vacancy = 0;  ///< Position in Problem::vacancies.
  std::int32_t score_bp = 0;  ///< 0..10000
  bool operator==(const Pair&) const = default;
};

struct Problem {
  std::vector<WantedPeople> vacancies;
  std::vector<Caseload> caseloads;
  std::vector<Person> people;
  std::vector<Pair> pairs;  ///< Each at most once.
  std::int64_t most_vacancies_per_person = 1;
  std::uint64_t seed = 0;  ///< Decides among sets of the same total score.
};

/// A lower limit that cannot be met.
struct Shortage {
  enum class Of : std::uint8_t { vacancy, caseload };
  Of of = Of::vacancy;
  std::uint32_t position = 0;  ///< In vacancies or caseloads.
  std::int64_t asked = 0;
  std::int64_t missing = 0;  ///< Places by which it falls short in one of the sets that come closest.
};

/// Why people are missing: vacancies that want more together than can come to them, and everything that lets people
/// come to them is at its limit.
struct Bottleneck {
  std::vector<std::uint32_t> vacancies;
  std::int64_t asked = 0;                ///< The sum of their least.
  std::int64_t attainable = 0;           ///< What can come, at most.
  std::vector<std::uint32_t> caseloads;  ///< Full: more places for them would help.
  std::vector<std::uint32_t> people;     ///< Who fit any of them.
};

struct Selection {
  /// Of the highest total score, when there are no shortages: by vacancy, then falling score.
  std::vector<Pair> chosen;
  std::int64_t total_bp = 0;
  /// When the limits contradict each other: the lower limits that are not met by a set that misses as few places in all
  /// as possible. Then nobody is chosen.
  std::vector<Shortage> shortages;
  std::int64_t missing = 0;  ///< Their sum: no set misses fewer.
  std::vector<Bottleneck> bottlenecks;
};

/// The set with the highest sum of scores that keeps every limit. Exact, and independent of the order of the input: of
/// sets with the same sum, the one whose pairs have the highest sum of a keyed hash of seed and ids. Throws
/// invalid_input with every violation for limits or positions that are out of range, or a problem that is too large.
Selection select(const Problem& problem);

/// A shortage and a bottleneck in an English sentence, vacancies by their id.
std::string to_text(const Shortage& shortage, const Problem& problem);
std::string to_text(const Bottleneck& bottleneck, const Problem& problem);

}  // namespace passend::selection
