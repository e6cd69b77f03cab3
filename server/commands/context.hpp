// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "indexer/geo/postcodes.hpp"
#include "indexer/pool/pool.hpp"
#include "indexer/store/sqlite_store.hpp"
#include "indexer/taxonomy/taxonomy.hpp"
#include "matcher/criteria/profiles.hpp"
#include "matcher/run/matching_switch.hpp"
#include "server/commands/progress_display.hpp"

namespace CLI {
class App;
}

namespace passend::commands {

/// How a command talks to whoever started it: people get tables on `out`, programs get JSON (--json); progress and
/// remarks always go to `err`.
enum class OutputForm { text, json };

/// How to weigh, as the options of a command say it.
struct WeightsOptions {
  std::string profile{criteria::default_profile};
  std::filesystem::path file;        ///< Empty: the profiles that are built in.
  std::vector<std::string> changes;  ///< demand.education=0

  /// Throws file_missing, malformed_document, configuration.
  criteria::Profiles profiles() const;
  /// The profile with the changes. Throws usage for a profile that there is not or a change that is none.
  criteria::Weights weights() const;
};

/// What every command shares: the data directory and the two ways out. Parts are opened when a command asks for them,
/// and an error says which command makes the part that is missing.
class Context {
 public:
  Context(std::ostream& out, std::ostream& err) : out_(out), progress_(err) {}

  std::filesystem::path data = "passend-data";
  OutputForm form = OutputForm::text;
  WeightsOptions weighing;  ///< Of the commands that match.

  std::ostream& out() { return out_; }
  /// The one JSON document of a command. An error that follows it (a report with rejected records) is told by the exit
  /// status and on `err`.
  void print_json(const std::string& document);
  bool has_answered() const { return has_answered_; }
  ProgressDisplay& progress() { return progress_; }

  std::filesystem::path store_directory() const { return data / "store"; }
  std::filesystem::path key_file() const { return data / "keys" / "detail.key"; }
  std::filesystem::path taxonomy_file() const { return data / "taxonomy.bin"; }
  /// The taxonomies that were in use before, by hash.
  std::filesystem::path taxonomies_directory() const { return data / "taxonomy"; }
  /// Embedded labels and caches of texts, by model.
  std::filesystem::path embeddings_directory() const { return data / "embeddings"; }
  std::filesystem::path postcodes_file() const { return data / "postcodes.csv"; }
  std::filesystem::path runs_directory() const { return data / "runs"; }
  std::filesystem::path reads_directory() const { return data / "reads"; }
  std::filesystem::path index_directory() const { return data / "index"; }
  std::filesystem::path feed_directory() const { return data / "feed"; }
  std::filesystem::path events_directory() const { return data / "events"; }
  std::filesystem::path jobs_directory() const { return data / "jobs"; }
  std::filesystem::path pool_directory() const { return data / "pool"; }
  run::MatchingSwitch matching_switch() const { return run::MatchingSwitch(data / "matching-stopped"); }

  /// For writing: makes the data directory, the store and its key when there are none yet.
  std::unique_ptr<store::Store> create_or_open_store() const;
  /// For reading beside a writer, or for writing in turn with it. Throws file_missing when there is no store.
  std::unique_ptr<store::Store> open_store(store::Access access = store::Access::read_only) const;
  /// Throws taxonomy_missing, taxonomy_corrupt.
  std::shared_ptr<const taxonomy::Taxonomy> open_taxonomy() const;
  /// The imported postcodes; an empty table, with a remark on `err`, when there are none.
  std::shared_ptr<const geo::PostcodeTable> open_postcodes();
  /// The snapshot of the data directory, brought up to date with the store; built when there is none that can be used.
  std::shared_ptr<const pool::Pool> open_pool(store::Store& store, const ProgressSink& progress);

 private:
  std::ostream& out_;
  ProgressDisplay progress_;
  bool has_answered_ = false;
};

/// Each adds one subcommand; running it is the subcommand's callback, which throws passend::Error.
void add_generate(CLI::App& app, Context& context);
void add_geo(CLI::App& app, Context& context);
void add_extract(CLI::App& app, Context& context);
void add_taxonomy(CLI::App& app, Context& context);
/// Under `taxonomy`.
void add_taxonomy_import(CLI::App& taxonomy, Context& context);
void add_taxonomy_neighbours(CLI::App& taxonomy, Context& context);
void add_suggest(CLI::App& taxonomy, Context& context);
void add_taxonomy_link(CLI::App& taxonomy, Context& context);
void add_taxonomy_embed(CLI::App& taxonomy, Context& context);
void add_import(CLI::App& app, Context& context);
void add_index(CLI::App& app, Context& context);
void add_pool(CLI::App& app, Context& context);
void add_search(CLI::App& app, Context& context);
void add_match(CLI::App& app, Context& context);
/// Under `match`.
void add_match_batch(CLI::App& match, Context& context);
void add_events(CLI::App& app, Context& context);
void add_feed(CLI::App& app, Context& context);
void add_matching(CLI::App& app, Context& context);
void add_weights(CLI::App& app, Context& context);
void add_serve(CLI::App& app, Context& context);
void add_store(CLI::App& app, Context& context);
void add_audit(CLI::App& app, Context& context);
void add_person(CLI::App& app, Context& context);
void add_retention(CLI::App& app, Context& context);
void add_reads(CLI::App& app, Context& context);

/// A concept by URI, by the short id of the starter set, or by the best link of a text. Throws not_found.
taxonomy::ConceptIndex find_concept(const taxonomy::Taxonomy& taxonomy, const std::string& name);

/// The whole command line. Returns the exit status (docs/command-line.md).
int run(int argc, const char* const* argv, std::ostream& out, std::ostream& err);

}  // namespace passend::commands
