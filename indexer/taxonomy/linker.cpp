// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/linker.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <tuple>
#include <unordered_set>

#include "indexer/taxonomy/grams.hpp"
#include "indexer/taxonomy/label_variants.hpp"
#include "indexer/text/unicode.hpp"

namespace passend::taxonomy {
namespace {

constexpr int most_for_variant = 9500;
constexpr int most_for_similar = 8900;
constexpr std::size_t longest_text = 400;
constexpr std::size_t longest_run = 6;  // words
/// A label that stands in the text as it is closes this part of the distance to certainty (MELO: .493 -> .498).
constexpr std::uint64_t contained_percent = 25;

struct Hit {
  std::uint32_t label = 0;
  int confidence_bp = 0;
  LinkBasis basis = LinkBasis::similar_text;
};

class Linker {
 public:
  Linker(const FileReader& file, const LinkRequest& request)
      : file_(file), request_(request), kind_(file.kinds()[static_cast<std::size_t>(request.kind)]) {}

  std::vector<Link> link() {
    const std::vector<LabelVariant> variants = title_variants(request_.text.substr(0, longest_text));
    for (std::size_t i = 0; i < variants.size(); ++i) {
      find_equal(variants[i], i == 0 ? LinkBasis::exact_label : LinkBasis::label_variant);
    }
    find_similar(title_core(request_.text.substr(0, longest_text)));
    return best();
  }

 private:
  bool is_in_kind(std::uint32_t label) const { return label - kind_.labels.begin < kind_.labels.count; }

  std::span<const KeyRow> rows_of(std::string_view key) const {
    const std::uint64_t hash = fnv1a(key);
    const auto keys = file_.keys();
    const auto begin = std::lower_bound(keys.begin(), keys.end(), hash,
                                        [](const KeyRow& row, std::uint64_t wanted) { return row.hash < wanted; });
    const auto end = std::find_if(begin, keys.end(), [&](const KeyRow& row) { return row.hash != hash; });
    return {begin, end};
  }

  void find_equal(const LabelVariant& variant, LinkBasis best_basis) {
    for (const KeyRow& row : rows_of(variant.text)) {
      if (!is_in_kind(row.label)) continue;
      const int most = row.is_variant == 0 ? 10000 : most_for_variant;
      hits_.push_back({row.label, std::min(most, variant.confidence_bp),
                       row.is_variant == 0 ? best_basis : LinkBasis::label_variant});
    }
  }

  /// Labels that stand in the text as whole words one after the other, or as one compound of them.
  std::unordered_set<std::uint32_t> labels_contained_in(std::string_view text) const {
    const auto words = gram_words(text);
    std::unordered_set<std::uint32_t> found;
    for (std::size_t begin = 0; begin < words.size(); ++begin) {
      std::string run;
      std::string compound;
      for (std::size_t end = begin; end < std::min(words.size(), begin + longest_run); ++end) {
        run += (run.empty() ? "" : " ") + std::string(words[end]);
        compound += words[end];
        for (const std::string& key : {run, compound}) {
          for (const KeyRow& row : rows_of(key)) {
            if (is_in_kind(row.label)) found.insert(row.label);
          }
        }
      }
    }
    return found;
  }

  void find_similar(const std::string& text) {
    const auto grams = file_.grams().subspan(kind_.grams.begin, kind_.grams.count);
    std::vector<std::uint32_t> dots(kind_.labels.count, 0);
    std::uint64_t squared = 0;
    for (const std::uint32_t gram : grams_of(text)) {
      const auto row = std::lower_bound(grams.begin(), grams.end(), gram,
                                        [](const GramRow& left, std::uint32_t wanted) { return left.bytes < wanted; });
      const bool is_known = row != grams.end() && row->bytes == gram;
      const std::uint32_t weight = gram_weight(is_known ? row->postings.count : 1, kind_.labels.count);
      squared += weight;
      if (!is_known) continue;
      for (const std::uint32_t label : file_.postings().subspan(row->postings.begin, row->postings.count)) {
        dots[label - kind_.labels.begin] += weight;
      }
    }
    add_similar(dots, vector_length(squared), labels_contained_in(text));
  }

  void add_similar(const std::vector<std::uint32_t>& dots, std::uint64_t length,
                   const std::unordered_set<std::uint32_t>& contained) {
    for (std::uint32_t i = 0; i < dots.size(); ++i) {
      if (dots[i] == 0) continue;
      const std::uint32_t label = kind_.labels.begin + i;
      const std::uint64_t other = std::max(1U, file_.labels()[label].norm);
      // Lengths are in sixteenths.
      std::uint64_t likeness = std::min<std::uint64_t>(10000, dots[i] * (10000ULL * 256) / (length * other));
      if (contained.contains(label)) likeness += (10000 - likeness) * contained_percent / 100;
      const int confidence = static_cast<int>(likeness * most_for_similar / 10000);
      if (confidence >= least_confidence_bp) hits_.push_back({label, confidence, LinkBasis::similar_text});
    }
  }

  /// Surer first; then preferred labels, the language that stands first, the shorter label, the lower index.
  auto order_of(const Hit& hit) const {
    const LabelRow& label = file_.labels()[hit.label];
    return std::tuple(-hit.confidence_bp, label.type, label.language, label.text.size, hit.label);
  }

  std::vector<Link> best() {
    std::sort(hits_.begin(), hits_.end(),
              [&](const Hit& left, const Hit& right) { return order_of(left) < order_of(right); });
    std::vector<Link> links;
    for (const Hit& hit : hits_) {
      if (links.size() >= request_.limit) break;
      const LabelRow& label = file_.labels()[hit.label];
      const bool is_known =
          std::any_of(links.begin(), links.end(), [&](const Link& link) { return link.target == label.owner; });
      if (!is_known) links.push_back({label.owner, hit.confidence_bp, file_.text(label.text), hit.basis});
    }
    return links;
  }

  const FileReader& file_;
  const LinkRequest& request_;
  const KindRow& kind_;
  std::vector<Hit> hits_;
};

}  // namespace

std::vector<Link> link_text(const FileReader& file, const LinkRequest& request) {
  return Linker(file, request).link();
}

}  // namespace passend::taxonomy
