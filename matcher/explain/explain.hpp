// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "matcher/engine/match.hpp"

/// Evidence -> words, by ICU MessageFormat templates: no language model, the same facts give the same sentences.
namespace passend::explain {

enum class Style : std::uint8_t {
  dutch,         ///< For the professional; speaks of the candidate and the vacancy.
  dutch_simple,  ///< Plain Dutch, B1: short sentences, common words, to the job seeker ("je").
  english,       ///< For the professional. Names of occupations and competences stay Dutch.
};

struct RenderedCriterion {
  Criterion criterion = Criterion::occupation;
  engine::Side side = engine::Side::demand;
  std::string name;                    ///< "Rijbewijs"
  std::vector<std::string> sentences;  ///< At least one.
  std::string contribution;            ///< "12,34 van 100 punten"; those of a side add up to its score exactly.
};

struct RenderedExplanation {
  std::string headline;  ///< One or two sentences: lane and score.
  std::vector<RenderedCriterion> criteria;
  std::vector<std::string> open_questions;  ///< What to ask, of whom; one for each of PairExplanation::open_questions.
  std::vector<std::string> why_not;         ///< The requirements not met; one for each of PairExplanation::failed.
};

RenderedExplanation render(const engine::PairExplanation& explanation, Style style);
/// What fits on one line of a list: it costs a tenth of the whole, which is one request away.
struct ShortExplanation {
  std::vector<std::string> reasons;         ///< What added most to the score, strongest first; at most two.
  std::vector<std::string> open_questions;  ///< As in RenderedExplanation.
};
ShortExplanation render_short(const engine::PairExplanation& explanation, Style style);

std::string criterion_name(Criterion criterion, Style style);

}  // namespace passend::explain
