// SPDX-License-Identifier: EUPL-1.2
#include "server/commands/taxonomy_import.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <iostream>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "server/commands/context.hpp"
#include "server/commands/output.hpp"

namespace passend::commands {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t changes_shown = 10;

enum class Answer : std::uint8_t { ask, yes };
enum class Run : std::uint8_t { real, dry };

struct ImportArguments {
  taxonomy::Sources sources;
  fs::path report;  ///< Empty: none.
  taxonomy::Proposals proposals = taxonomy::Proposals::leave;
  Answer answer = Answer::ask;
  Run run = Run::real;
};

std::string counts_text(const std::map<std::string, std::size_t>& counts) {
  std::string text;
  for (const auto& [name, count] : counts) text += (text.empty() ? "" : ", ") + name + " " + grouped(count);
  return text.empty() ? "none" : text;
}

void print(const taxonomy::CompileReport& report, Context& context) {
  print_facts(
      {{"taxonomy", report.name},
       {"hash", report.hash},
       {"file", context.taxonomy_file().string() + " (" + grouped(report.bytes) + " bytes)"},
       {"concepts", grouped(report.concepts) + ": " + counts_text(report.concepts_by_kind)},
       {"labels", counts_text(report.labels_by_language)},
       {"without a label in the language", counts_text(report.fallbacks)},
       {"demands of occupations", grouped(report.relations)},
       {"related pairs", grouped(report.related_pairs)},
       {"joined between sources", grouped(report.linked_same) + " as one concept, " + grouped(report.linked_mapped) +
                                      " by equal label, " + grouped(report.unlinked) + " without a counterpart"},
       {"left out", counts_text(report.dropped)}},
      context.out());
}

std::string line_of(const taxonomy::ChangedConcept& row) {
  std::string text = std::string(to_text(row.change)) + ": " + row.label;
  if (!row.successor_label.empty()) text += " -> " + row.successor_label;
  if (row.basis == taxonomy::SuccessorBasis::equal_label) text += " (proposed, by equal label)";
  return text;
}

void print_changes(const TaxonomyImport& import, Context& context) {
  using enum taxonomy::ConceptChange;
  const taxonomy::ReleaseDiff& diff = import.diff;
  context.out() << "\nbeside " << import.before << ": " << grouped(diff.count(added)) << " added, "
                << grouped(diff.count(retired)) << " retired, " << grouped(diff.count(merged)) << " merged, "
                << grouped(diff.count(renamed)) << " renamed, " << grouped(diff.unchanged) << " as they were\n";
  for (const auto change : {merged, retired, added, renamed}) {
    std::size_t shown = 0;
    for (const auto& row : diff.changes) {
      if (row.change == change && shown++ < changes_shown) context.out() << "  " << line_of(row) << '\n';
    }
    if (shown > changes_shown) {
      context.out() << "  and " << grouped(shown - changes_shown) << " more " << to_text(change)
                    << "; --report FILE lists all\n";
    }
  }
}

void print_references(const TaxonomyImport& import, Context& context) {
  if (!import.references) return;
  const auto& references = *import.references;
  context.out() << "\n"
                << grouped(references.records_read)
                << " portfolios and vacancies: " << grouped(references.references_rewritten)
                << " references follow a successor, " << grouped(references.references_kept) << " go on as text, in "
                << grouped(references.records_rewritten)
                << (import.is_in_use ? " records that were rewritten\n" : " records to rewrite\n");
  for (const auto& [label, count] : references.kept) context.out() << "  as text: " << label << ", " << count << "\n";
}

void write_report(const fs::path& path, const taxonomy::ReleaseDiff& diff) {
  std::string csv = csv_line({"change", "kind", "uri", "label", "basis", "successor_uri", "successor_label"});
  for (const auto& row : diff.changes) {
    csv += csv_line({std::string(to_text(row.change)), std::string(to_text(row.kind)), row.uri, row.label,
                     std::string(to_text(row.basis)), row.successor_uri, row.successor_label});
  }
  write_file_durably(path, csv);
}

/// The taxonomy in use; none, with a remark, when it is of another version of the program or damaged.
std::optional<taxonomy::Taxonomy> taxonomy_in_use(Context& context) {
  if (!fs::exists(context.taxonomy_file())) return std::nullopt;
  try {
    return taxonomy::Taxonomy::open(context.taxonomy_file());
  } catch (const Error& error) {
    context.progress().remark("what changed cannot be told: " + std::string(error.what()));
    return std::nullopt;
  }
}

void confirm(const TaxonomyImport& import, Answer answer, Context& context) {
  const bool is_interactive = ::isatty(STDIN_FILENO) == 1 && &context.out() == &std::cout;
  const bool is_harmless = import.diff.count(taxonomy::ConceptChange::retired) == 0 &&
                           (!import.references || import.references->records_rewritten == 0);
  if (answer == Answer::yes || !is_interactive || is_harmless) return;
  context.out() << "Go on? [y/N] " << std::flush;
  std::string line;
  std::getline(std::cin, line);
  if (line != "y" && line != "Y" && line != "j" && line != "J") {
    throw Error(ErrorCode::cancelled, "the taxonomy in use stays as it was");
  }
}

/// Every step can be done twice, and the new taxonomy comes into use last: whatever interrupts it, the same command
/// again does what is left.
class Importer {
 public:
  Importer(const ImportArguments& arguments, Context& context) : arguments_(arguments), context_(context) {}

