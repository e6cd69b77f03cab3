// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/region.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "fixtures/generator/generator.hpp"
#include "indexer/store/sqlite_store.hpp"
#include "indexer/taxonomy/compile.hpp"
#include "tests/bench/competence_fill.hpp"
#include "tests/bench/measure.hpp"

namespace passend::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t records_a_transaction = 2'000;

void make_store(const Region& region, std::uint64_t seed) {
  const auto store = open_store(region.folder);
  CompetenceFill competences(*region.taxonomy, seed);
  std::vector<store::Write> batch;
  std::uint64_t written = 0;
  const auto start = Clock::now();
  const auto flush = [&] {
    if (batch.empty()) return;
    store->write(batch, {.who = "bench", .purpose = "measure"});
    written += batch.size();
    batch.clear();
    std::fprintf(stderr, "\r%s: %llu records, %.0f s ", size_name(region.people).c_str(),
                 static_cast<unsigned long long>(written), seconds_since(start));
  };
  const generator::GeneratorOptions options{.portfolios = region.people,
                                            .vacancies = region.vacancies,
                                            .employers = std::max(1U, region.vacancies / 20),
                                            .seed = seed,
                                            .today = today};
  generator::generate(options, *region.taxonomy, *region.postcodes, [&](store::Record record) {
    if (auto* portfolio = std::get_if<Portfolio>(&record)) competences.fill(portfolio->search);
    batch.emplace_back(std::move(record));
    if (batch.size() == records_a_transaction) flush();
  });
  flush();
  std::fprintf(stderr, "\n");
}

/// Size, vacancies and seed; what it is made from comes behind.
std::string name_of(const RegionSettings& settings) {
  return size_name(settings.people) + "-" + size_name(vacancies_for(settings.people)) + "-" +
         std::to_string(settings.seed) + "-";
}

/// Regions of that size and seed by older sources, or left half done.
void remove_older(const RegionSettings& settings) {
  const std::string prefix = name_of(settings);
  if (!fs::exists(settings.data)) return;
  for (const auto& entry : fs::directory_iterator(settings.data)) {
    if (entry.path().filename().string().starts_with(prefix)) fs::remove_all(entry.path());
  }
}

}  // namespace

std::uint32_t vacancies_for(std::uint32_t people) {
  return std::clamp(people / 10, 100U, 10'000U);
}

std::string size_name(std::uint64_t people) {
  if (people % 1'000'000 == 0) return std::to_string(people / 1'000'000) + "M";
  if (people % 1'000 == 0) return std::to_string(people / 1'000) + "k";
  return std::to_string(people);
}

std::unique_ptr<store::Store> open_store(const fs::path& folder) {
  return store::open_sqlite_store(
      {.directory = folder / "store", .key_file = folder / "key", .missing_key = store::MissingKey::create});
}

Region open_region(const RegionSettings& settings) {
  Region region{.folder = settings.data / (name_of(settings) + settings.fingerprint),
                .people = settings.people,
                .vacancies = vacancies_for(settings.people),
                .taxonomy = {},
                .postcodes = {}};
  const fs::path ready = region.folder / "ready";
  const bool made = fs::exists(ready);
  if (!made) remove_older(settings);
  fs::create_directories(region.folder);
  const std::string root = PASSEND_SOURCE_DIR;
  // Compiled each time: a changed compiler of taxonomies must not be measured on an old file.
  taxonomy::compile({.starter_dir = root + "/fixtures/taxonomy"}, region.folder / "taxonomy.bin");
  region.taxonomy =
      std::make_shared<const taxonomy::Taxonomy>(taxonomy::Taxonomy::open(region.folder / "taxonomy.bin"));
  region.postcodes = std::make_shared<const geo::PostcodeTable>(
      geo::PostcodeTable::load(root + "/fixtures/region/gooi-en-vechtstreek.csv"));
  if (!made) {
    make_store(region, settings.seed);
    std::ofstream(ready) << region.people << '\n';
  }
  return region;
}

}  // namespace passend::bench
