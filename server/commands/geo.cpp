// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include "indexer/base/file.hpp"
#include "server/commands/context.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

void run_import(const std::filesystem::path& file, Context& context) {
  const auto table = geo::PostcodeTable::load(file);  // Refuses a wrong file before the old table is replaced.
  std::filesystem::create_directories(context.data);
  write_file_durably(context.postcodes_file(), read_file(file));
  if (context.form == OutputForm::json) {
    context.print_json(to_json(std::vector<std::pair<std::string, std::uint64_t>>{{"areas", table.areas().size()}}));
  } else {
    context.out() << grouped(table.areas().size()) << " postcode areas imported into "
                  << context.postcodes_file().string() << '\n';
  }
}

}  // namespace

void add_geo(CLI::App& app, Context& context) {
  auto* geo = app.add_subcommand("geo", "Postcodes and distances");
  geo->require_subcommand(1);
  auto* import = geo->add_subcommand("import", "Import a table of four-digit postcode areas");
  auto file = std::make_shared<std::string>();
  import->add_option("file", *file, "CSV with the columns pc4, lat, lon, inwoners, plaats, gemeente")->required();
  import->footer(
      "The region of the demo is fixtures/region/gooi-en-vechtstreek.csv; a table of the whole country follows from "
      "the\n"
      "postcode statistics that CBS publishes.");
  import->callback([file, &context] { run_import(*file, context);
});
}  // namespace passend::commands

}  // namespace passend::commands
