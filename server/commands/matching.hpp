// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <string>

#include "indexer/base/executor.hpp"
#include "indexer/pool/pool.hpp"
#include "indexer/store/store.hpp"
#include "matcher/engine/engine.hpp"
#include "matcher/run/run.hpp"
#include "server/commands/context.hpp"

/// What the subcommands of `passend match` share: the engine over the data directory, ids, records of runs.
namespace passend::commands {

struct MatchingOptions {
  Date day = now().date();  ///< For which is matched.
  unsigned threads = 0;     ///< 0 takes one per processor.
  ProgressSink progress;    ///< Of making the pool when there is none; empty: what the context shows.
};

/// Everything a match needs, opened from the data directory; weighs as the options of the context say.
struct Matching {
  explicit Matching(Context& context, const MatchingOptions& options = {});

  std::unique_ptr<store::Store> store;
  Executor executor;
  std::shared_ptr<const pool::Pool> pool;
  engine::Engine engine;

  /// Throws usage for what is no id, not_found for a vacancy that is not in the pool.
  pool::VacancyFacts vacancy(const std::string& id) const;
};

/// Throws usage for what is no id.
Id128 id_of(const std::string& text);

/// Keeps the run of a question; no answer is given before its record is durable. Throws disk_full, storage_failed.
run::RunId record_run(Context& context, const Matching& matching, run::Question question,
                      const engine::MatchPage& page);

/// Keeps who stood in the lists of so many vacancies, of a batch or an event, for the exposure audit. Throws disk_full,
/// storage_failed.
void record_showings(Context& context, std::uint64_t vacancies, run::Showings showings);

std::string percent(int basis_points);                     ///< "78.1"
std::string interval(const engine::Score& score);          ///< "74.7-83.0"
std::string kilometres(const std::optional<int>& metres);  ///< "15.0", "?"

void add_match_runs(CLI::App& match, Context& context);
void add_match_replay(CLI::App& match, Context& context);
void add_match_exposure(CLI::App& match, Context& context);
void add_match_select(CLI::App& match, Context& context);

}  // namespace passend::commands
