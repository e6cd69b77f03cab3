// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/link_features.hpp"

#include <algorithm>
#include <span>

#include "indexer/taxonomy/fixed_log.hpp"
#include "indexer/taxonomy/grams.hpp"

namespace passend::taxonomy {
namespace {

constexpr std::size_t most_near = 400;  ///< Labels taken from the scan ...
constexpr std::size_t most_near_of_a_concept = 3;
constexpr std::size_t most_looked_at = 3000;  ///< ... of as many nearest ones.
constexpr std::int32_t least_nearness = 1500;
constexpr std::size_t longest_title = 400;

std::int32_t share_bp(std::uint64_t part, std::uint64_t whole) {
  return whole == 0 ? 0 : static_cast<std::int32_t>(part / whole);
}

std::int32_t product_bp(std::int32_t left, std::int32_t right) {
  return static_cast<std::int32_t>(std::int64_t{left} * right / 10000);
}

}  // namespace

CandidateFinder::CandidateFinder(const FileReader& file, ConceptKind kind, const LinkModel& model,
                                 std::string_view title)
    : file_(file),
      kind_(file.kinds()[static_cast<std::size_t>(kind)]),
      core_(title_core(title.substr(0, longest_title))),
      title_(file, kind_, model, core_),
      scan_(scan_labels(file, kind_, core_, title_)),
      equal_(equal_labels(file, kind_, title_variants(title.substr(0, longest_title)))),
      contained_(labels_contained_in(file, kind_, core_)) {}

std::vector<std::uint32_t> CandidateFinder::near_labels() const {
  std::vector<std::uint32_t> places;
  for (std::uint32_t i = 0; i < kind_.labels.count; ++i) {
    if (scan_.gram_cosine[i] >= least_nearness || scan_.unit_cosine[i] >= least_nearness) places.push_back(i);
  }
  const auto nearer = [&](std::uint32_t left, std::uint32_t right) {
    const std::int32_t l = scan_.nearness(left);
    const std::int32_t r = scan_.nearness(right);
    return l != r ? l > r : left < right;
  };
  if (places.size() > most_looked_at) {
    std::nth_element(places.begin(), places.begin() + most_looked_at, places.end(), nearer);
    places.resize(most_looked_at);
  }
  std::sort(places.begin(), places.end(), nearer);
  std::vector<std::uint32_t> labels;
  std::unordered_map<ConceptIndex, std::size_t> of_concept;
  for (const std::uint32_t place : places) {
    if (labels.size() == most_near) break;
    const std::uint32_t label = kind_.labels.begin + place;
    if (++of_concept[file_.labels()[label].owner] <= most_near_of_a_concept) labels.push_back(label);
  }
  for (const auto& [label, equal] : equal_) labels.push_back(label);
  labels.insert(labels.end(), contained_.begin(), contained_.end());
  std::sort(labels.begin(), labels.end());
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
  return labels;
}

void CandidateFinder::view_concepts() {
  const auto rows = file_.labels();
  concepts_.resize(file_.concepts().size());
  group_nearness_.resize(most_unit_groups);
  occupations_.resize(most_unit_groups);
  for (std::uint32_t i = 0; i < kind_.labels.count;) {
    const ConceptIndex owner = rows[kind_.labels.begin + i].owner;
    ConceptView view;
    for (; i < kind_.labels.count && rows[kind_.labels.begin + i].owner == owner; ++i) {
      const std::int32_t nearness = scan_.nearness(i);
      view.second = std::max(view.second, std::min(nearness, view.best));
      view.best = std::max(view.best, nearness);
    }
    concepts_[owner] = view;
    if (const std::uint32_t group = file_.concepts()[owner].unit_group; group != 0) {
      group_nearness_[group] += view.best;
      ++occupations_[group];
    }
  }
}

void CandidateFinder::view_units_of(ConceptIndex index) {
  const auto& units = title_.units();
  std::vector<std::int16_t> any(units.size(), 0);
  std::vector<std::int16_t> learned(units.size(), 0);
  std::vector<std::uint64_t> typical(units.size(), 0);  // by labels of the concept
  const Range labels = file_.concepts()[index].labels;
  std::vector<std::uint32_t> all;
  for (const LabelRow& label : file_.labels().subspan(labels.begin, labels.count)) {
    const auto rows = file_.label_units().subspan(label.units.begin, label.units.count);
    for (auto row = rows.begin(); row != rows.end(); ++row) {
      if (std::find(rows.begin(), row, *row) == row) all.push_back(*row);
    }
  }
  std::sort(all.begin(), all.end());
  holders_.clear();
  for (const std::uint32_t row : all) {
    if (holders_.empty() || holders_.back().first != row) holders_.emplace_back(row, 0);
    ++holders_.back().second;
  }
  for (const auto& [row, holders] : holders_) {
    for (std::size_t i = 0; i < units.size(); ++i) {
      const auto likeness = title_.likeness(i, row);
      typical[i] = std::max(typical[i], std::uint64_t{holders} * static_cast<std::uint64_t>(likeness.learned_bp()));
      any[i] = std::max(any[i], likeness.any_bp);
      learned[i] = std::max(learned[i], likeness.learned_bp());
    }
  }
  std::uint64_t sum_any = 0;
  std::uint64_t sum_learned = 0;
  std::uint64_t sum_typical = 0;
  for (std::size_t i = 0; i < units.size(); ++i) {
    sum_any += std::uint64_t{units[i].weight} * static_cast<std::uint64_t>(any[i]);
    sum_typical += units[i].weight * typical[i] / std::max(1U, labels.count);
    sum_learned += std::uint64_t{units[i].weight} * static_cast<std::uint64_t>(learned[i]);
  }
  ConceptView& view = concepts_[index];
  view.title_any = share_bp(sum_any, title_.weight());
  view.title_typical = share_bp(sum_typical, title_.weight());
  view.title_learned = share_bp(sum_learned, title_.weight());
}

std::uint32_t CandidateFinder::holders_of(std::uint32_t row) const {
  const auto found = std::lower_bound(holders_.begin(), holders_.end(), std::pair(row, 0U));
  return found == holders_.end() || found->first != row ? 0 : found->second;
}

std::int32_t CandidateFinder::group_agreement(ConceptIndex index) const {
  const std::uint32_t group = file_.concepts()[index].unit_group;
  if (occupations_[group] < 2) return 0;
  return static_cast<std::int32_t>((group_nearness_[group] - concepts_[index].best) /
                                   (std::int64_t{occupations_[group]} - 1));
}

std::vector<Candidate> CandidateFinder::candidates() {
  const std::vector<std::uint32_t> labels = near_labels();
  std::vector<Candidate> found;
  if (labels.empty()) return found;
  view_concepts();
  odds_.emplace(file_, occupations_, title_);
  ConceptIndex viewed = 0xFFFFFFFF;
  for (const std::uint32_t label : labels) {
    const ConceptIndex owner = file_.labels()[label].owner;
    if (owner != viewed) view_units_of(owner);
    viewed = owner;
    found.push_back({label, owner, judge(label)});
  }
  return found;
}

LinkFeatures CandidateFinder::judge(std::uint32_t label) {
  LinkFeatures features{};
  const LabelRow& row = file_.labels()[label];
  judge_words(row, features);
  judge_heads(row, features);
  judge_shape(label, features);
  return features;
}

void CandidateFinder::judge_words(const LabelRow& label, LinkFeatures& features) {
  const auto rows = file_.label_units().subspan(label.units.begin, label.units.count);
  const auto& units = title_.units();
  struct Sums {
    std::uint64_t same = 0, any = 0, learned = 0, pairs = 0, weight = 0;
    void add(std::uint64_t unit_weight, const TitleUnits::Likeness& best) {
      weight += unit_weight;
      same += best.any_bp == 10000 ? unit_weight * 10000 : 0;
      any += unit_weight * static_cast<std::uint64_t>(best.any_bp);
      pairs += unit_weight * static_cast<std::uint64_t>(best.pair_bp);
    }
  };
  Sums title;
  Sums other;
  std::uint64_t important = 0;
  std::uint64_t typical = 0;
  const std::uint32_t of_concept = std::max(1U, file_.concepts()[label.owner].labels.count);
  std::vector<TitleUnits::Likeness> of_rows(rows.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    TitleUnits::Likeness best;
    for (std::size_t j = 0; j < rows.size(); ++j) {
      const auto likeness = title_.likeness(i, rows[j]);
      for (auto* known : {&best, &of_rows[j]}) {
        known->any_bp = std::max(known->any_bp, likeness.any_bp);
        known->pair_bp = std::max(known->pair_bp, likeness.pair_bp);
      }
    }
    title.add(units[i].weight, best);
    const std::uint64_t importance =
        std::uint64_t{units[i].weight} * static_cast<std::uint64_t>(units[i].importance_bp) / 10000;
    important += importance;
    title.learned += importance * static_cast<std::uint64_t>(best.learned_bp());
  }
  for (std::size_t j = 0; j < rows.size(); ++j) {
    const std::uint64_t weight = file_.units()[rows[j]].weight;
    other.add(weight, of_rows[j]);
    other.learned += weight * static_cast<std::uint64_t>(of_rows[j].learned_bp());
    typical += weight * 10000 * holders_of(rows[j]) / of_concept;
  }
  const auto set = [&](LinkFeature feature, std::int32_t value) {
    features[static_cast<std::size_t>(feature)] = value;
  };
  using enum LinkFeature;
  const std::int32_t title_part = share_bp(title.any, title.weight);
  const std::int32_t label_part = share_bp(other.any, other.weight);
  const std::int32_t title_learned_part = share_bp(title.learned, important);
  const std::int32_t label_learned_part = share_bp(other.learned, other.weight);
  set(title_same, share_bp(title.same, title.weight));
  set(label_same, share_bp(other.same, other.weight));
  set(title_any, title_part);
  set(label_any, label_part);
  set(product_any, product_bp(title_part, label_part));
  set(title_learned, title_learned_part);
  set(label_learned, label_learned_part);
  set(product_learned, product_bp(title_learned_part, label_learned_part));
  set(title_pairs, share_bp(title.pairs, title.weight));
  set(label_pairs, share_bp(other.pairs, other.weight));
  set(label_typical, share_bp(typical, other.weight));
}

void CandidateFinder::judge_heads(const LabelRow& label, LinkFeatures& features) {
  const auto rows = file_.label_units().subspan(label.units.begin, label.units.count);
  if (rows.empty() || title_.units().empty()) return;
  const auto set = [&](LinkFeature feature, std::int32_t value) {
    features[static_cast<std::size_t>(feature)] = value;
  };
  const std::size_t first = title_.first_head();
  const std::size_t last = title_.units().size() - 1;
  const std::uint32_t label_first = rows[label.first_head];
  set(LinkFeature::first_first, title_.likeness(first, label_first).any_bp);
  set(LinkFeature::last_last, title_.likeness(last, rows.back()).any_bp);
  set(LinkFeature::first_last, title_.likeness(first, rows.back()).any_bp);
  set(LinkFeature::last_first, title_.likeness(last, label_first).any_bp);
}

void CandidateFinder::judge_shape(std::uint32_t label, LinkFeatures& features) const {
  const LabelRow& row = file_.labels()[label];
  const std::uint32_t place = label - kind_.labels.begin;
  const ConceptView& view = concepts_[row.owner];
  const auto set = [&](LinkFeature feature, std::int32_t value) {
    features[static_cast<std::size_t>(feature)] = value;
  };
  const auto equal = equal_.find(label);
  const auto label_words = static_cast<std::int32_t>(std::min<std::uint32_t>(row.words, 100));
  const auto title_words = static_cast<std::int32_t>(title_.words());
  const std::int64_t shorter = std::min<std::int64_t>(row.text.size, static_cast<std::int64_t>(core_.size()));
  const std::int64_t longer = std::max<std::int64_t>({1, row.text.size, static_cast<std::int64_t>(core_.size())});
  const std::uint32_t labels = file_.concepts()[row.owner].labels.count;
  set(LinkFeature::gram_cosine, scan_.gram_cosine[place]);
  set(LinkFeature::concept_grams, scan_.concept_grams[row.owner]);
  set(LinkFeature::equal, equal == equal_.end() ? 0 : equal->second.confidence_bp);
  set(LinkFeature::contained, std::binary_search(contained_.begin(), contained_.end(), label) ? 10000 : 0);
  set(LinkFeature::title_concept, view.title_any);
  set(LinkFeature::title_concept_learned, view.title_learned);
  set(LinkFeature::label_words, 1000 * std::min(10, label_words));
  set(LinkFeature::more_words, 1000 * std::clamp(label_words - title_words, 0, 10));
  set(LinkFeature::fewer_words, 1000 * std::clamp(title_words - label_words, 0, 10));
  set(LinkFeature::length_ratio, static_cast<std::int32_t>(10000 * shorter / longer));
  set(LinkFeature::is_preferred, row.type == static_cast<std::uint32_t>(LabelType::preferred) ? 10000 : 0);
  set(LinkFeature::concept_labels, static_cast<std::int32_t>(1000 * log2_fixed(labels) / 4096));
  set(LinkFeature::concept_second, std::min(10000, view.second / 3));
  set(LinkFeature::behind_concept, std::min(10000, (view.best - scan_.nearness(place)) / 3));
  set(LinkFeature::title_typical, view.title_typical);
  const std::uint32_t group = file_.concepts()[row.owner].unit_group;
  set(LinkFeature::major_group, odds_->closeness_bp(GroupOdds::Level::major, group));
  set(LinkFeature::minor_group, odds_->closeness_bp(GroupOdds::Level::minor, group));
  set(LinkFeature::group_agreement, std::min(10000, group_agreement(row.owner) / 3));
}

}  // namespace passend::taxonomy
