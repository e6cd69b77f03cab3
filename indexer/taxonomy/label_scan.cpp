// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/label_scan.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <string>

#include "indexer/taxonomy/fixed_log.hpp"
#include "indexer/taxonomy/grams.hpp"

namespace passend::taxonomy {
namespace {

constexpr std::int32_t most_for_variant = 9500;
constexpr std::size_t longest_run = 6;  // words
constexpr ConceptIndex no_concept = 0xFFFFFFFF;

/// A sum of weights over two lengths in sixteenths, as basis points.
std::int32_t cosine_bp(std::uint64_t dot, std::uint64_t left, std::uint64_t right) {
  const std::uint64_t cosine = dot * (10000ULL * 256) / std::max<std::uint64_t>(1, left * right);
  return static_cast<std::int32_t>(std::min<std::uint64_t>(10000, cosine));
}

void scan_grams(const FileReader& file, const KindRow& kind, std::string_view core, LabelScan& scan) {
  const auto grams = file.grams().subspan(kind.grams.begin, kind.grams.count);
  std::vector<std::uint32_t> dots(kind.labels.count, 0);
  std::vector<std::uint32_t> found(file.concepts().size(), 0);
  std::uint64_t squared = 0;
  for (const std::uint32_t gram : grams_of(core)) {
    const auto row = std::lower_bound(grams.begin(), grams.end(), gram,
                                      [](const GramRow& left, std::uint32_t wanted) { return left.bytes < wanted; });
    const bool is_known = row != grams.end() && row->bytes == gram;
    const std::uint32_t weight = gram_weight(is_known ? row->postings.count : 1, kind.labels.count);
    squared += weight;
    if (!is_known) continue;
    ConceptIndex last = no_concept;  // The labels of a concept follow one another.
    for (const std::uint32_t label : file.postings().subspan(row->postings.begin, row->postings.count)) {
      dots[label - kind.labels.begin] += weight;
      const ConceptIndex owner = file.labels()[label].owner;
      if (owner != last) found[owner] += weight;
      last = owner;
    }
  }
  const std::uint64_t length = vector_length(squared);
  scan.gram_cosine.assign(kind.labels.count, 0);
  for (std::uint32_t i = 0; i < kind.labels.count; ++i) {
    if (dots[i] > 0) scan.gram_cosine[i] = cosine_bp(dots[i], length, file.labels()[kind.labels.begin + i].norm);
  }
  scan.concept_grams.assign(found.size(), 0);
  for (std::size_t i = 0; i < found.size(); ++i) {
    scan.concept_grams[i] = static_cast<std::int32_t>(
        std::min<std::uint64_t>(10000, found[i] * 10000ULL / std::max<std::uint64_t>(1, squared)));
  }
}

/// The units of the title with their weights, and what each is related to with that share of the smaller weight.
std::map<std::uint32_t, std::uint32_t> asked_units(const FileReader& file, const TitleUnits& title) {
  std::map<std::uint32_t, std::uint32_t> asked;
  const auto ask = [&](std::uint32_t row, std::uint64_t weight) {
    std::uint32_t& known = asked[row];
    known = std::max(known, static_cast<std::uint32_t>(weight));
  };
  for (const TitleUnit& unit : title.units()) {
    if (unit.row) ask(*unit.row, unit.weight);
    for (const UnitRelationRow& row : unit.related) {
      ask(row.unit, std::uint64_t{row.likeness_bp} * std::min(unit.weight, file.units()[row.unit].weight) / 10000);
    }
    for (const UnitRelationRow& row : unit.learned) {
      ask(row.unit, std::uint64_t{row.likeness_bp} * file.units()[row.unit].weight / 10000);
    }
  }
  return asked;
}

std::vector<std::int32_t> unit_cosines(const FileReader& file, const KindRow& kind, const TitleUnits& title) {
  std::vector<std::uint32_t> dots(kind.labels.count, 0);
  for (const auto& [row, weight] : asked_units(file, title)) {
    const Range range = file.units()[row].postings;
    for (const std::uint32_t label : file.postings().subspan(range.begin, range.count)) {
      dots[label - kind.labels.begin] += weight;
    }
  }
  const std::uint64_t length = vector_length(title.weight());
  std::vector<std::int32_t> cosines(kind.labels.count, 0);
  for (std::uint32_t i = 0; i < kind.labels.count; ++i) {
    if (dots[i] == 0) continue;
    cosines[i] = cosine_bp(dots[i], length, vector_length(file.labels()[kind.labels.begin + i].unit_weight));
  }
  return cosines;
}

std::span<const KeyRow> rows_of(const FileReader& file, std::string_view key) {
  const std::uint64_t hash = fnv1a(key);
  const auto keys = file.keys();
  const auto begin = std::lower_bound(keys.begin(), keys.end(), hash,
                                      [](const KeyRow& row, std::uint64_t wanted) { return row.hash < wanted; });
  const auto end = std::find_if(begin, keys.end(), [&](const KeyRow& row) { return row.hash != hash; });
  return {begin, end};
}

bool is_in(const KindRow& kind, std::uint32_t label) {
  return label - kind.labels.begin < kind.labels.count;
}

}  // namespace

LabelScan scan_labels(const FileReader& file, const KindRow& kind, std::string_view core, const TitleUnits& title) {
  LabelScan scan;
  scan_grams(file, kind, core, scan);
  scan.unit_cosine = unit_cosines(file, kind, title);
  return scan;
}

std::unordered_map<std::uint32_t, EqualLabel> equal_labels(const FileReader& file, const KindRow& kind,
                                                           const std::vector<LabelVariant>& readings) {
  std::unordered_map<std::uint32_t, EqualLabel> found;
  for (std::size_t i = 0; i < readings.size(); ++i) {
    for (const KeyRow& row : rows_of(file, readings[i].text)) {
      if (!is_in(kind, row.label)) continue;
      const bool is_label = row.is_variant == 0;
      const std::int32_t confidence = std::min(is_label ? 10000 : most_for_variant, readings[i].confidence_bp);
      const LinkBasis basis = is_label && i == 0 ? LinkBasis::exact_label : LinkBasis::label_variant;
      EqualLabel& known = found[row.label];
      if (confidence > known.confidence_bp) known = {confidence, basis};
    }
  }
  return found;
}

std::vector<std::uint32_t> labels_contained_in(const FileReader& file, const KindRow& kind, std::string_view text) {
  const auto words = gram_words(text);
  std::vector<std::uint32_t> found;
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    std::string run;
    std::string compound;
    for (std::size_t end = begin; end < std::min(words.size(), begin + longest_run); ++end) {
      run += (run.empty() ? "" : " ") + std::string(words[end]);
      compound += words[end];
      for (const std::string& key : {run, compound}) {
        for (const KeyRow& row : rows_of(file, key)) {
          if (is_in(kind, row.label)) found.push_back(row.label);
        }
      }
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace passend::taxonomy
