// SPDX-License-Identifier: EUPL-1.2
#include <filesystem>

#include "indexer/base/executor.hpp"
#include "matcher/batch/batch.hpp"
#include "tests/bench/stage.hpp"

/// Every vacancy with everybody, the best 50 of both sides, written to files as `passend match batch` does.
namespace passend::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t bar_people = 100'000;
constexpr double bar_seconds = 20;
constexpr std::uint32_t top = 50;

}  // namespace

void measure_matrix(const Stage& stage) {
  const std::string size = size_name(stage.region.people) + " x " + size_name(stage.region.vacancies);
  if (stage.region.people > bar_people) {
    return stage.findings.leave_out("whole matrix " + size, "measured up to 100k people");
  }
  stage.findings.heading("Whole matrix " + size + ", top 50 each way, written to files");
  const Executor executor;
  const auto weights = criteria::default_weights();
  const engine::Engine engine(stage.pool, weights, executor, engine::EngineSettings{today});
  const auto inputs = batch::inputs_of(engine, weights, {.day = today, .seed = stage.seed, .top = top});
  const fs::path output = stage.region.folder / "matrix";
  std::vector<double> seconds;
  batch::BatchSummary summary;
  batch::BatchOptions options;
  options.output = output;
  const auto start = Clock::now();
  for (const Budget budget{.seconds = 20, .fewest = 1, .most = 3}; budget.allows(seconds.size(), start);) {
    fs::remove_all(output);
    const auto begun = Clock::now();
    summary = batch::run_batch(engine, inputs, executor, options, {});
    seconds.push_back(seconds_since(begun));
  }
  fs::remove_all(output);
  const auto add = [&](const std::string& line, const char* unit, const Summary& measured, std::optional<Bar> bar) {
    stage.findings.add({.part = "matrix",
                        .line = line,
                        .people = stage.region.people,
                        .unit = unit,
                        .measured = measured,
                        .bar = bar});
  };
  std::optional<Bar> bar;
  if (stage.region.people == bar_people) bar = Bar{bar_seconds};
  add("whole matrix " + size + ", 2 threads", "s", summary_of(seconds), bar);
  add("pairs judged", "M/s", single(1e-6 * stage.region.people * stage.region.vacancies / summary_of(seconds).p50), {});
  add("pairs that fit", "M", single(static_cast<double>(summary.pairs) / 1e6), {});
  add("memory of the lists", "MB", single(static_cast<double>(summary.memory_bytes) / 1e6), {});
}

}  // namespace passend::bench