  TaxonomyImport run() {
    const fs::path directory = context_.taxonomies_directory();
    fs::create_directories(directory);
    const fs::path incoming = directory / ("incoming-" + std::to_string(::getpid()) + ".bin");
    try {
      import_.compiled = taxonomy::compile(arguments_.sources, incoming, context_.progress().sink());
      context_.progress().finish();
      replace_by(incoming, directory);
    } catch (...) {
      fs::remove(incoming);
      throw;
    }
    fs::remove(incoming);
    return import_;
  }

 private:
  void replace_by(const fs::path& incoming, const fs::path& directory) {
    const auto before = taxonomy_in_use(context_);
    if (before && before->hash() != import_.compiled.hash) {
      const auto after = taxonomy::Taxonomy::open(incoming);
      compare(*before, after);
      if (arguments_.run == Run::real) keep(*before, directory);
      migrate(*before, after);
    }
    if (arguments_.run == Run::dry) return;
    write_file_durably(context_.taxonomy_file(), read_file(incoming));
    import_.is_in_use = true;
  }

  void compare(const taxonomy::Taxonomy& before, const taxonomy::Taxonomy& after) {
    import_.before = before.name();
    import_.diff = release_diff(before, after);
    for (const auto kind : import_.diff.vanished_kinds) {
      context_.progress().remark("the new taxonomy has no concept of the kind " + std::string(to_text(kind)) +
                                 " at all: name every source that you want, also those that did not change");
    }
    if (!arguments_.report.empty()) write_report(arguments_.report, import_.diff);
  }

  /// Runs name the taxonomy that they asked by its hash.
  void keep(const taxonomy::Taxonomy& before, const fs::path& directory) {
    const fs::path kept = directory / (std::string(before.hash()) + ".bin");
    if (!fs::exists(kept)) write_file_durably(kept, read_file(context_.taxonomy_file()));
  }

  void migrate(const taxonomy::Taxonomy& before, const taxonomy::Taxonomy& after) {
    if (!fs::exists(context_.store_directory())) return;
    const auto successors = successors_of(import_.diff, before, arguments_.proposals);
    const intake::Migration migration{before, after, successors};
    const auto migrate_in = [&](store::Store& store, intake::MigrationMode mode) {
      import_.references = migrate_references(store, migration, mode, context_.progress().sink());
      context_.progress().finish();
    };
    migrate_in(*context_.open_store(), intake::MigrationMode::count_only);
    if (arguments_.run == Run::dry) return;
    if (context_.form == OutputForm::text) {
      print_changes(import_, context_);
      confirm(import_, arguments_.answer, context_);
    }
    // Only now, so that a server that is running is in the way only when something is to be rewritten.
    if (import_.references->records_rewritten > 0) {
      migrate_in(*context_.create_or_open_store(), intake::MigrationMode::rewrite);
    }
  }

  const ImportArguments& arguments_;
  Context& context_;
  TaxonomyImport import_;
};

void run_import(const ImportArguments& arguments, Context& context) {
  const taxonomy::Sources& sources = arguments.sources;
  if (!sources.starter_dir && sources.esco_dirs.empty() && !sources.competentnl_dir) {
    throw Error(ErrorCode::usage, "name at least one source: --starter DIR, --esco DIR or --competentnl DIR");
  }
  const TaxonomyImport import = Importer(arguments, context).run();
  if (context.form == OutputForm::json) {
    context.print_json(to_json(import));
    return;
  }
  print(import.compiled, context);
  if (!import.before.empty() && (!import.references || !import.is_in_use)) print_changes(import, context);
  print_references(import, context);
  context.progress().remark(import.is_in_use
                                ? "Next: passend index build, so that search and matching use this taxonomy."
                                : "A dry run: nothing was changed.");
}

}  // namespace

void add_taxonomy_import(CLI::App& taxonomy, Context& context) {
  auto* command =
      taxonomy.add_subcommand("import", "Compile taxonomies into the one file that matching and search use");
  auto arguments = std::make_shared<ImportArguments>();
  auto languages = std::make_shared<std::string>("nl,en,de");
  command->add_option_function<std::string>(
      "--starter", [arguments](const std::string& dir) { arguments->sources.starter_dir = dir; },
      "Directory of the Dutch starter set (fixtures/taxonomy)");
  command->add_option("--esco", arguments->sources.esco_dirs,
                      "Directory of an official ESCO CSV set; may be given more than once");
  command->add_option_function<std::string>(
      "--competentnl", [arguments](const std::string& dir) { arguments->sources.competentnl_dir = dir; },
      "Directory with the CompetentNL label files");
  command->add_option("--languages", *languages, "Languages to load, the first one is shown")->capture_default_str();
  command->add_flag_callback(
      "--dry-run", [arguments] { arguments->run = Run::dry; }, "Say what would change and change nothing");
  command->add_option("--report", arguments->report,
                      "Write what was added, retired, merged and renamed to this CSV file");
  command->add_flag_callback(
      "--accept-proposed", [arguments] { arguments->proposals = taxonomy::Proposals::accept; },
      "Let references follow successors that are proposed by an equal label, too");
  command->add_flag_callback(
      "--yes", [arguments] { arguments->answer = Answer::yes; }, "Do not ask before records are rewritten");
  command->footer("Example: passend taxonomy import --starter fixtures/taxonomy --esco ESCO-1.2.0-nl --dry-run");
  command->callback([arguments, languages, &context] {
    arguments->sources.languages = CLI::detail::split(*languages, ',');
    run_import(*arguments, context);
  });
}

}  // namespace passend::commands
