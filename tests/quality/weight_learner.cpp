// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <tuple>

#include "tests/quality/training.hpp"

namespace passend::quality {

using namespace taxonomy;

namespace {

constexpr int steps = 120;
constexpr double penalty = 2e-4;
constexpr double step_size = 0.07;
constexpr double nat = 1e7;  ///< Of score.

using Vector = std::array<double, link_feature_count>;

double dot(const Vector& weights, const LinkFeatures& features) {
  double sum = 0;
  for (std::size_t j = 0; j < weights.size(); ++j) sum += weights[j] * features[j];
  return sum;
}

/// The standard deviation of each feature; 1 for a constant one.
Vector spread_of(const std::vector<const Example*>& examples) {
  Vector sum{};
  Vector squares{};
  double count = 0;
  for (const Example* example : examples) {
    for (const RankedLabel& label : example->labels) {
      ++count;
      for (std::size_t j = 0; j < sum.size(); ++j) {
        sum[j] += label.features[j];
        squares[j] += static_cast<double>(label.features[j]) * label.features[j];
      }
    }
  }
  Vector spread{};
  for (std::size_t j = 0; j < sum.size(); ++j) {
    const double mean = sum[j] / std::max(1.0, count);
    spread[j] = std::sqrt(std::max(0.0, squares[j] / std::max(1.0, count) - mean * mean));
    if (spread[j] < 1) spread[j] = 1;
  }
  return spread;
}

/// The labels of an example by concept: what is learned is to rank concepts, each by its best label.
struct Choices {
  const Example* example = nullptr;
  std::vector<std::size_t> place;  ///< Of the label's concept among those of the example.
  std::size_t concepts = 0;
};

std::vector<Choices> choices_of(const std::vector<const Example*>& examples) {
  std::vector<Choices> all;
  for (const Example* example : examples) {
    if (std::find(example->relevant.begin(), example->relevant.end(), true) == example->relevant.end()) continue;
    Choices& choices = all.emplace_back();
    choices.example = example;
    std::map<ConceptIndex, std::size_t> places;
    for (const RankedLabel& label : example->labels) {
      choices.place.push_back(places.emplace(label.owner, places.size()).first->second);
    }
    choices.concepts = places.size();
  }
  return all;
}

/// Adds the gradient of -log(share of the softmax over concepts that relevant ones get).
void add_gradient(const Choices& choices, const Vector& weights, Vector& gradient) {
  const Example& example = *choices.example;
  constexpr double lowest = -1e300;
  std::vector<double> shares(choices.concepts, lowest);
  std::vector<std::size_t> best(choices.concepts, 0);
  std::vector<bool> is_relevant(choices.concepts, false);
  double highest = lowest;
  for (std::size_t i = 0; i < example.labels.size(); ++i) {
    const double score = dot(weights, example.labels[i].features);
    const std::size_t place = choices.place[i];
    if (example.relevant[i]) is_relevant[place] = true;
    if (score <= shares[place]) continue;
    shares[place] = score;
    best[place] = i;
    highest = std::max(highest, score);
  }
  double all = 0;
  double right = 0;
  for (std::size_t k = 0; k < shares.size(); ++k) {
    shares[k] = std::exp(shares[k] - highest);
    all += shares[k];
    right += is_relevant[k] ? shares[k] : 0;
  }
  if (right <= 0) return;  // Too small for a double.
  for (std::size_t k = 0; k < shares.size(); ++k) {
    const double wrong = shares[k] / all - (is_relevant[k] ? shares[k] / right : 0);
    if (std::abs(wrong) < 1e-6) continue;
    for (std::size_t j = 0; j < gradient.size(); ++j) gradient[j] += wrong * example.labels[best[k]].features[j];
  }
}

struct Judged {
  double score = 0;  ///< In nats.
  double lead = 0;
  bool is_right = false;
};

/// The first label, unless it is equal to the title.
std::vector<Judged> judged_first(const std::vector<const Example*>& examples, const LinkModel& model) {
  std::vector<Judged> all;
  for (const Example* example : examples) {
    const auto labels = ranked_by(model, *example);
    if (labels.empty() || labels.front().equal.confidence_bp > 0) continue;
    const auto other = std::find_if(labels.begin(), labels.end(),
                                    [&](const RankedLabel& label) { return label.owner != labels.front().owner; });
    const double score = static_cast<double>(labels.front().score) / nat;
    const double lead = other == labels.end() ? 5 : score - static_cast<double>(other->score) / nat;
    const auto at = std::find_if(example->labels.begin(), example->labels.end(),
                                 [&](const RankedLabel& label) { return label.label == labels.front().label; });
    all.push_back({score, lead, example->relevant[static_cast<std::size_t>(at - example->labels.begin())]});
  }
  return all;
}

}  // namespace

std::array<std::int32_t, link_feature_count> learn_weights(const std::vector<const Example*>& examples) {
  const Vector spread = spread_of(examples);
  Vector weights{};  // of features of unit variance
  Vector momentum{};
  Vector variance{};
  const std::vector<Choices> choices = choices_of(examples);
  const double count = std::max<double>(1, static_cast<double>(choices.size()));
  for (int step = 1; step <= steps; ++step) {
    Vector per_unit{};
    for (std::size_t j = 0; j < weights.size(); ++j) per_unit[j] = weights[j] / spread[j];
    Vector gradient{};
    for (const Choices& one : choices) add_gradient(one, per_unit, gradient);
    for (std::size_t j = 0; j < weights.size(); ++j) {  // Adam (Kingma and Ba, 2014)
      const double slope = gradient[j] / spread[j] / count + penalty * weights[j];
      momentum[j] = 0.9 * momentum[j] + 0.1 * slope;
      variance[j] = 0.999 * variance[j] + 0.001 * slope * slope;
      const double corrected = momentum[j] / (1 - std::pow(0.9, step));
      weights[j] -= step_size * corrected / (std::sqrt(variance[j] / (1 - std::pow(0.999, step))) + 1e-8);
    }
  }
  std::array<std::int32_t, link_feature_count> rounded{};
  for (std::size_t j = 0; j < weights.size(); ++j) {
    rounded[j] = static_cast<std::int32_t>(std::lround(weights[j] / spread[j] * 10000 * 1000));
  }
  return rounded;
}

LinkCalibration learn_calibration(const std::vector<const Example*>& examples, const LinkModel& model) {
  const auto judged = judged_first(examples, model);
  const double count = std::max<double>(1, static_cast<double>(judged.size()));
  Judged mean;
  for (const Judged& one : judged) {
    mean.score += one.score / count;
    mean.lead += one.lead / count;
  }
  std::array<double, 3> weights{};
  constexpr int rounds = 2000;
  for (int round = 0; round < rounds; ++round) {
    std::array<double, 3> gradient{};
    for (const Judged& one : judged) {
      const std::array<double, 3> of{1, one.score - mean.score, one.lead - mean.lead};
      const double odds = weights[0] + weights[1] * of[1] + weights[2] * of[2];
      const double wrong = 1 / (1 + std::exp(-odds)) - (one.is_right ? 1 : 0);
      for (std::size_t j = 0; j < weights.size(); ++j) gradient[j] += wrong * of[j] / count;
    }
    for (std::size_t j = 0; j < weights.size(); ++j) weights[j] -= 0.2 * gradient[j];
  }
  const auto in_doublings = [](double nats) { return std::llround(nats / std::numbers::ln2 * 4096); };
  return {in_doublings(weights[0] - weights[1] * mean.score - weights[2] * mean.lead), in_doublings(weights[1] / 10),
          in_doublings(weights[2] / 10)};
}

std::vector<RankedLabel> ranked_by(const LinkModel& model, const Example& example) {
  std::vector<RankedLabel> labels = example.labels;
  for (RankedLabel& label : labels) label.score = model.score(label.features);
  std::stable_sort(labels.begin(), labels.end(), [](const RankedLabel& left, const RankedLabel& right) {
    return std::tuple(-left.equal.confidence_bp, -left.score) < std::tuple(-right.equal.confidence_bp, -right.score);
  });
  return labels;
}

}  // namespace passend::quality
