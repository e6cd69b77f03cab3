// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/builder.hpp"
#include "tests/bench/stage.hpp"

/// From the store to a pool that can be asked.
namespace passend::bench {
namespace {

constexpr std::uint64_t bar_people = 1'000'000;
constexpr double bar_build_seconds = 60;

}  // namespace

std::shared_ptr<const pool::Pool> measure_pool(const Stage& stage) {
  stage.findings.heading("Pool, " + size_name(stage.region.people) + " people");
  const auto store = open_store(stage.region.folder);
  const pool::Builder builder(stage.region.taxonomy, stage.region.postcodes);
  const auto start = Clock::now();
  auto pool = builder.build(*store, {});
  Figure figure{.part = "pool",
                .line = "built from the store",
                .people = stage.region.people,
                .unit = "s",
                .measured = single(seconds_since(start))};
  if (stage.region.people == bar_people) figure.bar = Bar{bar_build_seconds};
  stage.findings.add(std::move(figure));
  return pool;
}

}  // namespace passend::bench
