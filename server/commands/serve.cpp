// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>
#include <filesystem>
#include <optional>

#include "indexer/base/error.hpp"
#include "server/app/app.hpp"
#include "server/commands/context.hpp"
#include "server/commands/embedding.hpp"
#include "server/vum/source.hpp"

namespace passend::commands {
namespace {

struct ServeOptions {
  http::ServerOptions server;
  EmbedderOptions embedder;
  std::string security_contact;
  std::filesystem::path sign_in;
  std::filesystem::path algorithm;
  std::filesystem::path events;
  std::size_t details_a_day = api::ViewBudget::usual;
  bool is_open = false;     ///< Without sign-in.
  std::string vum_parties;  ///< File; empty: no VUM surface.
};

/// In a data directory of the demonstration everybody may be anybody.
constexpr const char* demo_marker = "demo-region";

/// Who may ask is said, never assumed.
std::optional<auth::Configuration> sign_in_of(const ServeOptions& options, const Context& context) {
  if (options.is_open != options.sign_in.empty()) {
    throw Error(
        ErrorCode::usage,
        "say who may use the server: --sign-in FILE (docs/sign-in.md), or --without-sign-in for everybody on this "
        "machine, in every role of the staff");
  }
  if (options.is_open) return std::nullopt;
  auto configuration = auth::load_configuration(options.sign_in);
  if (configuration.issuer.starts_with("http://") && !std::filesystem::exists(context.data / demo_marker)) {
    throw Error(ErrorCode::configuration, "the identity provider '" + configuration.issuer +
                                              "' does not speak https: that is for the demonstration, and '" +
                                              context.data.string() + "' is not its data directory");
  }
  return configuration;
}

void run_serve(const ServeOptions& options, Context& context) {
  auto sign_in = sign_in_of(options, context);
  std::optional<vum_source::Parties> vum_parties;
  if (!options.vum_parties.empty()) vum_parties = vum_source::load_parties(options.vum_parties);
  std::optional<events::Settings> events;
  if (!options.events.empty()) events = events::load_settings(options.events);
  const auto taxonomy = context.open_taxonomy();
  App app({.store = context.open_store(store::Access::shared),
           .taxonomy = taxonomy,
           .postcodes = context.open_postcodes(),
           .index_directory = context.index_directory(),
           .feed_directory = context.feed_directory(),
           .runs_directory = context.runs_directory(),
           .pool_directory = context.pool_directory(),
           .matching_switch = context.matching_switch(),
           .profiles = context.weighing.profiles(),
           .default_profile = context.weighing.profile,
           .near_concepts = make_near_concepts(options.embedder, *taxonomy, context),
           .security_contact = options.security_contact,
           .events = std::move(events),
           .events_directory = context.events_directory(),
           .algorithm_file = options.algorithm,
           .sign_in = std::move(sign_in),
           .details_a_day = options.details_a_day,
           .vum_parties = std::move(vum_parties)},
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
  command->add_option("--address", options->server.address, "Loopback only: a proxy on this machine speaks TLS")
      ->capture_default_str();
  command
      ->add_option("--workers", options->server.workers,
                   "Requests answered at the same time; 0 takes one per processor")
      ->capture_default_str();
  command->add_option("--weights", context.weighing.profile, "Weights profile where a request names none")
      ->capture_default_str();
  command->add_option("--weights-file", context.weighing.file, "Profiles in the place of those that are built in");
  command->add_option("--sign-in", options->sign_in, "Configuration of signing in by OpenID Connect (docs/sign-in.md)");
  command->add_flag("--without-sign-in", options->is_open,
                    "Everybody on this machine may use the server, in every role of the staff");
  command->add_option("--security-contact", options->security_contact,
                      "Address for reports of weaknesses (mailto:, https:// or tel:), in /.well-known/security.txt");
  command->add_option("--algorithm", options->algorithm,
                      "What the organisation says of its use, for the Algoritmeregister at /v1/algorithm "
                      "(docs/privacy/README.md)");
  command
      ->add_option("--details-a-day", options->details_a_day,
                   "People outside the own caseload whose details one account may open in a day")
      ->capture_default_str();
  command->add_option("--events", options->events,
                      "Tell subscribers what changes, by signed webhooks with CloudEvents (docs/events.md)");
  command->add_option("--vum", options->vum_parties,
                      "Answer VUM questions under /vum/v3: JSON file with our OIN and those that may ask. The X-VUM "
                      "headers are believed, so put a reverse proxy in front that checks certificates (docs/vum.md)");
  add_embedder_help_options(*command, options->embedder);
  command->callback([options, &context] { run_serve(*options, context); });
}

}  // namespace passend::commands
