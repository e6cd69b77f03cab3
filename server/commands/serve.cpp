// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include "indexer/base/error.hpp"
#include "server/app/app.hpp"
#include "server/commands/context.hpp"
#include "server/commands/embedding.hpp"

namespace passend::commands {
namespace {

struct ServeOptions {
  http::ServerOptions server;
  EmbedderOptions embedder;
  std::string security_contact;
};

void run_serve(const ServeOptions& options, Context& context) {
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
           .near_concepts = make_near_concepts(options.embedder, *taxonomy, context),
           .security_contact = options.security_contact},
          options.server, context.progress().sink());
  context.progress().finish();
  context.out() << "Serving http://localhost:" << app.port() << " (this machine only). Stop with Ctrl-C." << std::endl;
  app.run();
  context.progress().remark("Stopped.");
}

}  // namespace

void add_serve(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("serve", "Serve the API and the front end, and follow what is imported meanwhile");
  auto options = std::make_shared<ServeOptions>();
  options->server.api_version = PASSEND_VERSION;
  command->add_option("--port", options->server.port, "Port; 0 takes a free one")->capture_default_str();
  command->add_option("--address", options->server.address, "Loopback only: there is no sign-in yet")
      ->capture_default_str();
  command
      ->add_option("--workers", options->server.workers,
                   "Requests answered at the same time; 0 takes one per processor")
      ->capture_default_str();
  command->add_option("--weights", context.weighing.profile, "Weights profile where a request names none")
      ->capture_default_str();
  command->add_option("--weights-file", context.weighing.file, "Profiles in the place of those that are built in");
  command->add_option("--security-contact", options->security_contact,
                      "Address for reports of weaknesses (mailto:, https:// or tel:), in /.well-known/security.txt");
  add_embedder_help_options(*command, options->embedder);
  command->callback([options, &context] { run_serve(*options, context); });
}

}  // namespace passend::commands
