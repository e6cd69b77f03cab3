// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/stemmer.hpp"

#include <xapian.h>

#include <algorithm>

#include "indexer/text/compounds.hpp"

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

const CompoundStems& Stemmer::parts(const std::string& word) {
  if (const auto known = known_parts_.find(word); known != known_parts_.end()) return known->second;
  if (known_parts_.size() >= most_known_words) known_parts_.clear();
  return known_parts_.emplace(word, is_plain_word(word) ? split(word) : CompoundStems()).first->second;
}

CompoundStems Stemmer::split(const std::string& word) {
  const text::Compounds& compounds = text::dutch_compounds();
  CompoundStems stems;
  const auto add = [&](const std::string& part) {
    std::string stemmed = stem(part);
    if (std::find(stems.all.begin(), stems.all.end(), stemmed) == stems.all.end()) stems.all.push_back(stemmed);
    return stemmed;
  };
  for (const std::string& part : compounds.parts(word)) {
    stems.direct.push_back(add(part));
    for (const std::string& smaller : compounds.parts(part)) add(smaller);
  }
  return stems;
}

}  // namespace passend::index
