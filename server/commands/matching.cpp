// SPDX-License-Identifier: EUPL-1.2
#include "server/commands/matching.hpp"

#include "indexer/base/error.hpp"
#include "matcher/run/run_log.hpp"

namespace passend::commands {

Matching::Matching(Context& context, const MatchingOptions& options)
    : store(context.open_store()),
      executor(options.threads),
      pool(context.open_pool(*store, options.progress ? options.progress : context.progress().sink())),
      engine(pool, context.weighing.weights(), executor, {options.day}) {
  context.progress().finish();
}

pool::VacancyFacts Matching::vacancy(const std::string& id) const {
  if (const auto row = pool->find(VacancyId{id_of(id)})) return pool->vacancy(*row);
  throw Error(ErrorCode::not_found, "there is no open vacancy '" + id + "'; `passend search vacancies` lists them");
}

Id128 id_of(const std::string& text) {
  if (const auto id = parse_id128(text)) return *id;
  throw Error(ErrorCode::usage, "'" + text + "' is not an id: 32 hexadecimal digits, as `passend search` prints them");
}

run::RunId record_run(Context& context, const Matching& matching, run::Question question,
                      const engine::MatchPage& page) {
  const run::Record record =
      run::make_run(std::move(question), matching.engine, page, run::fingerprint(matching.pool->postcodes()));
  for (const auto& notice : run::RunLog(context.runs_directory()).append({&record, 1})) {
    context.progress().remark(notice);
  }
  return std::get<run::Run>(record).id;
}

void record_showings(Context& context, std::uint64_t vacancies, run::Showings showings) {
  const auto time = now();
  const run::Record record = run::BatchShowings{run::new_run_id(time), time, vacancies, std::move(showings)};
  for (const auto& notice : run::RunLog(context.runs_directory()).append({&record, 1})) {
    context.progress().remark(notice);
  }
}

std::string percent(int basis_points) {
  const int tenths = (basis_points + 5) / 10;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string interval(const engine::Score& score) {
  return percent(score.low_bp) + "-" + percent(score.high_bp);
}

std::string kilometres(const std::optional<int>& metres) {
  return metres ? std::to_string(*metres / 1000) + "." + std::to_string(*metres % 1000 / 100) : "?";
}

}  // namespace passend::commands
