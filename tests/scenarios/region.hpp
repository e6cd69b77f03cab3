// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "indexer/model/portfolio.hpp"
#include "indexer/model/vacancy.hpp"
#include "matcher/engine/engine.hpp"

/// A region drawn as tables of text, for scenarios that a jobhunter can read. Columns are separated by |; the first
/// line names them; an empty cell is "not known"; "-" in a list is "known to be none"; * after a value makes it
/// required, ~ makes it desired.
///
///   people      name | wants | worked | competences | level | languages | licences | papers | home | max km | by |
///   hours |
///               from | contract | agreement | needs | salary
///   vacancies   name | occupation | competences | level | languages | licences | papers | years | place | hours |
///   start |
///               contract | agreement | offers | salary
///
/// Every column is optional. Places are 1201 to 1209, 5 km apart on a line. A date is written as 2027-03-01, experience
/// as "kok 2020-2024" or "kok 2020-", a level of a language as nld:good, a paper as "VCA Basis until 2027-01-01".
namespace passend::scenarios {

class Region {
 public:
  Region(const std::string& people, const std::string& vacancies);

  /// Names in the lane, best first, separated by spaces.
  std::string listed(const std::string& vacancy, engine::Lane lane,
                     engine::SortBy sort = engine::SortBy::combined) const;
  std::string vacancies_for(const std::string& person, engine::Lane lane) const;
  /// The first page of the lane.
  engine::MatchPage page(const std::string& vacancy, engine::Lane lane) const;
  engine::PairExplanation explain(const std::string& person, const std::string& vacancy) const;
  /// The line of one criterion; throws std::out_of_range when that side has not set it.
  engine::CriterionResult line(const std::string& person, const std::string& vacancy, Criterion criterion,
                               engine::Side side = engine::Side::demand) const;

 private:
  void add_person(const std::map<std::string, std::string>& row);
  void add_vacancy(const std::map<std::string, std::string>& row);
  std::string names_of(const engine::MatchPage& page) const;

  std::vector<SearchProfile> people_;
  std::vector<Vacancy> vacancies_;
  std::map<std::string, CandidateId> person_ids_;
  std::map<std::string, VacancyId> vacancy_ids_;
  std::map<Id128, std::string> names_;
  Executor executor_{1};
  std::unique_ptr<engine::Engine> engine_;
};

}  // namespace passend::scenarios
