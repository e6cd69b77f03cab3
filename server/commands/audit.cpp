// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include "indexer/base/error.hpp"
#include "server/commands/context.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

void run_verify(Context& context) {
  const auto report = context.open_store()->verify_audit();
  if (context.form == OutputForm::json) {
    context.print_json(to_json(report));
  } else {
    print_facts({{"rows", grouped(static_cast<std::uint64_t>(report.rows))},
                 {"newest row", report.newest ? to_text(report.newest->time) : "none"},
                 {"chain value", report.newest ? report.newest->chain : "none"},
                 {"problems", std::to_string(report.problems.size())}},
                context.out());
  }
  if (report.problems.empty()) return;
  throw Error(ErrorCode::storage_corrupt, "the audit is not as it was written: " + report.problems.front());
}

}  // namespace

void add_audit(CLI::App& app, Context& context) {
  auto* audit = app.add_subcommand("audit", "Who did what to which record");
  audit->require_subcommand(1);
  audit->add_subcommand("verify", "Verify the chain of hashes from the first row to the last")
      ->footer("Keep the chain value elsewhere from time to time: it shows later whether the end was cut off.")
      ->callback([&context] { run_verify(context); });
}

}  // namespace passend::commands
