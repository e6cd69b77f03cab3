// SPDX-License-Identifier: EUPL-1.2
#include "server/api/runs.hpp"

#include "indexer/base/error.hpp"

namespace passend::api {
namespace {

/// A run shows what the organisation of who asked sees.
bool is_seen(const run::Run& run, const store::Scope& scope) {
  const auto& ours = scope.boundary();
  return !ours || (run.inputs.boundary && run.inputs.boundary->tenant == ours->tenant);
}

}  // namespace

RunInput read_run(Input& input) {
  return {input.id<run::RunId>("runId")};
}

run::Run GetRun::operator()(const RunInput& input, const store::Scope& scope) const {
  auto found = services.recorder.find(input.run);
  if (found && is_seen(*found, scope)) return std::move(*found);
  throw Error(ErrorCode::not_found, "There is no run with this id, or no longer.");
}

ReplayOutput ReplayRun::operator()(const RunInput& input, const store::Scope& scope) const {
  const auto recorded = GetRun{services}(input, scope);
  const auto engine = services.current_engine(nullptr);  // The replay sees what the run saw.
  // The pool lives as long as its engine.
  run::Present present{.pool = std::shared_ptr<const pool::Pool>(engine, &engine->pool()),
                       .executor = services.executor,
                       .postcodes_hash = services.postcodes_hash,
                       .profile = run::profile_of(recorded.inputs.weights.name, criteria::Profiles::built_in()),
                       .changed = store::ids_changed_since(services.store, recorded.inputs.pool_position)};
  return {recorded.question, run::replay(recorded, present)};
}

run::RunId record_run(const Services& services, const engine::Engine& engine, run::Question question,
                      const engine::MatchPage& page) {
  auto run = run::make_run(std::move(question), engine, page, services.postcodes_hash);
  const auto id = run.id;
  services.recorder.record(std::move(run));
  return id;
}

}  // namespace passend::api
