// SPDX-License-Identifier: EUPL-1.2
#include <cstdlib>
#include <iostream>
#include <string>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "tests/quality/evaluation.hpp"
#include "tests/quality/report.hpp"

/// usage: passend_quality --dataset DIR [--groups DIR] [--json FILE] [--failures FILE] [--write-weights FILE] [--fast]
namespace passend::quality {
namespace {

struct Options {
  std::string dataset;
  std::string groups;
  std::string json;
  std::string failures;
  std::string weights;
  bool only_own = false;
};

Options read_options(int argc, char** argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string name = argv[i];
    if (name == "--only-own") {
      options.only_own = true;
      continue;
    }
    std::string* value = name == "--dataset"         ? &options.dataset
                         : name == "--groups"        ? &options.groups
                         : name == "--json"          ? &options.json
                         : name == "--failures"      ? &options.failures
                         : name == "--write-weights" ? &options.weights
                                                     : nullptr;
    if (value == nullptr || i + 1 == argc) {
      throw Error(ErrorCode::usage,
                  "usage: --dataset DIR [--groups DIR] [--json FILE] [--failures FILE] "
                  "[--write-weights FILE] [--only-own]; not: " +
                      name);
    }
    *value = argv[++i];
  }
  if (options.dataset.empty()) throw Error(ErrorCode::usage, "name a dataset: --dataset DIR");
  return options;
}

void run(const Options& options) {
  const Dataset dataset = read_dataset(options.dataset);
  const UnitGroups groups = read_unit_groups(options.groups, dataset);
  print_dataset(dataset, groups, std::cout);
  Evaluation evaluation;
  if (!options.only_own) {
    evaluation.results.push_back(evaluate("BM25 (Xapian)", bm25(dataset), dataset));
    evaluation.results.push_back(evaluate("word tf-idf", word_tf_idf(dataset), dataset));
    evaluation.results.push_back(evaluate("character tf-idf", character_tf_idf(dataset), dataset));
  }
  const OwnLinker linker(dataset, groups);
  evaluation.results.push_back(evaluate_untrained(linker, dataset));
  cross_validate(linker, dataset, groups, evaluation);
  print_evaluation(evaluation, std::cout);
  if (!options.json.empty()) write_file_durably(options.json, to_json(dataset, evaluation));
  if (!options.weights.empty()) write_file_durably(options.weights, taxonomy::to_json_text(evaluation.model));
  if (!options.failures.empty()) {
    std::string text;
    for (const std::string& failure : evaluation.failures) text += failure.empty() ? "" : failure + "\n";
    write_file_durably(options.failures, text);
  }
}

}  // namespace
}  // namespace passend::quality

int main(int argc, char** argv) {
  try {
    passend::quality::run(passend::quality::read_options(argc, argv));
    return EXIT_SUCCESS;
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return EXIT_FAILURE;
  }
}
