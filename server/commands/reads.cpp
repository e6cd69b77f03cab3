// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/read_log.hpp"

#include <CLI/CLI.hpp>
#include <ostream>

#include "indexer/base/error.hpp"
#include "server/commands/context.hpp"
#include "server/privacy/otlp.hpp"

namespace passend::commands {
namespace {

constexpr std::int64_t rows_in_a_line = 500;
constexpr std::int64_t day_ms = std::int64_t{24} * 60 * 60 * 1000;

struct Arguments {
  std::string since = "1970-01-01";
  std::string format = "otlp";
};

void run_export(const Arguments& arguments, Context& context) {
  const auto day = parse_date(arguments.since);
  if (!day) throw Error(ErrorCode::usage, "'" + arguments.since + "' is not a day: YYYY-MM-DD, as 2026-11-22");
  const auto reads = store::open_read_log(context.reads_directory(), store::ReadLogAccess::read_only);
  std::int64_t number = 0;
  while (true) {
    const auto rows = reads->after(number, {day->days * day_ms}, rows_in_a_line);
    if (rows.empty()) return;
    context.out() << privacy::otlp_request(rows, PASSEND_VERSION) << '\n';
    number = rows.back().number;
  }
}

}  // namespace

void add_reads(CLI::App& app, Context& context) {
  auto* reads = app.add_subcommand("reads", "The read log: who was shown which person");
  reads->require_subcommand(1);
  auto arguments = std::make_shared<Arguments>();
  auto* command = reads->add_subcommand("export", "Print it for a collector, a request of OTLP/HTTP JSON a line");
  command->add_option("--since", arguments->since, "From this day on (UTC), YYYY-MM-DD")->capture_default_str();
  command->add_option("--format", arguments->format, "otlp")->check(CLI::IsMember({"otlp"}))->capture_default_str();
  command->callback([arguments, &context] { run_export(*arguments, context); });
}

}  // namespace passend::commands
