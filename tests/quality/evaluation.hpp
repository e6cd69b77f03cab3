// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "tests/quality/baselines.hpp"
#include "tests/quality/training.hpp"

namespace passend::quality {

/// What one system did on a dataset.
struct Result {
  std::string system;
  Measures labels;     ///< Over labels: the published protocol.
  Measures concepts;   ///< Over concepts, each at the place of its best label: what a person sees.
  double seconds = 0;  ///< Of one processor, for all queries.
};

/// How far the first concept can be relied upon, among answers of a confidence.
struct Reliance {
  std::int32_t from_bp = 0;
  std::size_t answers = 0;
  std::size_t right = 0;
};

struct Evaluation {
  std::vector<Result> results;
  std::vector<Reliance> reliance;     ///< Of the cross-validated linker, by rising confidence.
  taxonomy::LinkModel model;          ///< Learned from all queries: what is shipped.
  std::vector<std::string> failures;  ///< Title, first answer and what was meant, in the order of the queries.
};

/// The ranking of labels as one of concepts: each at its best score.
Ranking by_concept(const Ranking& labels, const Dataset& dataset);

Result evaluate(const std::string& name, const Ranker& ranker, const Dataset& dataset);

/// The linker with the weights of the program, without its word pairs: nothing of them is learned from this dataset's
/// names.
Result evaluate_untrained(const OwnLinker& linker, const Dataset& dataset);

/// Five folds by concept. For each, word pairs come from the other four; weights and calibration from the same four,
/// whose features use word pairs of the folds that are neither theirs nor the one that is tested. Adds its results.
void cross_validate(const OwnLinker& linker, const Dataset& dataset, const UnitGroups& groups, Evaluation& evaluation);

}  // namespace passend::quality
