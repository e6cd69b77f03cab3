// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/indexer.hpp"

#include <CLI/CLI.hpp>

#include "indexer/base/error.hpp"
#include "server/commands/context.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

void print_state(const index::IndexState& state, Context& context) {
  context.progress().finish();
  if (context.form == OutputForm::json) {
    context.print_json(to_json(state));
    return;
  }
  print_facts({{"generation", state.generation},
               {"candidates", grouped(state.candidates)},
               {"vacancies", grouped(state.vacancies)},
               {"covers position", std::to_string(state.position)}},
              context.out());
}

void run_verify(Context& context) {
  const auto store = context.open_store();
  const auto taxonomy = context.open_taxonomy();
  const auto report = index::Indexer(context.index_directory(), *store, *taxonomy).verify();
  if (context.form == OutputForm::json) {
    context.print_json(to_json(report));
  } else {
    context.out() << grouped(report.compared) << " records compared, " << report.problems.size() << " problems\n";
  }
  if (report.problems.empty()) return;
  std::string detail = "the index differs from the store; run `passend index build`:";
  for (const auto& problem : report.problems) detail += "\n  " + problem;
  throw Error(ErrorCode::index_corrupt, detail);
}

}  // namespace

void add_index(CLI::App& app, Context& context) {
  auto* index = app.add_subcommand("index", "Text indexes: build, bring up to date, verify");
  index->require_subcommand(1);
  index->add_subcommand("build", "Build all indexes anew from the store; readers switch when it is done")
      ->callback([&context] {
        const auto store = context.open_store();
        const auto taxonomy = context.open_taxonomy();
        print_state(index::Indexer(context.index_directory(), *store, *taxonomy).rebuild(context.progress().sink()),
                    context);
      });
  index->add_subcommand("follow", "Bring the indexes up to date with the changes since they were built")
      ->callback([&context] {
        const auto store = context.open_store();
        const auto taxonomy = context.open_taxonomy();
        print_state(index::Indexer(context.index_directory(), *store, *taxonomy).follow(context.progress().sink()),
                    context);
      });
  index->add_subcommand("verify", "Compare the indexes with the store, record by record")->callback([&context] {
    run_verify(context);
  });
}

}  // namespace passend::commands
