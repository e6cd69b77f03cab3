// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "matcher/explain/words.hpp"

namespace passend::explain {

/// The sentences of an explanation. Every template may use {criterion} and {side} to choose its words; what
/// else it may use stands beside it.
enum class Phrase : std::uint8_t {
  same_concept,           ///< demanded
  related_concept,        ///< demanded, own, reason, percent
  missing_concept,        ///< demanded
  level,                  ///< own, demanded
  level_of,               ///< own, demanded, subject
  level_not_stated,       ///< demanded, subject ("" when there is none)
  distance,               ///< km
  distance_limit,         ///< km, limit_km
  travel_time,            ///< minutes, means
  travel_time_limit,      ///< minutes, limit_minutes, means
  hours,                  ///< own, offered (ranges)
  hours_range,            ///< low, high
  hours_exact,            ///< low
  hours_least,            ///< low
  hours_most,             ///< high
  years,                  ///< own, demanded (durations), occupation
  duration,               ///< years, months
  dates,                  ///< own, offered (periods)
  period_from,            ///< from
  period_until,           ///< until
  period_both,            ///< from, until
  period_open,            ///< nothing
  valid_until,            ///< demanded, date
  overlap,                ///< shared (a list), count, wanted
  dayparts,               ///< count, wanted
  irregular_hours,        ///< count: 1 accepted
  regular_hours,          ///< nothing
  office_hours,           ///< count: 1 within office hours
  money,                  ///< wanted, offered (amounts in euros)
  not_stated_by_person,   ///< name
  not_stated_by_vacancy,  ///< name
  not_asked,              ///< nothing
  fits,                   ///< percent, demand_percent, supply_percent
  one_question_open,      ///< percent, questions
  falls_short,            ///< requirements
  contribution,           ///< points
  why_not                 ///< name, sentences
};

const Wording& wording(Phrase phrase);

/// What to ask when a required criterion is not known: of the person, of the employer.
const Wording& question_for_person(Criterion criterion);
const Wording& question_for_employer(Criterion criterion);

}  // namespace passend::explain
