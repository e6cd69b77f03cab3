// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>
#include <iostream>

#include "indexer/base/error.hpp"
#include "server/commands/context.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

constexpr const char* description =
    "Passend: job matching and vacancy search for Dutch municipalities.\n\n"
    "A first round, from an empty directory:\n"
    "  passend taxonomy import --starter fixtures/taxonomy\n"
    "  passend geo import fixtures/region/gooi-en-vechtstreek.csv\n"
    "  passend generate --portfolios 3000 --vacancies 1000 --employers 250 --seed 1 --output region.ndjson\n"
    "  passend import region.ndjson\n"
    "  passend index build\n"
    "  passend serve --without-sign-in";

constexpr const char* footer =
    "Exit status: 0 done; 2 the command or the configuration is wrong; 3 input was refused, in whole or in part; 4 "
    "something\n"
    "that is needed is absent; 5 the store or an index failed; 6 busy or cancelled; 7 a replay gave another result;\n"
    "1 anything else. See docs/command-line.md.";

void add_commands(CLI::App& app, Context& context) {
  app.add_option("--data", context.data, "Data directory: store, taxonomy, postcodes and indexes")
      ->envname("PASSEND_DATA")
      ->capture_default_str();
  app.add_flag_callback(
      "--json", [&] { context.form = OutputForm::json; }, "Print the result as JSON");
  app.set_version_flag("--version", "passend " PASSEND_VERSION);
  app.fallthrough();  // --json and --data may also stand after the subcommand.
  app.require_subcommand(1);
  app.footer(footer);
  add_generate(app, context);
  add_taxonomy(app, context);
  add_extract(app, context);
  add_geo(app, context);
  add_import(app, context);
  add_index(app, context);
  add_pool(app, context);
  add_search(app, context);
  add_match(app, context);
  add_feed(app, context);
  add_events(app, context);
  add_matching(app, context);
  add_weights(app, context);
  add_serve(app, context);
  add_store(app, context);
  add_audit(app, context);
  add_person(app, context);
  add_retention(app, context);
  add_reads(app, context);
}

int report(const Error& error, Context& context) {
  context.progress().finish();
  context.progress().remark("passend: " + std::string(error.what()));
  if (error.violations().size() > 1) {
    for (const auto& violation : error.violations()) context.progress().remark("  " + to_text(violation));
  }
  if (context.form == OutputForm::json && !context.has_answered()) print_error(error, context.out());
  return error.info().exit_status;
}

}  // namespace

int run(int argc, const char* const* argv, std::ostream& out, std::ostream& err) {
  Context context(out, err);
  CLI::App app(description, "passend");
  add_commands(app, context);
  try {
    app.parse(argc, argv);
    context.progress().finish();
    return 0;
  } catch (const CLI::ParseError& error) {
    const int status = app.exit(error, out, err);
    return status == 0 ? 0 : error_info(ErrorCode::usage).exit_status;
  } catch (const Error& error) {
    return report(error, context);
  } catch (const std::exception& error) {
    return report(Error(ErrorCode::internal, error.what()), context);
  }
}

}  // namespace passend::commands
