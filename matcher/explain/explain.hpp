// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "matcher/engine/match.hpp"

/// Evidence -> words, by ICU MessageFormat templates: no language model, the same facts give the same sentences.
namespace passend::explain {

enum class Style : std::uint8_t {
  dutch,         ///< For the professional.
  dutch_simple,  ///< Plain Dutch, B1.
  english,
};

struct RenderedCriterion {
  Criterion criterion = Criterion::occupation;
  engine::Side side = engine::Side::demand;
  std::string name;                    ///< "Rijbewijs"
  std::vector<std::string> sentences;  ///< At least one.
};

struct RenderedExplanation {
  std::string headline;  ///< One sentence: lane and score.
  std::vector<RenderedCriterion> criteria;
  std::vector<std::string> open_questions;  ///< What to ask, of whom.
  std::vector<std::string> why_not;         ///< The requirements that were not met.
};

RenderedExplanation render(const engine::PairExplanation& explanation, Style style);
std::string criterion_name(Criterion criterion, Style style);

}  // namespace passend::explain
