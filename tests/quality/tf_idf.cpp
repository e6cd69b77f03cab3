// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <unordered_map>

#include "indexer/text/words.hpp"
#include "tests/quality/baselines.hpp"

namespace passend::quality {
namespace {

using Terms = std::map<std::string, double>;  // with their frequency
using TermsOf = std::function<Terms(std::string_view)>;

class TfIdf {
 public:
  TfIdf(const Dataset& dataset, TermsOf terms_of) : terms_of_(std::move(terms_of)) {
    for (std::size_t i = 0; i < dataset.labels.size(); ++i) {
      for (const auto& [term, frequency] : terms_of_(dataset.labels[i].text)) {
        postings_[term].push_back({i, frequency});
      }
    }
    size_ = dataset.labels.size();
    lengths_.resize(size_, 0);
    for (const auto& [term, postings] : postings_) {
      for (const Posting& posting : postings) lengths_[posting.label] += std::pow(posting.frequency * idf(term), 2);
    }
    for (double& length : lengths_) length = std::sqrt(length);
  }

  Ranking rank(std::string_view text) const {
    std::vector<double> dots(size_, 0);
    double squared = 0;
    for (const auto& [term, frequency] : terms_of_(text)) {
      const auto postings = postings_.find(term);
      if (postings == postings_.end()) continue;
      const double weight = frequency * idf(term);
      squared += weight * weight;
      for (const Posting& posting : postings->second) dots[posting.label] += weight * posting.frequency * idf(term);
    }
    Ranking ranking;
    for (std::size_t i = 0; i < size_; ++i) {
      // Rounded to a millionth: what differs only by the order of additions is a tie.
      if (dots[i] > 0) ranking.push_back({i, std::llround(1e6 * dots[i] / (lengths_[i] * std::sqrt(squared)))});
    }
    std::sort(ranking.begin(), ranking.end(), [](const Scored& left, const Scored& right) {
      return left.score != right.score ? left.score > right.score : left.label < right.label;
    });
    return ranking;
  }

 private:
  struct Posting {
    std::size_t label = 0;
    double frequency = 0;
  };

  double idf(const std::string& term) const {
    const auto found = postings_.find(term);
    const double holders = found == postings_.end() ? 0 : static_cast<double>(found->second.size());
    return std::log((1 + static_cast<double>(size_)) / (1 + holders)) + 1;
  }

  TermsOf terms_of_;
  std::unordered_map<std::string, std::vector<Posting>> postings_;
  std::vector<double> lengths_;
  std::size_t size_ = 0;
};

Terms word_terms(std::string_view text) {
  Terms terms;
  for (const text::Word& word : text::words(text)) {
    if (word.form.size() > 1) ++terms[word.form];
  }
  return terms;
}

Terms character_terms(std::string_view text) {
  Terms terms;
  for (const text::Word& word : text::words(text)) {
    const std::string padded = " " + word.form + " ";
    for (std::size_t length = 2; length <= 5; ++length) {
      for (std::size_t i = 0; i + length <= padded.size(); ++i) ++terms[padded.substr(i, length)];
    }
  }
  return terms;
}

Ranker ranker_of(const Dataset& dataset, TermsOf terms_of) {
  const auto index = std::make_shared<TfIdf>(dataset, std::move(terms_of));
  return [index](std::string_view text) { return index->rank(text); };
}

}  // namespace

Ranker word_tf_idf(const Dataset& dataset) {
  return ranker_of(dataset, word_terms);
}

Ranker character_tf_idf(const Dataset& dataset) {
  return ranker_of(dataset, character_terms);
}

}  // namespace passend::quality
