// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>
#include <filesystem>
#include <map>
#include <optional>

#include "indexer/base/error.hpp"
#include "server/app/app.hpp"
#include "server/commands/context.hpp"
#include "server/commands/embedding.hpp"
#include "server/vum/settings.hpp"

namespace passend::commands {
namespace {

struct ServeOptions {
  http::ServerOptions server;
  std::optional<std::uint16_t> port;
  http::TlsFiles tls;
  EmbedderOptions embedder;
  std::string security_contact;
  std::filesystem::path sign_in;
  std::filesystem::path algorithm;
  std::filesystem::path events;
  std::size_t details_a_day = api::ViewBudget::usual;
  std::size_t alarm_at_people_a_day = api::Tripwire::usual;
  bool is_open = false;  ///< Without sign-in.
  std::string vum;       ///< File; empty: nothing of VUM.
  std::string activity_base{api::default_activity_base};
  std::string read_log_endpoint;  ///< Empty: the read log stays here.
};

/// Of one session, token or address; a burst is what it may ask in four seconds. 0 takes every limit away.
void limit_requests(http::BudgetOptions& budgets, double per_second) {
  budgets.requests = {per_second, 4 * per_second};
  if (per_second == 0) budgets.sign_ins = {};
}

/// With a socket there is a port only when one is asked for.
void complete(ServeOptions& options) {
  http::ServerOptions& server = options.server;
  if (options.port || !server.socket.empty()) server.port = options.port;
  if (options.tls.certificate.empty() != options.tls.key.empty()) {
    throw Error(ErrorCode::usage, "--tls-certificate and --tls-key belong together");
  }
  if (!options.tls.key.empty() && !server.port) throw Error(ErrorCode::usage, "TLS is spoken on a --port");
  if (!options.tls.key.empty()) server.tls = options.tls;
  if (options.is_open && !http::is_loopback(server.address)) {
    throw Error(ErrorCode::configuration,
                "without sign-in the server listens on this machine alone: use the address "
                "127.0.0.1 or ::1, or --sign-in FILE (docs/sign-in.md)");
  }
}

/// In one line with the address first, which those who started it may wait for.
std::string greeting(const App& app, const http::ServerOptions& server) {
  const std::string scheme = server.tls ? "https" : "http";
  const bool is_local = http::is_loopback(server.address);
  std::string text = "Serving";
  if (server.port) text += " " + scheme + "://localhost:" + std::to_string(app.port());
  if (server.port && !server.socket.empty()) text += " and";
  if (!server.socket.empty()) text += " the socket " + server.socket.string();
  text += is_local ? " (this machine only)" : " (every machine that reaches " + server.address + ")";
  if (server.metrics_port) {
    text += ", metrics on http://127.0.0.1:" + std::to_string(app.metrics_port()) + "/metrics";
  }
  return text + ". Stop with Ctrl-C.";
}

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

void run_serve(ServeOptions options, Context& context) {
  auto sign_in = sign_in_of(options, context);
  complete(options);
  std::optional<vum_source::Settings> vum;
  if (!options.vum.empty()) vum = vum_source::load_settings(options.vum);
  std::optional<events::Settings> events;
  if (!options.events.empty()) events = events::load_settings(options.events);
  const auto taxonomy = context.open_taxonomy();
  App app({.store = context.open_store(store::Access::shared),
           .read_log = store::open_read_log(context.reads_directory(), store::ReadLogAccess::read_write),
           .taxonomy = taxonomy,
           .postcodes = context.open_postcodes(),
           .index_directory = context.index_directory(),
           .feed_directory = context.feed_directory(),
           .runs_directory = context.runs_directory(),
           .pool_directory = context.pool_directory(),
           .jobs_directory = context.jobs_directory(),
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
           .alarm_at_people_a_day = options.alarm_at_people_a_day,
           .vum = std::move(vum),
           .activity_base = options.activity_base,
           .read_log_endpoint = options.read_log_endpoint},
          options.server, context.progress().sink());
  context.progress().finish();
  context.out() << greeting(app, options.server) << std::endl;
  app.run();
  context.progress().remark("Stopped.");
}

void add_places(CLI::App& command, ServeOptions& options) {
  command.add_option("--port", options.port, "Port, 8080 unless there is a socket; 0 takes a free one");
  command.add_option("--address", options.server.address, "Another one than the loopback needs TLS and --sign-in")
      ->capture_default_str();
  command.add_option("--socket", options.server.socket, "Unix socket for a proxy on this machine (docs/serving.md)");
  command.add_option("--tls-certificate", options.tls.certificate, "PEM file with its chain: TLS on the port");
  command.add_option("--tls-key", options.tls.key, "PEM file of its private key; SIGHUP reads both files again");
  command.add_option("--metrics-port", options.server.metrics_port,
                     "Port on 127.0.0.1 with figures for Prometheus at /metrics; 0 takes a free one");
}

void add_limits(CLI::App& command, ServeOptions& options) {
  command
      .add_option_function<double>(
          "--requests-per-second",
          [&options](double per_second) { limit_requests(options.server.budgets, per_second); },
          "How much one session, token or address may ask for long, 50 unless told; 0 takes the limits away, also that "
          "of signing in")
      ->check(CLI::Range(0.0, 1e6));
  const std::map<std::string, http::ProxyHeader> proxy_headers{{"x-forwarded-for", http::ProxyHeader::x_forwarded_for},
                                                               {"forwarded", http::ProxyHeader::forwarded}};
  command
      .add_option("--trust-proxy", options.server.budgets.proxy_header,
                  "Header in which a proxy on this machine says who asked it: x-forwarded-for or forwarded. Without it "
                  "all who come through the proxy count as one")
      ->transform(CLI::CheckedTransformer(proxy_headers, CLI::ignore_case));
}

}  // namespace

void add_serve(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("serve", "Serve the API and the front end, and follow what is imported meanwhile");
  auto options = std::make_shared<ServeOptions>();
  options->server.api_version = PASSEND_VERSION;
  add_places(*command, *options);
  command
      ->add_option("--workers", options->server.workers,
                   "Requests answered at the same time; 0 takes one per processor")
      ->capture_default_str();
  add_limits(*command, *options);
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
  command
      ->add_option("--alarm-at-people-a-day", options->alarm_at_people_a_day,
                   "Log an alarm when one account is shown so many people in a day; 0: never")
      ->capture_default_str();
  command->add_option("--events", options->events,
                      "Tell subscribers what changes, by signed webhooks with CloudEvents (docs/events.md)");
  command->add_option(
      "--vum", options->vum,
      "JSON file with our OIN in VUM, those that may ask under /vum/v3 and the exchange that we ask. The "
      "X-VUM headers are believed, so put a reverse proxy in front that checks certificates (docs/vum.md)");
  command
      ->add_option(
          "--activity-base", options->activity_base,
          "What stands before the name of an action in the read log: the address of your register of processing "
          "activities")
      ->capture_default_str();
  command->add_option("--read-log-endpoint", options->read_log_endpoint,
                      "Address to which the read log is passed on as OTLP/HTTP JSON, "
                      "e.g. https://logboek.example/v1/traces");
  add_embedder_help_options(*command, options->embedder);
  command->callback([options, &context] { run_serve(*options, context); });
}

}  // namespace passend::commands
