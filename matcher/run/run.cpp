// SPDX-License-Identifier: EUPL-1.2
#include "matcher/run/run.hpp"

#include <cstdio>

#include "indexer/base/hash.hpp"

namespace passend::run {
namespace {

constexpr int random_bits = 16;  // Of the upper half; the lower half is random as a whole.

void append(std::string& bytes, std::uint64_t number) {
  bytes += ' ';
  bytes += std::to_string(number);
}

void append(std::string& bytes, const engine::Score& score) {
  for (const int value : {score.expected_bp, score.low_bp, score.high_bp}) {
    append(bytes, static_cast<std::uint64_t>(value));
  }
}

void append_row(std::string& bytes, const engine::MatchRow& row) {
  bytes += "row " + to_text(row.id);
  append(bytes, row.rank);
  append(bytes, static_cast<std::uint64_t>(row.lane));
  append(bytes, row.combined);
  append(bytes, row.demand);
  append(bytes, row.supply);
  bytes += row.distance_m ? " " + std::to_string(*row.distance_m) : " -";
  append(bytes, row.open_criteria);
  append(bytes, row.failed_criteria);
  bytes += '\n';
}

void append_cost(std::string& bytes, const engine::RequirementCost& cost) {
  bytes += "cost";
  append(bytes, static_cast<std::uint64_t>(cost.side));
  append(bytes, static_cast<std::uint64_t>(cost.criterion));
  append(bytes, cost.failing);
  append(bytes, cost.open);
  append(bytes, cost.alone_fits);
  append(bytes, cost.alone_open);
  bytes += '\n';
}

/// Micro-degrees: a tenth of a metre, far below the 100 m to which distances are rounded.
std::string coordinate(double degrees) {
  char text[32];
  std::snprintf(text, sizeof text, "%.6f", degrees);
  return text;
}

}  // namespace

RunId new_run_id(Timestamp time) {
  Id128 id = random_id128();
  const auto random = id.high & ((std::uint64_t{1} << random_bits) - 1);
  id.high = static_cast<std::uint64_t>(time.milliseconds) << random_bits | random;
  return {id};
}

Timestamp time_of(RunId id) {
  return {static_cast<std::int64_t>(id.value.high >> random_bits)};
}

bool Question::operator==(const Question& other) const {
  const auto& a = query;
  const auto& b = other.query;
  return direction == other.direction && subject == other.subject && tried_out == other.tried_out && a.lane == b.lane &&
         a.sort == b.sort && a.page == b.page && a.page_size == b.page_size && a.seed == b.seed;
}

Result result_of(const engine::MatchPage& page) {
  return {page.lane_counts, page.rows, page.requirement_costs};
}

std::string canonical_bytes(const Result& result) {
  std::string bytes = "passend-result-1\nlanes";
  for (const auto count : result.lane_counts) append(bytes, count);
  bytes += '\n';
  for (const auto& row : result.rows) append_row(bytes, row);
  for (const auto& cost : result.requirement_costs) append_cost(bytes, cost);
  return bytes;
}

std::string fingerprint(const geo::PostcodeTable& postcodes) {
  Sha256 hash;
  for (const auto& area : postcodes.areas()) {
    hash.add(std::to_string(area.pc4) + '\t' + area.place + '\t' + area.municipality + '\t' +
             std::to_string(area.inhabitants) + '\t' + coordinate(area.latitude) + '\t' + coordinate(area.longitude) +
             '\n');
  }
  return hash.hex();
}

Run make_run(Question question, const engine::Engine& engine, const engine::MatchPage& page,
             const std::string& postcodes_hash) {
  Run run;
  run.time = now();
  run.id = new_run_id(run.time);
  run.question = std::move(question);
  const auto& taxonomy = engine.pool().taxonomy();
  run.inputs = {.engine_version = page.run.engine_version,
                .weights = engine.weights(),
                .taxonomy_name = std::string(taxonomy.name()),
                .taxonomy_hash = page.run.taxonomy_hash,
                .postcodes_hash = postcodes_hash,
                .pool_position = page.run.pool_position,
                .today = page.run.today};
  if (const auto& boundary = engine.pool().boundary()) run.inputs.boundary = *boundary;
  run.result = result_of(page);
  run.result_hash = sha256_hex(canonical_bytes(run.result));
  return run;
}

}  // namespace passend::run
