// SPDX-License-Identifier: EUPL-1.2
#include "server/privacy/retention.hpp"

#include <CLI/CLI.hpp>

#include "indexer/base/error.hpp"
#include "indexer/store/read_log.hpp"
#include "server/commands/context.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

constexpr std::int64_t day_ms = std::int64_t{24} * 60 * 60 * 1000;

struct Arguments {
  int days = 0;
  bool dry_run = false;
};

std::uint64_t erase(const std::vector<privacy::OldPortfolio>& portfolios, const Arguments& arguments,
                    store::Store& store) {
  const store::Actor actor{"cli:retention", "not updated for " + std::to_string(arguments.days) + " days"};
  std::uint64_t erased = 0;
  for (const auto& portfolio : portfolios) {
    try {
      store.write({store::Erasure{store::RecordKind::portfolio, portfolio.person.value, portfolio.version}}, actor);
      ++erased;
    } catch (const Error& error) {
      // Changed since it was looked at: not old any more.
      if (error.code() != ErrorCode::precondition_failed) throw;
    }
  }
  return erased;
}

/// Rows of the read log that are older, and gone unless this is a trial.
std::uint64_t prune_reads(Timestamp time, bool dry_run, const Context& context) {
  if (!std::filesystem::exists(context.reads_directory())) return 0;
  const auto access = dry_run ? store::ReadLogAccess::read_only : store::ReadLogAccess::read_write;
  const auto reads = store::open_read_log(context.reads_directory(), access);
  return static_cast<std::uint64_t>(dry_run ? reads->count_before(time) : reads->prune(time));
}

void run_retention(const Arguments& arguments, Context& context) {
  const Timestamp limit{now().milliseconds - arguments.days * day_ms};
  const auto store = context.open_store(arguments.dry_run ? store::Access::read_only : store::Access::read_write);
  const auto old = privacy::portfolios_before(*store, limit.date());
  const auto portfolios = arguments.dry_run ? old.portfolios.size() : erase(old.portfolios, arguments, *store);
  const std::vector<std::pair<std::string, std::uint64_t>> counts{
      {"portfolios", portfolios},
      {"restrictedKept", old.restricted},
      {"reads", prune_reads(limit, arguments.dry_run, context)}};
  if (context.form == OutputForm::json) {
    context.print_json(to_json(counts));
    return;
  }
  std::vector<std::vector<std::string>> rows;
  for (const auto& one : old.portfolios) rows.push_back({to_text(one.person), to_text(one.last_change)});
  if (!rows.empty()) print_table({"candidate", "last change"}, rows, context.out());
  const std::string verb = arguments.dry_run ? " that would go" : " removed";
  print_facts({{"portfolios" + verb, grouped(counts[0].second)},
               {"restricted, kept", grouped(counts[1].second)},
               {"rows of the read log" + verb, grouped(counts[2].second)}},
              context.out());
}

}  // namespace

void add_retention(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand(
      "retention", "Erase portfolios that were not updated for so long, and rows of the read log that are as old");
  auto arguments = std::make_shared<Arguments>();
  command->add_option("--older-than", arguments->days, "Days")->required()->check(CLI::Range(1, 36'500));
  command->add_flag("--dry-run", arguments->dry_run, "Only say what would go");
  command->callback([arguments, &context] { run_retention(*arguments, context); });
}

}  // namespace passend::commands
