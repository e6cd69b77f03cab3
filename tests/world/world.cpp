// SPDX-License-Identifier: EUPL-1.2
#include "tests/world/world.hpp"

#include <algorithm>
#include <sstream>

#include "indexer/pool/builder.hpp"
#include "indexer/taxonomy/compile.hpp"
#include "tests/world/tiny_taxonomy.hpp"

namespace passend::world {
namespace {

std::shared_ptr<const taxonomy::Taxonomy> compiled(const std::filesystem::path& sources) {
  const TemporaryDirectory directory;
  taxonomy::Sources from;
  from.starter_dir = sources;
  const auto file = directory.path() / "taxonomy.bin";
  taxonomy::compile(from, file);
  // The mapping outlives the name of the file.
  return std::make_shared<const taxonomy::Taxonomy>(taxonomy::Taxonomy::open(file));
}

}  // namespace

std::shared_ptr<const taxonomy::Taxonomy> tiny_taxonomy() {
  static const auto taxonomy = [] {
    const TemporaryDirectory directory;
    write_tiny_taxonomy(directory.path());
    return compiled(directory.path());
  }();
  return taxonomy;
}

std::shared_ptr<const taxonomy::Taxonomy> starter_taxonomy() {
  static const auto taxonomy = compiled(PASSEND_SOURCE_DIR "/fixtures/taxonomy");
  return taxonomy;
}

std::shared_ptr<const geo::PostcodeTable> line_of_postcodes() {
  static const auto table = [] {
    std::ostringstream csv;
    csv << "pc4,lat,lon,inwoners,plaats,gemeente\n";
    // At 52.2 degrees north a degree of longitude is 68.15 km: 0.07337 degrees make 5 km.
    for (int i = 0; i < 9; ++i) {
      csv << 1201 + i << ",52.2," << 5.0 + 0.07337 * i << ",1000,Dorp " << i + 1 << ",Streek\n";
    }
    std::istringstream input(csv.str());
    return std::make_shared<const geo::PostcodeTable>(geo::PostcodeTable::load(input, "line of postcodes"));
  }();
  return table;
}

std::shared_ptr<const pool::Pool> pool_of(const std::vector<SearchProfile>& people,
                                          const std::vector<Vacancy>& vacancies) {
  return pool::Builder(tiny_taxonomy(), line_of_postcodes()).build(people, vacancies);
}

std::vector<pool::CandidateFacts> candidates_of(const pool::Pool& pool) {
  std::vector<pool::CandidateFacts> facts;
  for (std::uint32_t row = 0; row < pool.candidate_rows(); ++row) {
    if (!pool.candidate_is_void(row)) facts.push_back(pool.candidate(row));
  }
  std::sort(facts.begin(), facts.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return facts;
}

std::vector<pool::VacancyFacts> vacancies_of(const pool::Pool& pool) {
  std::vector<pool::VacancyFacts> facts;
  for (std::uint32_t row = 0; row < pool.vacancy_rows(); ++row) {
    if (!pool.vacancy_is_void(row)) facts.push_back(pool.vacancy(row));
  }
  std::sort(facts.begin(), facts.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return facts;
}

Date today() {
  return Date::of(2027, 2, 1).value();
}

CandidateId candidate_id(int number) {
  return {{0xC, static_cast<std::uint64_t>(number)}};
}
VacancyId vacancy_id(int number) {
  return {{0x7A, static_cast<std::uint64_t>(number)}};
}

}  // namespace passend::world
