// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>
#include <fstream>
#include <iostream>

#include "indexer/base/error.hpp"
#include "indexer/intake/importer.hpp"
#include "indexer/model/codec.hpp"
#include "server/commands/context.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

constexpr std::size_t issues_shown = 20;

struct ImportArguments {
  std::vector<std::string> files;
  std::string format;
  std::string source;
  std::string mapping;
  intake::ImportOptions::Mode mode = intake::ImportOptions::Mode::load;
  intake::ImportOptions::Release release = intake::ImportOptions::Release::as_in_the_file;
};

std::string issue_text(const ImportIssue& issue) {
  std::string text = issue.severity == ImportIssue::Severity::rejected ? "rejected" : "warning";
  if (issue.line != 0) text += ", line " + std::to_string(issue.line);
  if (issue.record != 0) text += ", record " + std::to_string(issue.record);
  if (!issue.field.empty()) text += ", " + issue.field;
  if (!issue.value.empty()) text += " '" + issue.value + "'";
  text += ": " + issue.reason;
  if (!issue.remedy.empty()) text += ". " + issue.remedy;
  return text;
}

void print_report(const ImportReport& report, intake::ImportOptions::Mode mode, Context& context) {
  auto& out = context.out();
  out << report.file << " (" << report.format << "): " << grouped(report.read) << " read, ";
  if (mode == intake::ImportOptions::Mode::check_only) {
    out << grouped(report.unchanged) << " could be loaded (nothing was written), ";
  } else {
    out << grouped(report.inserted) << " inserted, " << grouped(report.updated) << " updated, "
        << grouped(report.unchanged) << " unchanged, ";
  }
  out << grouped(report.rejected) << " rejected\n";
  for (const auto& [field, count] : report.dropped_by_rule)
    out << "  dropped by rule: " << field << ", " << grouped(count) << " times\n";
  for (std::size_t i = 0; i < report.issues.size() && i < issues_shown; ++i)
    out << "  " << issue_text(report.issues[i]) << '\n';
  const std::uint64_t hidden =
      report.issues_beyond_limit + (report.issues.size() > issues_shown ? report.issues.size() - issues_shown : 0);
  if (hidden != 0) out << "  and " << grouped(hidden) << " more; --json lists the first 1000\n";
  if (!report.complete) out << "  the file broke off; what was read before is loaded\n";
}

/// Outcome of all files of one command.
struct Imported {
  std::vector<ImportReport> reports;
  std::optional<ErrorCode> stopped_by;
};

ImportReport import_file(const std::string& name, const ImportArguments& arguments, const intake::ImportOptions& common,
                         store::Store& store, Imported& imported, Context& context) {
  intake::ImportOptions options = common;
  options.mode = arguments.mode;
  options.release = arguments.release;
  std::ifstream file;
  if (name != "-") {
    if (std::filesystem::is_directory(name))
      throw Error(ErrorCode::file_unreadable, "'" + name + "' is a directory: name the files in it");
    file.open(name, std::ios::binary);
    if (!file) throw Error(ErrorCode::file_missing, "there is no file '" + name + "' that can be read");
    std::error_code unknown_size;
    const auto size = std::filesystem::file_size(name, unknown_size);
    if (!unknown_size) options.total_bytes = size;
    options.file_name = std::filesystem::path(name).filename();
  } else {
    options.file_name = "standard input";
  }
  intake::Importer importer(store, options);
  ImportReport report = importer.run(name == "-" ? std::cin : file, context.progress().sink());
  context.progress().finish();
  imported.stopped_by = importer.stopped_by();
  return report;
}

[[noreturn]] void refuse(const Imported& imported) {
  if (imported.stopped_by) {
    throw Error(*imported.stopped_by,
                "the import stopped because the store could not go on; what the report counts is loaded, and running "
                "the same command again continues");
  }
  std::uint64_t rejected = 0;
  for (const auto& report : imported.reports) rejected += report.rejected;
  throw Error(ErrorCode::invalid_input,
              grouped(rejected) +
                  " records were rejected or a file broke off; the rest is loaded. Mend what the report names "
                  "and import the file again: records that are already there stay as they are");
}

void run_import(const ImportArguments& arguments, Context& context) {
  std::optional<intake::ColumnMapping> mapping;
  if (!arguments.mapping.empty()) mapping = intake::load_mapping(arguments.mapping);
  const auto postcodes = context.open_postcodes();
  intake::ImportOptions common;
  if (!arguments.format.empty()) common.format = intake::parse_format(arguments.format);
  common.reading = {.source_system = arguments.source,
                    .postcodes = postcodes->areas().empty() ? nullptr : postcodes.get(),
                    .mapping = mapping ? &*mapping : nullptr,
                    .today = now().date()};
  const auto store = context.create_or_open_store();
  Imported imported;
  bool sound = true;
  for (const auto& file : arguments.files) {
    imported.reports.push_back(import_file(file, arguments, common, *store, imported, context));
    const auto& report = imported.reports.back();
    if (context.form == OutputForm::text) print_report(report, arguments.mode, context);
    sound = sound && report.complete && report.rejected == 0 && !imported.stopped_by;
    if (imported.stopped_by) break;
  }
  if (context.form == OutputForm::json) {
    std::string reports;
    for (const auto& report : imported.reports) reports += (reports.empty() ? "" : ",") + encode(report);
    context.print_json("[" + reports + "]");
  }
  if (!sound) refuse(imported);
}

}  // namespace

void add_import(CLI::App& app, Context& context) {
  auto* command = app.add_subcommand("import", "Load files into the store and report every record that was refused");
  auto arguments = std::make_shared<ImportArguments>();
  command->add_option("files", arguments->files, "Files; - is standard input")->required();
  command->add_option("--format", arguments->format,
                      "vum-portfolios, vum-vacancies, csv-portfolios, csv-vacancies, csv-employers, jobposting or "
                      "passend; told by the content otherwise");
  command->add_option(
      "--source", arguments->source,
      "Name of the system the files come from; with the id of a record it makes a second import an update");
  command->add_option("--mapping", arguments->mapping,
                      "JSON file that says which columns of a CSV file are which of ours (docs/import.md)");
  command->add_flag_callback(
      "--check", [arguments] { arguments->mode = intake::ImportOptions::Mode::check_only; },
      "Read and report everything, write nothing");
  command->add_flag_callback(
      "--released-for-exchange", [arguments] { arguments->release = intake::ImportOptions::Release::every_record; },
      "Job seekers and mediators (of vacancies: the employers) agree that other organisations see all of these "
      "records; "
      "without it a record is released only where the file says so (docs/vum.md)");
  command->footer(
      "Example: passend import vacatures.csv --source gemeente-x\n"
      "Importing a file again is safe: records are recognised by source and id.");
  command->callback([arguments, &context] { run_import(*arguments, context); });
}

}  // namespace passend::commands
