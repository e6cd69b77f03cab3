// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/linker.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "indexer/taxonomy/grams.hpp"
#include "indexer/taxonomy/label_variants.hpp"
#include "indexer/text/unicode.hpp"

namespace passend::taxonomy {
namespace {

constexpr int most_for_variant = 9500;
constexpr int most_for_similar = 8900;
constexpr std::size_t longest_text = 400;

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
    for (std::size_t i = 0; i < variants.size(); ++i) find_equal(variants[i], i == 0);
    find_similar(title_core(request_.text.substr(0, longest_text)));
    return best();
  }

 private:
  bool is_in_kind(std::uint32_t label) const { return label - kind_.labels.begin < kind_.labels.count; }

  void find_equal(const LabelVariant& variant, bool is_whole) {
    const std::uint64_t hash = fnv1a(variant.text);
    const auto keys = file_.keys();
    auto row = std::lower_bound(keys.begin(), keys.end(), hash,
                                [](const KeyRow& key, std::uint64_t wanted) { return key.hash < wanted; });
    for (; row != keys.end() && row->hash == hash; ++row) {
      if (!is_in_kind(row->label)) continue;
      const bool is_exact = is_whole && row->is_variant == 0;
      const int most = row->is_variant == 0 ? 10000 : most_for_variant;
      hits_.push_back({row->label, std::min(most, variant.confidence_bp),
                       is_exact ? LinkBasis::exact_label : LinkBasis::label_variant});
    }
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
    const std::uint64_t length = vector_length(squared);
    for (std::uint32_t i = 0; i < dots.size(); ++i) {
      if (dots[i] == 0) continue;
      const std::uint32_t label = kind_.labels.begin + i;
      const std::uint64_t cosine_bp = dots[i] * 2'560'000ULL / (length * std::max(1U, file_.labels()[label].norm));
      const int confidence = static_cast<int>(std::min<std::uint64_t>(cosine_bp, 10000) * most_for_similar / 10000);
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
