// SPDX-License-Identifier: EUPL-1.2
#include <map>

#include "indexer/pool/builder.hpp"
#include "tests/bench/stage.hpp"

/// From the store to a pool that can be asked, and what it weighs.
namespace passend::bench {
namespace {

constexpr std::uint64_t bar_people = 1'000'000;
constexpr double bar_build_seconds = 60;
constexpr double bar_bytes_a_person = 200;
constexpr double bar_open_milliseconds = 100;
constexpr int times_opened = 5;

void add(const Stage& stage, const std::string& line, const char* unit, const Summary& measured,
         std::optional<Bar> bar = {}) {
  stage.findings.add({.part = "pool",
                      .line = line,
                      .people = stage.region.people,
                      .unit = unit,
                      .measured = measured,
                      .bar = stage.region.people == bar_people ? bar : std::nullopt});
}

void report_memory(const Stage& stage, const pool::Pool& pool) {
  std::vector<std::string> columns;
  std::map<std::string, std::uint64_t> bytes;
  std::uint64_t total = 0;
  for (const auto& part : pool.candidate_parts()) {
    for (const auto& [column, size] : part.segment->memory()) {
      if (!bytes.contains(column)) columns.push_back(column);
      bytes[column] += size;
      total += size;
    }
  }
  const auto people = static_cast<double>(pool.candidate_count());
  add(stage, "memory a portfolio", "bytes", single(static_cast<double>(total) / people), Bar{bar_bytes_a_person});
  for (const auto& column : columns) {
    add(stage, "  " + column, "bytes", single(static_cast<double>(bytes[column]) / people));
  }
}

}  // namespace

std::shared_ptr<const pool::Pool> measure_pool(const Stage& stage) {
  stage.findings.heading("Pool, " + size_name(stage.region.people) + " people");
  const auto store = open_store(stage.region.folder);
  const pool::Builder builder(stage.region.taxonomy, stage.region.postcodes);
  const auto folder = stage.region.folder / "pool";
  const auto start = Clock::now();
  auto pool = builder.build(folder, *store, {});
  add(stage, "built from the store, 2 threads", "s", single(seconds_since(start)), Bar{bar_build_seconds});
  std::vector<double> opened;
  for (int i = 0; i < times_opened; ++i) {
    opened.push_back(milliseconds_of([&] { pool = builder.open_or_build(folder, *store, {}); }));
  }
  add(stage, "opened, checked and compared with the store", "ms", summary_of(opened), Bar{bar_open_milliseconds});
  report_memory(stage, *pool);
  return pool;
}

}  // namespace passend::bench
