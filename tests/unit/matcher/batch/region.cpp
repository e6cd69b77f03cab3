// SPDX-License-Identifier: EUPL-1.2
#include "tests/unit/matcher/batch/region.hpp"

#include <sstream>

#include "indexer/base/file.hpp"
#include "tests/unit/matcher/engine/reference.hpp"

namespace passend::batch::test {
namespace {

/// Asks for nothing that must be, so that many pairs fit.
void ask_little(SearchProfile& person) {
  person.mobility = {};
  person.needed_conditions.reset();
  person.importance = {};
}
void ask_little(Vacancy& vacancy) {
  vacancy.competences.reset();
  vacancy.languages.reset();
  vacancy.driving_licences.reset();
  vacancy.credentials.reset();
  vacancy.importance = {};
}

/// Half of the records ask little, and a third of them stands there twice: equals in every list.
template <class Record>
void loosen(std::vector<Record>& records, Random& random) {
  for (std::size_t i = 0; i < records.size(); ++i) {
    if (random.chance(50)) ask_little(records[i]);
    if (i == 0 || !random.chance(33)) continue;
    const auto id = records[i].id;
    records[i] = records[i - 1];
    records[i].id = id;
  }
}

struct Pair {
  Id128 vacancy;
  Id128 candidate;
};

std::string line_of(const Pair& pair, const engine::MatchRow& row, Format format) {
  std::ostringstream line;
  if (format == Format::csv) {
    line << to_text(pair.vacancy) << ',' << to_text(pair.candidate) << ',' << row.rank << ','
         << row.combined.expected_bp << ',' << row.demand.expected_bp << ',' << row.supply.expected_bp << '\n';
  } else {
    line << "{\"vacancy\":\"" << to_text(pair.vacancy) << "\",\"candidate\":\"" << to_text(pair.candidate)
         << "\",\"rank\":" << row.rank << ",\"combined\":" << row.combined.expected_bp
         << ",\"demand\":" << row.demand.expected_bp << ",\"supply\":" << row.supply.expected_bp << "}\n";
  }
  return line.str();
}

}  // namespace

world::RandomRegion loose_region(Random& random, int people, int vacancies) {
  auto region = world::random_region(random, people, vacancies);
  loosen(region.people, random);
  loosen(region.vacancies, random);
  return region;
}

Output read_output(const std::filesystem::path& directory, Format format) {
  const std::string ending = format == Format::csv ? ".csv" : ".ndjson";
  return {read_file(directory / ("per-vacancy" + ending)), read_file(directory / ("per-candidate" + ending))};
}

Output expected_output(const pool::Pool& pool, const Inputs& inputs, Format format) {
  const engine::Reference reference(pool, criteria::default_weights(), inputs.day);
  engine::MatchQuery query;
  query.page_size = inputs.top;
  query.seed = inputs.seed;
  Output output;
  if (format == Format::csv)
    output.per_vacancy = output.per_candidate = "vacancy,candidate,rank,combined,demand,supply\n";
  for (const auto& vacancy : world::vacancies_of(pool)) {
    if (vacancy.closes && *vacancy.closes < inputs.day) continue;
    for (const auto& row : reference.candidates_for(vacancy, query).rows) {
      output.per_vacancy += line_of({vacancy.id.value, row.id}, row, format);
    }
  }
  for (const auto& candidate : world::candidates_of(pool)) {
    for (const auto& row : reference.vacancies_for(candidate, query).rows) {
      output.per_candidate += line_of({row.id, candidate.id.value}, row, format);
    }
  }
  return output;
}

}  // namespace passend::batch::test
