// SPDX-License-Identifier: EUPL-1.2
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <map>

#include "fixtures/generator/generator.hpp"
#include "indexer/pool/builder.hpp"
#include "indexer/store/sqlite_store.hpp"
#include "indexer/taxonomy/compile.hpp"
#include "matcher/engine/engine.hpp"

/// Time inside the engine for one vacancy, for one candidate and for one explanation, on synthetic regions of growing
/// size.
namespace {

using namespace passend;

constexpr std::uint64_t seed = 1;

/// A region in memory; made once per size.
struct Region {
  std::shared_ptr<const pool::Pool> pool;
  Executor executor;
};

class ScratchDirectory {
 public:
  ScratchDirectory() {
    std::string pattern = (std::filesystem::temp_directory_path() / "passend-bench-XXXXXX").string();
    path_ = ::mkdtemp(pattern.data());
  }
  ~ScratchDirectory() { std::filesystem::remove_all(path_); }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::shared_ptr<const pool::Pool> make_pool(std::uint32_t portfolios) {
  const ScratchDirectory scratch;
  const std::string root = PASSEND_SOURCE_DIR;
  taxonomy::compile({.starter_dir = root + "/fixtures/taxonomy"}, scratch.path() / "taxonomy.bin");
  const auto taxonomy =
      std::make_shared<const taxonomy::Taxonomy>(taxonomy::Taxonomy::open(scratch.path() / "taxonomy.bin"));
  const auto postcodes = std::make_shared<const geo::PostcodeTable>(
      geo::PostcodeTable::load(root + "/fixtures/region/gooi-en-vechtstreek.csv"));
  const auto store = store::open_sqlite_store({.directory = scratch.path() / "store",
                                               .key_file = scratch.path() / "key",
                                               .missing_key = store::MissingKey::create});
  std::vector<store::Write> batch;
  const auto flush = [&] {
    if (!batch.empty()) store->write(batch, {.who = "bench", .purpose = "measure"});
    batch.clear();
  };
  generator::GeneratorOptions options{
      .portfolios = portfolios, .vacancies = portfolios / 3, .employers = 250, .seed = seed};
  generator::generate(options, *taxonomy, *postcodes, [&](store::Record record) {
    batch.emplace_back(std::move(record));
    if (batch.size() == 500) flush();
  });
  flush();
  return pool::Builder(taxonomy, postcodes).build(*store, {});
}

const Region& region_of(benchmark::State& state) {
  static std::map<std::int64_t, Region> regions;
  Region& region = regions[state.range(0)];
  if (!region.pool) region.pool = make_pool(static_cast<std::uint32_t>(state.range(0)));
  return region;
}

void one_vacancy(benchmark::State& state) {
  const Region& region = region_of(state);
  const engine::Engine engine(region.pool, criteria::default_weights(), region.executor);
  std::size_t next = 0;
  for (auto _ : state) {
    const auto& vacancy = region.pool->vacancies()[next++ % region.pool->vacancies().size()];
    benchmark::DoNotOptimize(engine.candidates_for(vacancy.id, {}));
  }
}

void one_candidate(benchmark::State& state) {
  const Region& region = region_of(state);
  const engine::Engine engine(region.pool, criteria::default_weights(), region.executor);
  std::size_t next = 0;
  for (auto _ : state) {
    const auto& candidate = region.pool->candidates()[next++ % region.pool->candidates().size()];
    benchmark::DoNotOptimize(engine.vacancies_for(candidate.id, {}));
  }
}

BENCHMARK(one_vacancy)->Arg(3000)->Arg(30000)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(one_candidate)->Arg(3000)->Arg(30000)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace

int main(int argc, char** argv) {
  benchmark::AddCustomContext("seed", std::to_string(seed));
  if (const char* commit = std::getenv("PASSEND_COMMIT")) benchmark::AddCustomContext("commit", commit);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
