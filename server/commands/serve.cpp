// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include "indexer/base/error.hpp"
#include "server/app/app.hpp"
#include "server/commands/context.hpp"
#include "server/commands/embedding.hpp"

namespace passend::commands {
namespace {

void run_serve(const http::ServerOptions& options, const EmbedderOptions& embedder, Context& context) {
  const auto taxonomy = context.open_taxonomy();
  App app({.store = context.open_store(),
           .taxonomy = taxonomy,
           .postcodes = context.open_postcodes(),
           .index_directory = context.index_directory(),
           .feed_directory = context.feed_directory(),
           .runs_directory = context.runs_directory(),
           .pool_directory = context.pool_directory(),
           .profiles = context.weighing.profiles(),
           .default_profile = context.weighing.profile,
           .near_concepts = make_near_concepts(embedder, *taxonomy, context)},
          options, context.progress().sink());
  context.progress().finish();
  context.out() << "Serving http://localhost:" << app.port() << " (this machine only). Stop with Ctrl-C." << std::endl;
  app.run();
  context.progress().remark("Stopped.");
}

}  // namespace

void add_serve(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("serve", "Serve the API and the front end, and follow what is imported meanwhile");
  auto options = std::make_shared<http::ServerOptions>();
  options->api_version = PASSEND_VERSION;
  command->add_option("--port", options->port, "Port; 0 takes a free one")->capture_default_str();
  command->add_option("--address", options->address, "Loopback only: there is no sign-in yet")->capture_default_str();
  command->add_option("--workers", options->workers, "Requests answered at the same time; 0 takes one per processor")
      ->capture_default_str();
  command->add_option("--weights", context.weighing.profile, "Weights profile where a request names none")
      ->capture_default_str();
  command->add_option("--weights-file", context.weighing.file, "Profiles in the place of those that are built in");
  auto embedder = std::make_shared<EmbedderOptions>();
  add_embedder_help_options(*command, *embedder);
  command->callback([options, embedder, &context] { run_serve(*options, *embedder, context); });
}

}  // namespace passend::commands
