// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string_view>
#include <vector>

#include "indexer/embed/near_concepts.hpp"
#include "indexer/extract/label_spotter.hpp"
#include "indexer/extract/proposal.hpp"
#include "indexer/taxonomy/taxonomy.hpp"

namespace passend::extract {

/// What was read; with a language model, whether that helped.
struct Extraction {
  std::vector<Proposal> proposals;
  std::optional<embed::Help> help;
};

/// Reads texts for what they demand (a vacancy) or tell of a person (a CV). Safe for any number of threads.
class Extractor {
 public:
  /// Reads all labels of the taxonomy once; it has to outlive the object.
  explicit Extractor(const taxonomy::Taxonomy& taxonomy) : taxonomy_(taxonomy), spotter_(taxonomy) {}

  /// What the text seems to say, in the order of the text; each thing once, with the strongest importance and the
  /// evidence of the surest place. Any bytes are a text; ill-formed ones part words. The same text gives the same
  /// answer. Time grows with the length of the text.
  std::vector<Proposal> extract(std::string_view text, TextKind kind) const;
  /// The same, and what a language model adds where the rules read nothing. Without help the proposals are the same.
  Extraction extract(std::string_view text, TextKind kind, const embed::NearConcepts& near) const;

 private:
  std::vector<Proposal> read(const Reading& reading) const;  // Things may stand there more than once.

  const taxonomy::Taxonomy& taxonomy_;
  LabelSpotter spotter_;
};

}  // namespace passend::extract
