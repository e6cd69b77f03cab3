// SPDX-License-Identifier: EUPL-1.2
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <set>

#include "indexer/base/date.hpp"
#include "indexer/base/executor.hpp"
#include "tests/bench/growth.hpp"
#include "tests/bench/stage.hpp"

/// The program behind tests/bench/run, which gives it the paths.
namespace {

using namespace passend;
using namespace passend::bench;

struct Options {
  std::vector<std::string> sizes{"100k"};
  std::vector<std::string> only;
  std::string json;
  RegionSettings region;
  std::string commit;
  std::string java_class_path;
  std::string postgres_sockets;
  bool prepare = false;

  bool wants(const std::string& part) const {
    return only.empty() || std::find(only.begin(), only.end(), part) != only.end();
  }
};

const std::map<std::string, std::uint32_t> all_sizes{
    {"1k", 1'000}, {"10k", 10'000}, {"100k", 100'000}, {"1M", 1'000'000}};
const std::set<std::string> all_parts{"bandwidth", "pool",   "competences", "two-way", "reverse",
                                      "matrix",    "change", "feed",        "search"};

void read_options(CLI::App& app, Options& options) {
  app.add_option("--size", options.sizes, "1k, 10k, 100k, 1M or all (the last three)")
      ->check(CLI::IsMember({"1k", "10k", "100k", "1M", "all"}));
  app.add_option("--only", options.only, "Only these parts")->check(CLI::IsMember(all_parts));
  app.add_option("--json", options.json, "Write what was found to this file (tests/bench/README.md)");
  app.add_option("--seed", options.region.seed, "Of the region and of what is drawn from it");
  app.add_flag("--prepare", options.prepare, "Make the data and the indexes that are kept, and measure nothing");
  app.add_option("--data", options.region.data, "Where data is kept")->required();
  app.add_option("--fingerprint", options.region.fingerprint, "Of the sources that make the data")->required();
  app.add_option("--commit", options.commit, "What is measured");
  app.add_option("--java-class-path", options.java_class_path, "Lucene and our side of it; none: left out");
  app.add_option("--postgres-sockets", options.postgres_sockets, "Folder of the socket; none: left out");
}

void run_size(const Options& options, std::uint32_t people, Findings& findings) {
  RegionSettings settings = options.region;
  settings.people = people;
  const Region region = open_region(settings);
  Stage stage{.region = region,
              .pool = {},
              .seed = settings.seed,
              .java_class_path = options.java_class_path,
              .postgres_sockets = options.postgres_sockets,
              .findings = findings};
  stage.pool = measure_pool(stage);
  if (options.prepare) {
    prepare_competences(stage);
    prepare_change(stage);
    return;
  }
  const std::pair<const char*, void (*)(const Stage&)> parts[]{{"competences", measure_competences},
                                                               {"two-way", measure_two_way},
                                                               {"reverse", measure_reverse},
                                                               {"matrix", measure_matrix},
                                                               {"selection", measure_selection},
                                                               {"change", measure_change},
                                                               {"feed", measure_feed},
                                                               {"search", measure_search}};
  for (const auto& [part, measure] : parts) {
    if (!options.wants(part)) continue;
    try {
      measure(stage);
    } catch (const std::exception& error) {
      // The other parts are worth having; this one stands in the list of what was left out.
      findings.leave_out(part, std::string("failed: ") + error.what());
    }
    if (!options.json.empty()) findings.write_json(options.json);
  }
}

int run(const Options& options) {
  // The threads of the executor inherit where the thread that starts them may run: start them before any is pinned.
  Executor().for_each_block(64, 1, [](std::size_t, std::size_t) {});
  Findings findings({options.commit, options.region.seed, to_text(now()), this_machine()});
  const bool all = options.sizes == std::vector<std::string>{"all"};
  if (options.wants("bandwidth") && !options.prepare) measure_bandwidth(findings);
  for (const std::string& size : all ? std::vector<std::string>{"10k", "100k", "1M"} : options.sizes) {
    run_size(options, all_sizes.at(size), findings);
  }
  if (!options.prepare) compare_sizes(findings);
  if (!options.json.empty()) findings.write_json(options.json);
  if (findings.scores_agree()) return 0;
  std::cerr << "Not everybody who should gives the same top scores: see WRONG SCORES above.\n";
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  CLI::App app("Measures Passend beside Lucene, Xapian, SQLite and PostgreSQL");
  read_options(app, options);
  CLI11_PARSE(app, argc, argv);
  try {
    return run(options);
  } catch (const std::exception& error) {
    std::cerr << "bench: " << error.what() << '\n';
    return 1;
  }
}
