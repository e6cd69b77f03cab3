// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>
#include <mutex>

#include "indexer/base/error.hpp"
#include "server/app/app.hpp"
#include "server/commands/context.hpp"
#include "server/commands/embedding.hpp"
#include "server/vum/source.hpp"

namespace passend::commands {
namespace {

/// A detail profile leaves an audit row, and one process writes at a time: the store is open for writing only while one
/// is read, so that imports run beside the server. During an import the answer is storage_busy at once.
vum_source::DetailReader detail_reader(const Context& context) {
  auto one_at_a_time = std::make_shared<std::mutex>();
  return [one_at_a_time, &context](CandidateId id, const store::Actor& actor) {
    const std::lock_guard lock(*one_at_a_time);
    const auto store = store::open_sqlite_store(
        {.directory = context.store_directory(), .key_file = context.key_file(), .readers = 1});
    return store->detail_profile(id, store::Scope::exchange(), actor);
  };
}

struct ServeOptions {
  http::ServerOptions server;
  EmbedderOptions embedder;
  std::string security_contact;
  std::string vum_parties;  ///< File; empty: no VUM surface.
};

void run_serve(const ServeOptions& options, Context& context) {
  std::optional<vum_source::Parties> vum_parties;
  if (!options.vum_parties.empty()) vum_parties = vum_source::load_parties(options.vum_parties);
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
           .security_contact = options.security_contact,
           .vum_parties = std::move(vum_parties),
           .read_detail = detail_reader(context)},
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
  command->add_option("--vum", options->vum_parties,
                      "Answer VUM questions under /vum/v3: JSON file with our OIN and those that may ask. The X-VUM "
                      "headers are believed, so put a reverse proxy in front that checks certificates (docs/vum.md)");
  add_embedder_help_options(*command, options->embedder);
  command->callback([options, &context] { run_serve(*options, context); });
}

}  // namespace passend::commands
