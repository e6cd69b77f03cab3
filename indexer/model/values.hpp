// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/model/codes.hpp"

/// Small values that portfolios, vacancies and employers have in common. An absent optional means "not known";
/// a present but empty list means "known to be none".
namespace passend {

/// Where a record came from. (system, id) is unique per kind of record and makes a second import an update.
struct SourceRef {
  std::string system;  ///< e.g. "vum", "csv:basisonderwijs"; 1..60 characters of [a-z0-9:._-]
  std::string id;      ///< The id in that system; 1..200 characters, no control characters.
  bool operator==(const SourceRef&) const = default;
};

/// An occupation, competence or credential as the source named it. At least one of the two is not empty.
/// The taxonomy resolves it when it is indexed: by `uri` when that is known, else by linking `label`.
struct ConceptRef {
  std::string uri;    ///< Any URI that the taxonomy knows, <= 200 bytes.
  std::string label;  ///< Free text, <= 200 characters.
  bool operator==(const ConceptRef&) const = default;
};

/// One Importance per criterion; absent means "as the weights profile says".
struct Importances {
  std::array<std::optional<Importance>, criterion_count> by_criterion{};
  std::optional<Importance>& operator[](Criterion criterion) {
    return by_criterion[static_cast<std::size_t>(criterion)];
  }
  std::optional<Importance> operator[](Criterion criterion) const {
    return by_criterion[static_cast<std::size_t>(criterion)];
  }
  bool operator==(const Importances&) const = default;
};

/// Hours a week, 0..99 each.
struct WeeklyHours {
  std::optional<int> minimum;
  std::optional<int> maximum;
  bool operator==(const WeeklyHours&) const = default;
};

/// Seven days of four dayparts: bit day * 4 + part; day 0 = Monday, part 0 = morning, afternoon, evening, 3 = night.
/// In JSON: 28 characters '0' or '1' in that order.
struct WeekGrid {
  std::uint32_t bits = 0;  ///< Below 1 << 28.
  bool operator==(const WeekGrid&) const = default;
};

struct WorkingTimes {
  std::optional<bool> office_hours;     ///< Person: wants office hours. Vacancy: is in office hours.
  std::optional<bool> irregular_hours;  ///< Person: accepts irregular work or shifts. Vacancy: has it.
  std::optional<WeekGrid> grid;
  bool operator==(const WorkingTimes&) const = default;
};

struct Period {
  std::optional<Date> from;
  std::optional<Date> until;
  bool operator==(const Period&) const = default;
};

struct Salary {
  std::optional<int> minimum_cents;  ///< 0..100,000,000
  std::optional<int> maximum_cents;
  SalaryPeriod period = SalaryPeriod::hour;
  bool operator==(const Salary&) const = default;
};

/// Whether a job seeker's profile may be shown to other organisations: only when both say yes. Absent is no.
struct ExchangeRelease {
  std::optional<bool> by_candidate;
  std::optional<bool> by_mediator;
  bool operator==(const ExchangeRelease&) const = default;
  bool is_complete() const { return by_candidate.value_or(false) && by_mediator.value_or(false); }
};

struct WebAddress {
  std::optional<WebAddressKind> kind;
  std::string url;  ///< <= 1000 bytes
  bool operator==(const WebAddress&) const = default;
};

struct ContactPerson {
  std::string name;  ///< Person or department, <= 120 characters.
  std::vector<std::string> emails;
  std::vector<std::string> phones;
  bool operator==(const ContactPerson&) const = default;
};

}  // namespace passend
