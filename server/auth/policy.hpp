// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>

#include "indexer/store/store.hpp"
#include "server/auth/principal.hpp"

/// Who may do what: one table, deny by default (shared with nobody: routes name an action, records are seen by scope).
namespace passend::auth {

/// What a caller wants to do. Each route of the API names one.
enum class Action : std::uint8_t {
  see_status,
  use_taxonomy,  ///< Concepts: suggest, relate, link.
  extract_text,
  search_candidates,
  see_candidate,
  match_candidate,  ///< Vacancies for a person.
  search_vacancies,
  see_vacancy,
  see_employer,
  match_vacancy,  ///< People for a vacancy, and what its demands cost.
  explain_pair,
  see_feed,
  ask_questions,
  see_run,
  see_weights,
  count_  ///< Not an action: how many there are.
};

/// Whether doing it ranks people or vacancies, which is what can be stopped by hand (run::MatchingSwitch). Explanations
/// and the record of earlier runs go on.
bool ranks(Action action);

/// What the caller may see while doing it: the widest that one of their roles gives. Absent: no role of theirs may.
/// A job seeker without a portfolio and an employer without a record may do nothing that is about their own.
std::optional<store::Scope> scope_for(const Principal& principal, Action action);

}  // namespace passend::auth
