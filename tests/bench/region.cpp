// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/region.hpp"

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "fixtures/generator/generator.hpp"
#include "indexer/base/random.hpp"
#include "indexer/store/sqlite_store.hpp"
#include "indexer/taxonomy/compile.hpp"
#include "tests/bench/measure.hpp"

namespace passend::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t records_a_transaction = 2'000;

/// The bars speak of 14 competences a person. The generator leaves one list in nine blank and gives the others 12 on
/// average; what is missing is drawn from the demands of the person's own occupations and their kin.
class CompetenceFill {
 public:
  CompetenceFill(const taxonomy::Taxonomy& taxonomy, std::uint64_t seed) : taxonomy_(taxonomy), random_(seed) {}

  void fill(SearchProfile& profile) {
    if (!profile.competences || profile.competences->empty()) return;
    const int wanted = random_.between(2, 6);
    auto candidates = near_by(profile);
    for (int added = 0; added < wanted && !candidates.empty();) {
      const std::size_t at = random_.below(candidates.size());
      if (add(profile, candidates[at])) ++added;
      candidates.erase(candidates.begin() + static_cast<std::ptrdiff_t>(at));
    }
  }

 private:
  std::vector<taxonomy::ConceptIndex> near_by(const SearchProfile& profile) const {
    std::vector<taxonomy::ConceptIndex> found;
    const auto add_demands = [&](taxonomy::ConceptIndex occupation) {
      for (const auto& demand : taxonomy_.demands(occupation)) {
        if (taxonomy_.kind(demand.target) == taxonomy::ConceptKind::competence) found.push_back(demand.target);
      }
    };
    const auto add_occupation = [&](const ConceptRef& reference) {
      const auto occupation = taxonomy_.find(reference.uri);
      if (!occupation) return;
      add_demands(*occupation);
      for (const auto& related : taxonomy_.related(*occupation)) add_demands(related.target);
    };
    for (const auto& job : profile.experience.value_or(std::vector<WorkExperience>{})) add_occupation(job.occupation);
    if (found.empty()) {
      for (const auto& wish : profile.wanted_occupations.value_or(std::vector<ConceptRef>{})) add_occupation(wish);
    }
    return found;
  }

  bool add(SearchProfile& profile, taxonomy::ConceptIndex competence) {
    const std::string uri(taxonomy_.uri(competence));
    for (const auto& held : *profile.competences) {
      if (held.competence.uri == uri) return false;
    }
    profile.competences->push_back({{uri, std::string(taxonomy_.label(competence, "nl"))}, {}, {}});
    if (random_.chance(60)) profile.competences->back().level = static_cast<Proficiency>(random_.between(1, 4));
    return true;
  }

  const taxonomy::Taxonomy& taxonomy_;
  Random random_;
};

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
                                            .seed = seed};
  generator::generate(options, *region.taxonomy, *region.postcodes, [&](store::Record record) {
    if (auto* portfolio = std::get_if<Portfolio>(&record)) competences.fill(portfolio->search);
    batch.emplace_back(std::move(record));
    if (batch.size() == records_a_transaction) flush();
  });
  flush();
  std::fprintf(stderr, "\n");
}

/// Regions of that size and seed by older sources, or left half done.
void remove_older(const RegionSettings& settings) {
  const std::string prefix = size_name(settings.people) + "-" + std::to_string(settings.seed) + "-";
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
  Region region{.folder = settings.data / (size_name(settings.people) + "-" + std::to_string(settings.seed) + "-" +
                                           settings.fingerprint),
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
