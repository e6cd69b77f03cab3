// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/model/codes.hpp"
#include "indexer/model/portfolio.hpp"
#include "indexer/model/vacancy.hpp"

/// Questions of ours to the VUM exchange, made of a record.
namespace passend::vum_mediator {

/// What VUM can be asked beside the distance. It finds only records that have a value for all of it.
enum class Demand : std::uint8_t { occupation, hours, driving_licences, languages };

/// What to ask of it. What the record does not say is not asked.
struct Wanted {
  int distance_km = 30;  ///< 0..999
  std::vector<Demand> demands{Demand::occupation, Demand::hours, Demand::driving_licences, Demand::languages};
};

struct Question {
  std::string body;             ///< {"vraagObject": ...}
  std::vector<Demand> demands;  ///< Those that stand in it.
};

/// For people around the place of work: those who want the occupation, whose hours meet those of the vacancy, with the
/// licences and languages that it requires; what it would merely like is not asked. Throws conflict when the vacancy
/// has no whole postcode, without which VUM takes no question.
Question question_about(const Vacancy& vacancy, const Wanted& wanted);

/// For vacancies around the person in the first wanted occupation that has a code, whose hours meet theirs. What the
/// person can is not asked: VUM would then find only vacancies that require it. Nothing of the detail profile is in it.
/// Throws conflict without a whole postcode.
Question question_about(const SearchProfile& profile, const Wanted& wanted);

}  // namespace passend::vum_mediator

namespace passend {

template <>
struct CodeNames<vum_mediator::Demand> {
  static constexpr CodeTable<vum_mediator::Demand, 4> names{
      {{vum_mediator::Demand::occupation, "occupation"},
       {vum_mediator::Demand::hours, "hours"},
       {vum_mediator::Demand::driving_licences, "driving_licences"},
       {vum_mediator::Demand::languages, "languages"}}};
};

}  // namespace passend
