// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/stemmer.hpp"

#include <xapian.h>

#include <algorithm>

namespace passend::index {
namespace {

constexpr std::size_t most_known_words = 50'000;

bool is_plain_word(const std::string& word) {
  return std::none_of(word.begin(), word.end(),
                      [](char byte) { return (byte >= '0' && byte <= '9') || byte == '+' || byte == '#'; });
}

}  // namespace

struct Stemmer::State {
  Xapian::Stem stem{std::string(stemmer_name)};
};

Stemmer::Stemmer() : state_(std::make_unique<State>()) {}
Stemmer::~Stemmer() = default;

const std::string& Stemmer::stem(const std::string& word) {
  if (const auto known = known_.find(word); known != known_.end()) return known->second;
  if (known_.size() >= most_known_words) known_.clear();
  return known_.emplace(word, is_plain_word(word) ? state_->stem(word) : word).first->second;
}

}  // namespace passend::index
