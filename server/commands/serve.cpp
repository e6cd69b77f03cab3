// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>

#include "indexer/base/error.hpp"
#include "server/app/app.hpp"
#include "server/commands/context.hpp"

namespace passend::commands {
namespace {

void run_serve(const http::ServerOptions& options, const std::string& security_contact, Context& context) {
  App app({.store = context.open_store(),
           .taxonomy = context.open_taxonomy(),
           .postcodes = context.open_postcodes(),
           .index_directory = context.index_directory(),
           .feed_directory = context.feed_directory(),
           .runs_directory = context.runs_directory(),
           .pool_directory = context.pool_directory(),
           .profiles = context.weighing.profiles(),
           .default_profile = context.weighing.profile,
           .security_contact = security_contact},
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
  auto security_contact = std::make_shared<std::string>();
  command->add_option("--security-contact", *security_contact,
                      "Address for reports of weaknesses (mailto:, https:// or tel:), in /.well-known/security.txt");
  command->callback([options, security_contact, &context] { run_serve(*options, *security_contact, context); });
}

}  // namespace passend::commands
