// SPDX-License-Identifier: EUPL-1.2
#include "tests/quality/evaluation.hpp"

#include <algorithm>
#include <ctime>
#include <set>
#include <unordered_map>

#include "indexer/base/executor.hpp"

namespace passend::quality {

using namespace taxonomy;

namespace {

constexpr std::size_t queries_in_a_block = 32;
constexpr std::int32_t reliance_step_bp = 1000;

std::vector<std::size_t> concepts_of(const std::vector<std::size_t>& labels, const Dataset& dataset) {
  std::set<std::size_t> owners;
  for (const std::size_t label : labels) owners.insert(dataset.owners[label]);
  return {owners.begin(), owners.end()};
}

void add(Result& result, const Ranking& ranking, const Query& query, const Dataset& dataset) {
  result.labels += measure(ranking, query.relevant);
  result.concepts += measure(by_concept(ranking, dataset), concepts_of(query.relevant, dataset));
}

void divide(Result& result, const Dataset& dataset) {
  const double count = std::max<double>(1, static_cast<double>(dataset.queries.size()));
  result.labels = result.labels / count;
  result.concepts = result.concepts / count;
}

class CrossValidation {
 public:
  CrossValidation(const OwnLinker& linker, const Dataset& dataset, const UnitGroups& groups, Evaluation& evaluation)
      : linker_(linker), dataset_(dataset), evaluation_(evaluation), learner_(dataset, groups) {}

  void run() {
    result_.system = "this linker, cross-validated";
    by_score_.system = "  its labels by score alone";
    for (std::int32_t from = 0; from <= 10000; from += reliance_step_bp) evaluation_.reliance.push_back({from, 0, 0});
    evaluation_.failures.resize(dataset_.queries.size());
    std::vector<Example> unseen;  // each query with word pairs of the other folds: what the shipped weights learn from
    for (std::size_t fold = 0; fold < fold_count; ++fold) {
      for (Example& example : test(fold)) unseen.push_back(std::move(example));
    }
    for (Result* result : {&result_, &by_score_}) {
      divide(*result, dataset_);
      evaluation_.results.push_back(*result);
    }
    evaluation_.model.words = learner_.learn({});
    fit(evaluation_.model, unseen);
  }

 private:
  std::vector<Example> examples_of(std::size_t fold, const LinkModel& model) const {
    std::vector<Example> examples;
    for (std::size_t i = 0; i < dataset_.queries.size(); ++i) {
      if (dataset_.queries[i].fold == fold) examples.push_back({.query = i, .labels = {}, .relevant = {}});
    }
    Executor().for_each_block(examples.size(), queries_in_a_block, [&](std::size_t begin, std::size_t end) {
      for (std::size_t i = begin; i < end; ++i) judge(examples[i], model);
    });
    return examples;
  }

  void judge(Example& example, const LinkModel& model) const {
    const Query& query = dataset_.queries[example.query];
    example.labels = linker_.rank(query.element.text, model);
    for (const RankedLabel& label : example.labels) {
      const auto& same = linker_.labels_of(label.label);
      example.relevant.push_back(std::any_of(same.begin(), same.end(), [&](std::size_t one) {
        return std::binary_search(query.relevant.begin(), query.relevant.end(), one);
      }));
    }
  }

  static void fit(LinkModel& model, const std::vector<Example>& examples) {
    std::vector<const Example*> pointers;
    for (const Example& example : examples) pointers.push_back(&example);
    model.weights = learn_weights(pointers);
    model.calibration = learn_calibration(pointers, model);
  }

  std::vector<Example> test(std::size_t fold) {
    std::vector<Example> training;
    for (const std::size_t step : {1U, 2U, 3U, 4U}) {
      const std::size_t other = (fold + step) % fold_count;
      LinkModel words;
      words.words = learner_.learn({fold, other});
      for (Example& example : examples_of(other, words)) training.push_back(std::move(example));
    }
    LinkModel model;
    model.words = learner_.learn({fold});
    fit(model, training);
    std::vector<Example> tested = examples_of(fold, model);
    for (const Example& example : tested) count(example, model);
    return tested;
  }

  void count(const Example& example, const LinkModel& model) {
    const Query& query = dataset_.queries[example.query];
    add(result_, linker_.ranking(example.labels), query, dataset_);
    add(by_score_, linker_.ranking_by_score(example.labels), query, dataset_);
    if (example.labels.empty()) return;
    const RankedLabel& first = example.labels.front();
    const auto other = std::find_if(example.labels.begin(), example.labels.end(),
                                    [&](const RankedLabel& label) { return label.owner != first.owner; });
    const std::int64_t lead = other == example.labels.end() ? nat_lead : first.score - other->score;
    const std::int32_t confidence =
        first.equal.confidence_bp > 0
            ? first.equal.confidence_bp
            : std::min(most_similar_confidence_bp, confidence_of(model.calibration, first.score, lead));
    Reliance& reliance = evaluation_.reliance[static_cast<std::size_t>(confidence / reliance_step_bp)];
    ++reliance.answers;
    reliance.right += example.relevant.front() ? 1 : 0;
    if (example.relevant.front() || query.relevant.empty()) return;
    const std::size_t answer = linker_.labels_of(first.label).front();
    evaluation_.failures[example.query] = query.element.text + "\t" + dataset_.labels[answer].text + "\t" +
                                          dataset_.labels[query.relevant.front()].text + "\t" +
                                          std::to_string(confidence);
  }

  static constexpr std::int64_t nat_lead = 50'000'000;

  const OwnLinker& linker_;
  const Dataset& dataset_;
  Evaluation& evaluation_;
  WordLearner learner_;
  Result result_;
  Result by_score_;
};

}  // namespace

Ranking by_concept(const Ranking& labels, const Dataset& dataset) {
  Ranking concepts;
  std::set<std::size_t> seen;
  for (const Scored& scored : labels) {
    if (seen.insert(dataset.owners[scored.label]).second)
      concepts.push_back({dataset.owners[scored.label], scored.score});
  }
  return concepts;
}

Result evaluate(const std::string& name, const Ranker& ranker, const Dataset& dataset) {
  Result result{.system = name, .labels = {}, .concepts = {}};
  for (const Query& query : dataset.queries) {
    const std::clock_t start = std::clock();
    const Ranking ranking = ranker(query.element.text);
    result.seconds += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    add(result, ranking, query, dataset);
  }
  divide(result, dataset);
  return result;
}

Result evaluate_untrained(const OwnLinker& linker, const Dataset& dataset) {
  LinkModel model = built_in_link_model();
  model.words.clear();
  return evaluate(
      "this linker, weights as shipped",
      [&](std::string_view text) { return linker.ranking(linker.rank(text, model)); }, dataset);
}

void cross_validate(const OwnLinker& linker, const Dataset& dataset, const UnitGroups& groups, Evaluation& evaluation) {
  CrossValidation(linker, dataset, groups, evaluation).run();
}

}  // namespace passend::quality
