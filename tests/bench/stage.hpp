// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <memory>
#include <string>

#include "indexer/pool/pool.hpp"
#include "tests/bench/figures.hpp"
#include "tests/bench/region.hpp"

namespace passend::bench {

/// What every part measures on and where it leaves what it found.
struct Stage {
  const Region& region;
  std::shared_ptr<const pool::Pool> pool;
  std::uint64_t seed = 1;
  std::string java_class_path;   ///< Empty: Lucene is left out.
  std::string postgres_sockets;  ///< Empty: PostgreSQL is left out.
  Findings& findings;
};

/// Make what a part keeps between runs, and measure nothing.
void prepare_competences(const Stage& stage);
void prepare_change(const Stage& stage);

void measure_bandwidth(Findings& findings);
/// Gives the pool on which the other parts measure.
std::shared_ptr<const pool::Pool> measure_pool(const Stage& stage);
void measure_competences(const Stage& stage);
void measure_two_way(const Stage& stage);
void measure_reverse(const Stage& stage);
void measure_matrix(const Stage& stage);
void measure_selection(const Stage& stage);
void measure_change(const Stage& stage);
void measure_feed(const Stage& stage);
void measure_search(const Stage& stage);

}  // namespace passend::bench
