// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/quality/own_linker.hpp"

namespace passend::quality {

/// A query with its judged candidates, as the learner sees it.
struct Example {
  std::size_t query = 0;
  std::vector<taxonomy::RankedLabel> labels;
  std::vector<bool> relevant;  ///< By label.
};

/// Units of titles that say what units of labels mean, and units that titles have and labels leave out: counted over
/// concepts, so that a concept with many names counts once.
class WordLearner {
 public:
  WordLearner(const Dataset& dataset, const UnitGroups& groups);

  /// From the queries whose fold is not among `without`.
  std::map<std::string, taxonomy::LearnedWord, std::less<>> learn(const std::vector<std::size_t>& without) const;

 private:
  struct ConceptUnits {
    std::map<std::string, double> labels;  ///< How typical a unit is for the labels, 0..1.
    std::optional<std::uint32_t> group;    ///< Code of its ISCO-08 unit group.
  };

  const Dataset& dataset_;
  std::vector<std::vector<std::string>> queries_;
  std::vector<ConceptUnits> concepts_;
};

/// Weights by which the relevant concept gets the most of the softmax over the concepts of an example, each by its best
/// label: gradient descent on
/// the negative log likelihood with a small L2 penalty on features of unit variance, a fixed number of steps, no
/// chance. A weight is per 10000 of the feature in thousandths of a nat.
std::array<std::int32_t, taxonomy::link_feature_count> learn_weights(const std::vector<const Example*>& examples);

/// Logistic regression of "the first concept is right" on score and lead, over examples whose first label is not equal
/// to the title.
taxonomy::LinkCalibration learn_calibration(const std::vector<const Example*>& examples,
                                            const taxonomy::LinkModel& model);

/// The labels of an example, scored and sorted anew by a model.
std::vector<taxonomy::RankedLabel> ranked_by(const taxonomy::LinkModel& model, const Example& example);

}  // namespace passend::quality
