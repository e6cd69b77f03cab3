// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include "indexer/base/error.hpp"
#include "server/commands/context.hpp"
#include "server/commands/embedding.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

void run_embed(const EmbedderOptions& options, Context& context) {
  if (!options.is_on())
    throw Error(ErrorCode::usage, "say with --embedder and --embedder-model who is to embed the labels");
  const auto taxonomy = context.open_taxonomy();
  const auto embedder = make_embedder(options);
  const auto file = labels_file(options, context);
  const auto report = embed::embed_labels(*taxonomy, *embedder, file, context.progress().sink());
  context.progress().finish();
  if (context.form == OutputForm::json) {
    context.print_json(to_json(std::vector<std::pair<std::string, std::uint64_t>>{
        {"labels", report.labels}, {"computed", report.computed}, {"components", report.components}}));
    return;
  }
  print_facts({{"model", options.client.model},
               {"labels", grouped(report.labels) + ", of which " + grouped(report.computed) + " were embedded now"},
               {"components of a vector", grouped(report.components)},
               {"file", file.string()}},
              context.out());
}

}  // namespace

void add_taxonomy_embed(CLI::App& taxonomy, Context& context) {
  auto* command = taxonomy.add_subcommand(
      "embed", "Have the labels embedded by a language model, once, for linking and extraction with --embedder");
  auto options = std::make_shared<EmbedderOptions>();
  options->timeout_ms = 60'000;
  add_embedder_options(*command, *options);
  command->footer(
      "Example: passend taxonomy embed --embedder http://127.0.0.1:8081 --embedder-model multilingual-e5-small");
  command->callback([options, &context] { run_embed(*options, context); });
}

}  // namespace passend::commands
