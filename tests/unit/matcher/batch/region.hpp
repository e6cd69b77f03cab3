// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <memory>
#include <string>

#include "indexer/base/executor.hpp"
#include "indexer/base/random.hpp"
#include "matcher/batch/batch.hpp"
#include "tests/world/random_region.hpp"
#include "tests/world/world.hpp"

/// A random region and what a batch makes of it.
namespace passend::batch::test {

/// A random region in which many pairs fit and many are equal.
world::RandomRegion loose_region(Random& random, int people, int vacancies);

class Region {
 public:
  Region(std::uint64_t seed, int people, int vacancies, unsigned threads = 2)
      : random(seed),
        records(loose_region(random, people, vacancies)),
        pool(world::pool_of(records.people, records.vacancies)),
        executor(threads),
        engine(pool, criteria::default_weights(), executor, {world::today()}) {}

  Inputs inputs(std::uint32_t top, std::uint64_t tie_seed = 7) const {
    return inputs_of(engine, criteria::default_weights(), {world::today(), tie_seed, top});
  }

  Random random;
  world::RandomRegion records;
  std::shared_ptr<const pool::Pool> pool;
  Executor executor;
  engine::Engine engine;
};

/// The two files of a batch.
struct Output {
  std::string per_vacancy;
  std::string per_candidate;
  bool operator==(const Output&) const = default;
};

Output read_output(const std::filesystem::path& directory, Format format = Format::ndjson);

/// What the reference says that the files must hold, written the long way round.
Output expected_output(const pool::Pool& pool, const Inputs& inputs, Format format = Format::ndjson);

}  // namespace passend::batch::test
