// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/link_index.hpp"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "indexer/taxonomy/grams.hpp"
#include "indexer/taxonomy/label_variants.hpp"
#include "indexer/taxonomy/unit_index.hpp"

namespace passend::taxonomy {
namespace {

std::uint32_t as_index(std::size_t value) {
  return static_cast<std::uint32_t>(value);
}

/// The labels of each kind are contiguous because concepts are sorted by kind.
void find_label_ranges(FileContent& content) {
  content.kinds.assign(kind_count, {});
  for (std::uint32_t i = 0; i < content.labels.size(); ++i) {
    Range& range = content.kinds[content.concepts[content.labels[i].owner].kind].labels;
    if (range.count++ == 0) range.begin = i;
  }
}

void index_keys(FileContent& content) {
  for (std::uint32_t i = 0; i < content.labels.size(); ++i) {
    const auto variants = label_variants(content.view(content.labels[i].text));
    for (std::size_t v = 0; v < variants.size(); ++v) {
      content.keys.push_back({fnv1a(variants[v].text), i, v == 0 ? 0U : 1U});
    }
  }
  std::sort(content.keys.begin(), content.keys.end(), [](const KeyRow& left, const KeyRow& right) {
    return std::tuple(left.hash, left.is_variant, left.label) < std::tuple(right.hash, right.is_variant, right.label);
  });
}

void index_grams(FileContent& content, KindRow& kind) {
  std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;  // sequence, label
  const std::uint32_t end = kind.labels.begin + kind.labels.count;
  for (std::uint32_t i = kind.labels.begin; i < end; ++i) {
    for (const std::uint32_t gram : grams_of(label_core(content.view(content.labels[i].text)))) {
      pairs.emplace_back(gram, i);
    }
  }
  std::sort(pairs.begin(), pairs.end());
  std::vector<std::uint64_t> squared(kind.labels.count, 0);
  kind.grams.begin = as_index(content.grams.size());
  for (std::size_t i = 0; i < pairs.size();) {
    const std::uint32_t gram = pairs[i].first;
    const std::uint32_t begin = as_index(content.postings.size());
    for (; i < pairs.size() && pairs[i].first == gram; ++i) content.postings.push_back(pairs[i].second);
    const std::uint32_t count = as_index(content.postings.size()) - begin;
    content.grams.push_back({gram, {begin, count}});
    const std::uint32_t weight = gram_weight(count, kind.labels.count);
    for (std::uint32_t p = begin; p < begin + count; ++p) squared[content.postings[p] - kind.labels.begin] += weight;
  }
  kind.grams.count = as_index(content.grams.size()) - kind.grams.begin;
  for (std::uint32_t i = 0; i < kind.labels.count; ++i) {
    content.labels[kind.labels.begin + i].norm = vector_length(squared[i]);
  }
}

}  // namespace

void build_link_index(FileContent& content) {
  find_label_ranges(content);
  index_keys(content);
  for (KindRow& kind : content.kinds) {
    index_grams(content, kind);
    index_units(content, kind);
  }
}

}  // namespace passend::taxonomy
