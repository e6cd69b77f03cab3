// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>

#include "matcher/explain/words.hpp"
#include "matcher/insight/relaxation_steps.hpp"

namespace passend::explain {

/// The sentences about requirements, steps and why-not; what a template may use stands beside it.
enum class InsightPhrase : std::uint8_t {
  requirement,          ///< criterion, name, things
  cost,                 ///< what, side, alone, failing, open
  effect,               ///< fits, fits_sign, open, open_sign (more, fewer, none)
  nearer,               ///< km
  nearer_note,          ///< nothing
  why_not_first,        ///< count, name
  why_not_nothing,      ///< nothing: headline of the explanation follows
  why_not_requirement,  ///< name, sentences, consequence
  waived,               ///< lane, rank, percent
  own_condition,        ///< nothing
  all_waived,           ///< lane, rank, percent
  suggest_place,        ///< title
  suggest_soon          ///< title, days
};

const Wording& wording(InsightPhrase phrase);

/// The template of a step: what, thing, from, to, weeks, date.
const Wording& wording(insight::RelaxationStep::Kind kind);

}  // namespace passend::explain
