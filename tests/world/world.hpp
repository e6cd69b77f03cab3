// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "indexer/geo/postcodes.hpp"
#include "indexer/model/portfolio.hpp"
#include "indexer/model/vacancy.hpp"
#include "indexer/pool/pool.hpp"
#include "indexer/taxonomy/taxonomy.hpp"
#include "tests/temporary_directory.hpp"

/// A small region for tests: a taxonomy of a handful of occupations, nine postcode areas on one line, and people and
/// vacancies in words. The taxonomy is compiled from the lines in tiny_taxonomy.cpp, once per process.
namespace passend::world {

using test::TemporaryDirectory;

/// The tiny taxonomy.
std::shared_ptr<const taxonomy::Taxonomy> tiny_taxonomy();
/// The taxonomy in fixtures/taxonomy.
std::shared_ptr<const taxonomy::Taxonomy> starter_taxonomy();

/// Nine areas, 1201 to 1209, each 5 km east of the one before.
std::shared_ptr<const geo::PostcodeTable> line_of_postcodes();

/// A pool of these over the tiny taxonomy and the line of postcodes.
std::shared_ptr<const pool::Pool> pool_of(const std::vector<SearchProfile>& people,
                                          const std::vector<Vacancy>& vacancies);

/// The facts of every row that is not void, by ascending id.
std::vector<pool::CandidateFacts> candidates_of(const pool::Pool& pool);
std::vector<pool::VacancyFacts> vacancies_of(const pool::Pool& pool);

/// The day on which every test takes place.
Date today();

CandidateId candidate_id(int number);
VacancyId vacancy_id(int number);

}  // namespace passend::world
