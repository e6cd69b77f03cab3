// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/queries.hpp"

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include "indexer/base/random.hpp"

namespace passend::bench {
namespace {

struct Demanded {
  pool::Concept competence = 0;
  std::uint32_t weight = 1;
};

class Demands {
 public:
  explicit Demands(const taxonomy::Taxonomy& taxonomy) : taxonomy_(taxonomy) {}

  void add(pool::Concept competence, std::uint32_t weight) {
    const auto same = [competence](const Demanded& other) { return other.competence == competence; };
    if (found_.size() < demands_a_query && std::none_of(found_.begin(), found_.end(), same)) {
      found_.push_back({competence, weight});
    }
  }
  void add_of(pool::Concept occupation) {
    for (const auto& demand : taxonomy_.demands(occupation)) {
      if (taxonomy_.kind(demand.target) == taxonomy::ConceptKind::competence) {
        add(demand.target, demand.essential ? 2 : 1);
      }
    }
  }
  const std::vector<Demanded>& found() const { return found_; }

 private:
  const taxonomy::Taxonomy& taxonomy_;
  std::vector<Demanded> found_;
};

std::uint32_t weight_of(Importance importance) {
  return importance == Importance::required ? 4 : importance == Importance::important ? 2 : 1;
}

scan::DemandAnswers answers_to(const taxonomy::Taxonomy& taxonomy, const Demanded& demanded) {
  const auto rarity = 5'000 + static_cast<std::uint32_t>(taxonomy.rarity_bp(demanded.competence));
  const auto points = [&](std::uint32_t similarity_bp) {
    return demanded.weight * (rarity / 1'000) * similarity_bp / 1'000;
  };
  scan::DemandAnswers answers{{demanded.competence, points(10'000)}};
  for (const auto& related : taxonomy.related(demanded.competence)) {
    if (answers.size() == answers_a_demand) break;
    answers.push_back({related.target, points(static_cast<std::uint32_t>(related.similarity_bp))});
  }
  return answers;
}

}  // namespace

std::vector<CompetenceQuery> draw_queries(const pool::Pool& pool, std::uint64_t seed, std::size_t count) {
  const auto& taxonomy = pool.taxonomy();
  Random random(seed);
  std::vector<CompetenceQuery> queries;
  for (std::size_t tries = 0; queries.size() < count && tries < 100 * count; ++tries) {
    const auto row = static_cast<std::uint32_t>(random.below(pool.vacancy_rows()));
    if (pool.vacancy_is_void(row)) continue;
    const auto vacancy = pool.vacancy(row);
    if (!vacancy.occupation) continue;
    Demands demands(taxonomy);
    for (const auto& item : vacancy.competences.items) demands.add(item.competence, weight_of(item.importance));
    demands.add_of(*vacancy.occupation);
    for (const auto& related : taxonomy.related(*vacancy.occupation)) demands.add_of(related.target);
    if (demands.found().size() < demands_a_query) continue;
    CompetenceQuery query;
    for (const auto& demanded : demands.found()) query.push_back(answers_to(taxonomy, demanded));
    queries.push_back(std::move(query));
  }
  if (queries.size() < count) throw std::runtime_error("the region has too few vacancies with 13 demands to draw from");
  return queries;
}

void write_queries(const std::vector<CompetenceQuery>& queries, const std::filesystem::path& file) {
  std::ofstream out(file);
  for (const auto& query : queries) {
    for (std::size_t demand = 0; demand < query.size(); ++demand) {
      for (std::size_t i = 0; i < query[demand].size(); ++i) {
        out << (i != 0 ? "," : demand != 0 ? ";" : "") << query[demand][i].competence << ':' << query[demand][i].points;
      }
    }
    out << '\n';
  }
  if (!out.flush()) throw std::runtime_error("cannot write " + file.string());
}

std::vector<scan::CompetenceHit> judge(const Holdings& holdings, const CompetenceQuery& query, std::size_t count) {
  // What a competence is worth to each demand it answers.
  std::vector<std::vector<std::pair<std::uint32_t, std::uint32_t>>> worth(holdings.concepts);
  for (std::uint32_t demand = 0; demand < query.size(); ++demand) {
    for (const auto& answer : query[demand]) worth[answer.competence].emplace_back(demand, answer.points);
  }
  std::vector<scan::CompetenceHit> hits;
  std::vector<std::uint32_t> best(query.size());
  for (std::uint32_t row = 0; row < holdings.rows(); ++row) {
    std::fill(best.begin(), best.end(), 0);
    for (const std::uint32_t competence : holdings.of(row)) {
      for (const auto& [demand, points] : worth[competence]) best[demand] = std::max(best[demand], points);
    }
    std::uint32_t sum = 0;
    for (const std::uint32_t points : best) sum += points;
    if (sum != 0) hits.push_back({row, sum});
  }
  const auto better = [](const scan::CompetenceHit& a, const scan::CompetenceHit& b) {
    return a.points != b.points ? a.points > b.points : a.row < b.row;
  };
  const std::size_t kept = std::min(count, hits.size());
  std::partial_sort(hits.begin(), hits.begin() + static_cast<std::ptrdiff_t>(kept), hits.end(), better);
  hits.resize(kept);
  return hits;
}

std::uint64_t postings_touched(const Postings& postings, const CompetenceQuery& query) {
  std::uint64_t touched = 0;
  for (const auto& demand : query) {
    for (const auto& answer : demand) touched += postings.of(answer.competence).size();
  }
  return touched;
}

}  // namespace passend::bench
