// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "indexer/model/codes.hpp"
#include "indexer/store/store.hpp"
#include "server/auth/caller.hpp"
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
  post_vacancy,
  change_vacancy,  ///< Correct, close or remove it; read it as it was written.
  list_employers,
  add_employer,
  change_employer,  ///< With contact persons; read it as it was written.
  keep_contact_moments,
  keep_selections,
  propose,
  see_proposals,                ///< And answer them.
  open_details,                 ///< Who a person is.
  ask_exchange_for_candidates,  ///< People of other organisations, for a vacancy of ours.
  ask_exchange_for_vacancies,   ///< Vacancies of other organisations, for a person of ours.
  open_exchange_details,        ///< Who a person of another organisation is.
  see_oneself,                  ///< The own portfolio whole, who looked at it, and a download of it.
  change_oneself,               ///< Correct, restrict, object, erase.
  see_audit,                    ///< Who did what to which record.
  verify_audit,                 ///< Whether the chain of it is whole.
  see_reads,                    ///< Who looked at whom.
  see_settings,                 ///< The configuration in force.
  stop_matching,                ///< And let it go on.
  run_jobs,                     ///< Long work that one may do, and the own jobs; what it does is an action of its own.
  answer_person,                ///< What somebody asks of their own data, on their behalf.
  count_                        ///< Not an action: how many there are.
};

/// Whether doing it ranks people or vacancies, which is what can be stopped by hand (run::MatchingSwitch). Explanations
/// and the record of earlier runs go on.
bool ranks(Action action);

/// What the caller may see while doing it: the widest that one of their roles gives. Absent: no role of theirs may.
/// A job seeker without a portfolio and an employer without a record may do nothing that is about their own.
std::optional<store::Scope> scope_for(const Principal& principal, Action action);

/// Somebody who may do it, as scope_for; absent as there. `purpose` is why they do it in their own words, <= 200
/// characters; empty: what the action is called. `boundary` is what their organisation sees; null: everything.
std::optional<Caller> caller_for(const Principal& principal, Action action, std::string purpose,
                                 const std::shared_ptr<const Boundary>& boundary = nullptr);

}  // namespace passend::auth

namespace passend {

/// As in the audit and the read log.
template <>
struct CodeNames<auth::Action> {
  static constexpr CodeTable<auth::Action, static_cast<std::size_t>(auth::Action::count_)> names{{
      {auth::Action::see_status, "see_status"},
      {auth::Action::use_taxonomy, "use_taxonomy"},
      {auth::Action::extract_text, "extract_text"},
      {auth::Action::search_candidates, "search_candidates"},
      {auth::Action::see_candidate, "see_candidate"},
      {auth::Action::match_candidate, "match_candidate"},
      {auth::Action::search_vacancies, "search_vacancies"},
      {auth::Action::see_vacancy, "see_vacancy"},
      {auth::Action::see_employer, "see_employer"},
      {auth::Action::match_vacancy, "match_vacancy"},
      {auth::Action::explain_pair, "explain_pair"},
      {auth::Action::see_feed, "see_feed"},
      {auth::Action::ask_questions, "ask_questions"},
      {auth::Action::see_run, "see_run"},
      {auth::Action::see_weights, "see_weights"},
      {auth::Action::post_vacancy, "post_vacancy"},
      {auth::Action::change_vacancy, "change_vacancy"},
      {auth::Action::list_employers, "list_employers"},
      {auth::Action::add_employer, "add_employer"},
      {auth::Action::change_employer, "change_employer"},
      {auth::Action::keep_contact_moments, "keep_contact_moments"},
      {auth::Action::keep_selections, "keep_selections"},
      {auth::Action::propose, "propose"},
      {auth::Action::see_proposals, "see_proposals"},
      {auth::Action::open_details, "open_details"},
      {auth::Action::ask_exchange_for_candidates, "ask_exchange_for_candidates"},
      {auth::Action::ask_exchange_for_vacancies, "ask_exchange_for_vacancies"},
      {auth::Action::open_exchange_details, "open_exchange_details"},
      {auth::Action::see_oneself, "see_oneself"},
      {auth::Action::change_oneself, "change_oneself"},
      {auth::Action::see_audit, "see_audit"},
      {auth::Action::verify_audit, "verify_audit"},
      {auth::Action::see_reads, "see_reads"},
      {auth::Action::see_settings, "see_settings"},
      {auth::Action::stop_matching, "stop_matching"},
      {auth::Action::run_jobs, "run_jobs"},
      {auth::Action::answer_person, "answer_person"},
  }};
};

}  // namespace passend
