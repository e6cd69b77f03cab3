// SPDX-License-Identifier: EUPL-1.2
#include "matcher/run/replay.hpp"

#include <algorithm>
#include <unordered_map>

#include "indexer/base/error.hpp"
#include "indexer/base/hash.hpp"
#include "matcher/engine/codes.hpp"

namespace passend::run {
namespace {

void compare(std::vector<Difference>& differences, const std::string& what, const std::string& then,
             const std::string& now) {
  if (then != now) differences.push_back({what, then, now});
}

std::vector<Difference> input_differences(const Inputs& then, const Inputs& now) {
  std::vector<Difference> found;
  compare(found, "engine version", then.engine_version, now.engine_version);
  for (auto& difference : differences(then.weights, now.weights)) found.push_back(std::move(difference));
  compare(found, "taxonomy", then.taxonomy_name + " (" + then.taxonomy_hash + ")",
          now.taxonomy_name + " (" + now.taxonomy_hash + ")");
  compare(found, "postcode table", then.postcodes_hash, now.postcodes_hash);
  compare(found, "pool position", std::to_string(then.pool_position), std::to_string(now.pool_position));
  compare(found, "day", to_text(then.today), to_text(now.today));
  return found;
}

std::string name_of(const engine::RequirementCost& cost) {
  return std::string(to_text(cost.side)) + "." + std::string(to_text(cost.criterion));
}

std::string text_of(const engine::RequirementCost& cost) {
  return std::to_string(cost.failing) + " failing, " + std::to_string(cost.open) + " open, " +
         std::to_string(cost.alone_fits) + " alone, " + std::to_string(cost.alone_open) + " alone with a question";
}

std::vector<Difference> result_differences(const Result& then, const Result& now) {
  std::vector<Difference> found;
  for (const auto& [lane, name] : CodeNames<engine::Lane>::names) {
    const auto index = static_cast<std::size_t>(lane);
    compare(found, "count of " + std::string(name), std::to_string(then.lane_counts[index]),
            std::to_string(now.lane_counts[index]));
  }
  const auto costs_of = [](const Result& result, const std::string& name) {
    for (const auto& cost : result.requirement_costs) {
      if (name_of(cost) == name) return text_of(cost);
    }
    return std::string("none");
  };
  for (const auto& cost : then.requirement_costs) {
    compare(found, "requirement " + name_of(cost), text_of(cost), costs_of(now, name_of(cost)));
  }
  for (const auto& cost : now.requirement_costs) {
    if (costs_of(then, name_of(cost)) == "none")
      found.push_back({"requirement " + name_of(cost), "none", text_of(cost)});
  }
  return found;
}

bool only_the_rank_differs(engine::MatchRow then, const engine::MatchRow& now) {
  then.rank = now.rank;
  return then == now;
}

std::vector<RowDifference> row_differences(const Result& then, const Result& now,
                                           const std::optional<std::vector<Id128>>& changed) {
  std::unordered_map<Id128, const engine::MatchRow*> rows_now;
  for (const auto& row : now.rows) rows_now[row.id] = &row;
  std::vector<RowDifference> found;
  const auto add = [&](RowChange change, const engine::MatchRow* then_row, const engine::MatchRow* now_row) {
    RowDifference difference{(then_row != nullptr ? then_row : now_row)->id, change, {}, {}, {}};
    if (then_row != nullptr) difference.then = *then_row;
    if (now_row != nullptr) difference.now = *now_row;
    if (changed) difference.record_changed = std::binary_search(changed->begin(), changed->end(), difference.id);
    found.push_back(std::move(difference));
  };
  for (const auto& row : then.rows) {
    const auto still = rows_now.find(row.id);
    if (still == rows_now.end()) {
      add(RowChange::left, &row, nullptr);
      continue;
    }
    const auto& row_now = *still->second;
    if (row != row_now) {
      add(only_the_rank_differs(row, row_now) ? RowChange::moved : RowChange::rescored, &row, &row_now);
    }
    rows_now.erase(still);
  }
  for (const auto& row : now.rows) {
    if (rows_now.contains(row.id)) add(RowChange::entered, nullptr, &row);
  }
  return found;
}

engine::MatchPage ask_again(const Question& question, const engine::Engine& engine) {
  if (question.direction == Direction::vacancies_for_candidate) {
    return engine.vacancies_for(CandidateId{question.subject}, question.query);
  }
  if (question.tried_out) return engine.candidates_for(*question.tried_out, question.query);
  return engine.candidates_for(VacancyId{question.subject}, question.query);
}

/// A tried-out vacancy is kept in the numbers of its taxonomy, which mean nothing in another.
bool can_be_asked(const Run& run, const pool::Pool& pool) {
  return !run.question.tried_out || run.inputs.taxonomy_hash == pool.taxonomy().hash();
}

/// The pool as it was seen then.
std::shared_ptr<const pool::Pool> within(const std::shared_ptr<const pool::Pool>& pool,
                                         const std::optional<Boundary>& boundary) {
  return boundary ? pool->within(std::make_shared<const Boundary>(*boundary)) : pool;
}

std::string counted(std::size_t count, const std::string& what) {
  return std::to_string(count) + " " + what;
}

std::string sentence_of(const Replay& replay) {
  if (replay.verdict == Verdict::proved) return "The same question with the same inputs gave the same bytes.";
  std::string inputs;
  for (const auto& difference : replay.inputs) {
    inputs += inputs.empty() ? "" : "; ";
    inputs += difference.what == "pool position"
                  ? "pool generation " + difference.then + " is no longer here, " + difference.now + " is"
                  : difference.what + " was " + difference.then + " and is " + difference.now;
  }
  if (replay.verdict == Verdict::same_result) return "The result is the same byte for byte, although: " + inputs + ".";
  if (inputs.empty()) {
    inputs = "no recorded input differs, so that the record, the pool or the program is not what it was: report this";
  }
  std::string sentence = "The result differs: " + inputs + ": ";
  if (replay.hash_now.empty()) return sentence + "the question could not be asked again.";
  std::size_t counts[4] = {};
  for (const auto& row : replay.rows) ++counts[static_cast<std::size_t>(row.change)];
  sentence += counted(replay.rows.size(), "of ") +
              counted(std::max(replay.rows_then, replay.rows_now), "rows differ (") + counted(counts[0], "entered, ") +
              counted(counts[1], "left, ") + counted(counts[2], "scored otherwise, ") + counted(counts[3], "moved)");
  if (!replay.results.empty()) sentence += "; " + counted(replay.results.size(), "of the counts differ");
  return sentence + ".";
}

}  // namespace

std::optional<criteria::Weights> profile_of(const std::string& weights_name, const criteria::Profiles& profiles) {
  // "<profile>-<version>", followed by nothing or by the mark of an override.
  for (const auto& profile : profiles.all()) {
    if (profile.weights.name == weights_name) return profile.weights;
  }
  for (const auto& profile : profiles.all()) {
    const auto rest = weights_name.starts_with(profile.name + "-") ? weights_name.substr(profile.name.size() + 1) : "";
    if (!rest.empty() && rest.front() >= '0' && rest.front() <= '9') return profile.weights;
  }
  return std::nullopt;
}

Replay replay(const Run& run, const Present& present) {
  Replay replay;
  replay.run = run.id;
  replay.hash_then = run.result_hash;
  if (present.profile) replay.profile = differences(run.inputs.weights, *present.profile);
  Result now;
  Inputs inputs = run.inputs;
  inputs.taxonomy_name = std::string(present.pool->taxonomy().name());
  inputs.taxonomy_hash = std::string(present.pool->taxonomy().hash());
  inputs.postcodes_hash = present.postcodes_hash;
  inputs.pool_position = present.pool->position();
  try {
    const auto pool = within(present.pool, run.inputs.boundary);
    const engine::Engine engine(pool, run.inputs.weights, present.executor, {.today = run.inputs.today});
    if (can_be_asked(run, *present.pool)) {
      const auto page = ask_again(run.question, engine);
      inputs.engine_version = page.run.engine_version;
      now = result_of(page);
      replay.hash_now = sha256_hex(canonical_bytes(now));
    }
  } catch (const Error& error) {
    if (error.code() != ErrorCode::not_found) throw;
    replay.inputs.push_back(
        {run.question.direction == Direction::candidates_for_vacancy ? "vacancy" : "candidate", "in the pool", "gone"});
  }
  for (auto& difference : input_differences(run.inputs, inputs)) replay.inputs.push_back(std::move(difference));
  if (replay.hash_now == replay.hash_then) {
    replay.verdict = replay.inputs.empty() ? Verdict::proved : Verdict::same_result;
  } else if (!replay.hash_now.empty()) {
    replay.results = result_differences(run.result, now);
    replay.rows = row_differences(run.result, now, present.changed);
  }
  replay.rows_then = run.result.rows.size();
  replay.rows_now = now.rows.size();
  replay.sentence = sentence_of(replay);
  return replay;
}

}  // namespace passend::run
