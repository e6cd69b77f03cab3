// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>
#include <fstream>
#include <nlohmann/json.hpp>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "indexer/store/read_log.hpp"
#include "indexer/taxonomy/taxonomy.hpp"
#include "server/commands/context.hpp"
#include "server/commands/matching.hpp"
#include "server/privacy/erasure.hpp"
#include "server/privacy/person_data.hpp"
#include "server/privacy/restriction.hpp"
#include "server/vum/encode.hpp"

namespace passend::commands {
namespace {

using Json = nlohmann::ordered_json;

struct Arguments {
  std::string candidate;
  std::string reason;
  std::filesystem::path report;
  std::filesystem::path output;  ///< Of an export.
  std::string format = "json";
};

/// One data-subject request that is carried out.
class Request {
 public:
  Request(std::string action, const Arguments& arguments, Context& context)
      : arguments_(arguments),
        context_(context),
        store(context.open_store(store::Access::read_write)),
        reads(store::open_read_log(context.reads_directory(), store::ReadLogAccess::read_write)),
        person{id_of(arguments.candidate)},
        actor{"cli:person", arguments.reason} {
    report_ = {{"request", std::move(action)},
               {"candidateId", to_text(person)},
               {"reason", arguments.reason},
               {"carriedOut", to_text(now())}};
  }

  void tell(const Json& facts) { report_.update(facts); }

  /// Writes the report, readable by who runs the command alone, and prints it.
  void finish() {
    const std::string text = report_.dump(2);
    if (!arguments_.report.empty()) write_private(arguments_.report, text + '\n');
    context_.print_json(text);
  }

  static void write_private(const std::filesystem::path& file, const std::string& text) {
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    out << text << std::flush;
    if (!out) throw Error(ErrorCode::storage_failed, "cannot write '" + file.string() + "'; is there room?");
  }

  [[noreturn]] static void refuse_unknown() {
    throw Error(ErrorCode::not_found, "there is nobody with this id in the store, or no longer");
  }

 private:
  const Arguments& arguments_;
  Context& context_;
  Json report_;

 public:
  const store::Scope scope = store::Scope::operator_of_this_machine();
  std::unique_ptr<store::Store> store;
  std::unique_ptr<store::ReadLog> reads;
  const CandidateId person;
  const store::Actor actor;
};

std::string text_of(const privacy::PersonData& data, const std::string& format, Context& context) {
  if (format == "vum") return vum_source::encode_detail(data.search.record, data.detail) + '\n';
  if (format != "europass") return privacy::export_json(data);
  const auto taxonomy = context.open_taxonomy();
  return privacy::export_europass(data, [&](const ConceptRef& ref) {
    if (!ref.label.empty()) return ref.label;
    const auto found = taxonomy->find(ref.uri);
    return found ? std::string(taxonomy->label(*found, "nl")) : ref.uri;
  });
}

void run_export(const Arguments& arguments, Context& context) {
  Request request("export", arguments, context);
  const auto data = privacy::read_person(*request.store, *request.reads, request.person, request.scope, request.actor);
  if (!data) Request::refuse_unknown();
  const Timestamp time = now();
  request.reads->append(
      {"export_person", "urn:passend:activity:export_person", "operator", "cli:person", "", arguments.reason},
      {.trace = random_id128(), .parent = 0, .status = store::ReadStatus::ok, .started = time, .ended = time},
      {request.person});
  Request::write_private(arguments.output, text_of(*data, arguments.format, context));
  request.tell({{"format", arguments.format}, {"file", arguments.output.string()}, {"views", data->views.size()}});
  request.finish();
}

void run_erase(const Arguments& arguments, Context& context) {
  Request request("erase", arguments, context);
  const auto receipt =
      privacy::erase_person(*request.store, *request.reads, request.person, request.scope, request.actor);
  if (!receipt) Request::refuse_unknown();
  request.tell(Json::parse(privacy::receipt_json(*receipt)));
  request.finish();
  context.progress().remark(
      "a running server leaves the person out within a second; otherwise run `passend index follow`");
}

void run_restrict(const Arguments& arguments, privacy::Restricted restricted, Context& context) {
  using enum privacy::Restricted;
  Request request(restricted == yes ? "restrict" : "unrestrict", arguments, context);
  const auto was = privacy::restrict_person(*request.store, request.person, restricted, request.scope, request.actor);
  if (!was) Request::refuse_unknown();
  request.tell({{"wasRestricted", *was == yes}, {"isRestricted", restricted == yes}});
  request.finish();
}

template <class Run>
CLI::App* add(CLI::App& person, const char* name, const char* description, Run run) {
  auto arguments = std::make_shared<Arguments>();
  auto* command = person.add_subcommand(name, description);
  command->add_option("--candidate", arguments->candidate, "Id of the person, 32 hexadecimal digits")->required();
  command->add_option("--reason", arguments->reason, "Why, <= 200 characters; stands in the audit. No names")
      ->required();
  command->add_option("--report", arguments->report, "File for the report, which is also printed");
  if (std::string_view(name) == "export") {
    command->add_option("--output", arguments->output, "File for the data, readable by you alone")->required();
    command->add_option("--format", arguments->format, "json, vum or europass")
        ->check(CLI::IsMember({"json", "vum", "europass"}))
        ->capture_default_str();
  }
  command->callback([arguments, run] { run(*arguments); });
  return command;
}

}  // namespace

void add_person(CLI::App& app, Context& context) {
  auto* person = app.add_subcommand("person", "Requests of people about their own data; each prints a report in JSON");
  person->require_subcommand(1);
  add(*person, "export", "Everything about a person, in a file",
      [&context](const Arguments& arguments) { run_export(arguments, context); });
  add(*person, "erase", "Erase everything about a person, with proof",
      [&context](const Arguments& arguments) { run_erase(arguments, context); });
  add(*person, "restrict", "Keep a person's data and show it to nobody but themselves",
      [&context](const Arguments& arguments) { run_restrict(arguments, privacy::Restricted::yes, context); });
  add(*person, "unrestrict", "Show and match a person again",
      [&context](const Arguments& arguments) { run_restrict(arguments, privacy::Restricted::no, context); });
}

}  // namespace passend::commands
