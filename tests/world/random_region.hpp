// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <vector>

#include "indexer/base/random.hpp"
#include "indexer/model/portfolio.hpp"
#include "indexer/model/vacancy.hpp"
#include "indexer/pool/pool.hpp"

namespace passend::world {

/// People and vacancies drawn from the tiny taxonomy, each field blank in a third of the cases, so densely that every
/// criterion is met, not met and unknown many times over. Not lifelike: for properties, not for judging relevance.
SearchProfile random_person(Random& random);
Vacancy random_vacancy(Random& random);

struct RandomRegion {
  std::vector<SearchProfile> people;
  std::vector<Vacancy> vacancies;
};
RandomRegion random_region(Random& random, int people, int vacancies);

/// A pool of these records that has a history: part was built at once, part came later, rows are void because a record
/// changed, was erased or closed.
std::shared_ptr<const pool::Pool> pool_in_parts(const RandomRegion& region, Random& random);

}  // namespace passend::world
