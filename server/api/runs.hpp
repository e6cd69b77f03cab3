// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "matcher/run/replay.hpp"
#include "server/api/input.hpp"
#include "server/api/services.hpp"

/// The runs that were recorded: what was asked, with what, and what came out.
namespace passend::api {

struct RunInput {
  run::RunId run;
};
RunInput read_run(Input& input);

/// GET /v1/runs/{runId}
struct GetRun {
  const Services& services;
  run::Run operator()(const RunInput& input, const store::Scope& scope) const;
};

struct ReplayOutput {
  run::Question question;  ///< Of the run.
  run::Replay replay;
};

/// POST /v1/runs/{runId}/_replay
struct ReplayRun {
  const Services& services;
  ReplayOutput operator()(const RunInput& input, const store::Scope& scope) const;
};

http::Response write_run(const run::Run& run, const RunInput& input, const Services& services);
http::Response write_replay(const ReplayOutput& output, const RunInput& input, const Services& services);

/// Records the run of a question that `engine` has answered. Throws overloaded when nothing can be recorded any more.
run::RunId record_run(const Services& services, const engine::Engine& engine, run::Question question,
                      const engine::MatchPage& page);

}  // namespace passend::api
