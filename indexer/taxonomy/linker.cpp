// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/linker.hpp"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_set>

namespace passend::taxonomy {
namespace {

constexpr std::int64_t log_unit = 4096;  // of a doubling of the odds

/// The best label of each concept, in the order of the labels.
std::vector<RankedLabel> best_of_concepts(const std::vector<RankedLabel>& labels) {
  std::vector<RankedLabel> best;
  std::unordered_set<ConceptIndex> seen;
  for (const RankedLabel& label : labels) {
    if (seen.insert(label.owner).second) best.push_back(label);
  }
  return best;
}

/// The highest score and the next one.
std::pair<std::int64_t, std::int64_t> two_best(const std::vector<RankedLabel>& concepts) {
  constexpr std::int64_t none = -1'000'000'000'000;
  std::pair<std::int64_t, std::int64_t> best{none, none};
  for (const RankedLabel& label : concepts) {
    best.second = std::max(best.second, std::min(best.first, label.score));
    best.first = std::max(best.first, label.score);
  }
  return best;
}

}  // namespace

std::int32_t confidence_of(const LinkCalibration& calibration, std::int64_t score, std::int64_t lead) {
  // 10000 / (1 + 2^-x) for x from -8 to 8, with straight lines between.
  constexpr std::array<std::int64_t, 17> curve{39,   78,   154,  303,  588,  1111, 2000, 3333, 5000,
                                               6667, 8000, 8889, 9412, 9697, 9846, 9922, 9961};
  constexpr std::int64_t far = 1'000'000'000;
  const std::int64_t x = calibration.constant + calibration.by_score * std::clamp(score, -far, far) / 1'000'000 +
                         calibration.by_lead * std::clamp(lead, -far, far) / 1'000'000;
  const std::int64_t at = std::clamp<std::int64_t>(x + 8 * log_unit, 0, 16 * log_unit - 1);
  const auto step = static_cast<std::size_t>(at / log_unit);
  return static_cast<std::int32_t>(curve[step] + (curve[step + 1] - curve[step]) * (at % log_unit) / log_unit);
}

std::vector<RankedLabel> rank_labels(const FileReader& file, const LinkModel& model, const LinkRequest& request) {
  CandidateFinder finder(file, request.kind, model, request.text);
  std::vector<RankedLabel> labels;
  for (const Candidate& candidate : finder.candidates()) {
    RankedLabel& ranked = labels.emplace_back();
    ranked.label = candidate.label;
    ranked.owner = candidate.owner;
    ranked.score = model.score(candidate.features);
    ranked.features = candidate.features;
    if (const auto equal = finder.equal().find(candidate.label); equal != finder.equal().end()) {
      ranked.equal = equal->second;
    }
  }
  // Then preferred labels, the language that stands first, the shorter label, the lower index.
  const auto order = [&](const RankedLabel& ranked) {
    const LabelRow& row = file.labels()[ranked.label];
    return std::tuple(-ranked.equal.confidence_bp, -ranked.score, row.type, row.language, row.text.size, ranked.label);
  };
  std::sort(labels.begin(), labels.end(),
            [&](const RankedLabel& left, const RankedLabel& right) { return order(left) < order(right); });
  return labels;
}

std::vector<Link> link_text(const FileReader& file, const LinkModel& model, const LinkRequest& request) {
  const auto concepts = best_of_concepts(rank_labels(file, model, request));
  const auto [best, next] = two_best(concepts);
  std::vector<Link> links;
  std::int32_t no_surer_than = most_similar_confidence_bp;
  for (const RankedLabel& ranked : concepts) {
    if (links.size() >= request.limit) break;
    const LabelRow& row = file.labels()[ranked.label];
    Link link{.target = row.owner, .confidence_bp = ranked.equal.confidence_bp, .label = file.text(row.text)};
    if (ranked.equal.confidence_bp > 0) {
      link.basis = ranked.equal.basis;
    } else {
      const std::int64_t lead = ranked.score - (ranked.score == best ? next : best);
      no_surer_than = std::min(no_surer_than, confidence_of(model.calibration, ranked.score, lead));
      link.confidence_bp = no_surer_than;
    }
    if (link.confidence_bp < least_confidence_bp) break;
    links.push_back(link);
  }
  return links;
}

}  // namespace passend::taxonomy
