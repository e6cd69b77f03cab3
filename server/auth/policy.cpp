// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/policy.hpp"

#include <algorithm>
#include <array>

namespace passend::auth {
namespace {

/// How much of the records an action shows; the later one is the wider one.
enum class Reach : std::uint8_t {
  none,       ///< May not.
  own,        ///< The own portfolio or the own vacancies.
  no_person,  ///< Everything but people.
  people,     ///< Search profiles as well.
  details,    ///< And who they are.
};

struct Rule {
  Action action;
  std::array<Reach, 8> by_role;  ///< In the order of Role.
};

constexpr Reach none = Reach::none;
constexpr Reach own = Reach::own;
constexpr Reach no_person = Reach::no_person;
constexpr Reach people = Reach::people;
constexpr Reach details = Reach::details;

// What people may see: docs/sign-in.md says it in words.
// clang-format off
constexpr std::array rules{
    //                                 seeker    employer   jobhunter  adviser    manager    admin      auditor    service
    Rule{Action::see_status,          {none,     none,      no_person, no_person, no_person, no_person, no_person, no_person}},
    Rule{Action::use_taxonomy,        {no_person, no_person, no_person, no_person, no_person, no_person, no_person, no_person}},
    Rule{Action::extract_text,        {no_person, no_person, no_person, no_person, none,     none,      none,      no_person}},
    Rule{Action::search_candidates,   {none,     none,      people,    people,    none,      none,      none,      people}},
    Rule{Action::see_candidate,       {own,      none,      people,    people,    none,      none,      none,      people}},
    Rule{Action::match_candidate,     {own,      none,      people,    people,    none,      none,      none,      people}},
    Rule{Action::search_vacancies,    {own,      own,       people,    people,    no_person, none,      none,      people}},
    Rule{Action::see_vacancy,         {own,      own,       people,    people,    no_person, none,      none,      people}},
    Rule{Action::see_employer,        {own,      own,       people,    people,    no_person, none,      none,      people}},
    Rule{Action::match_vacancy,       {none,     none,      people,    people,    none,      none,      none,      people}},
    Rule{Action::explain_pair,        {own,      none,      people,    people,    none,      none,      none,      people}},
    Rule{Action::see_feed,            {own,      none,      people,    people,    none,      none,      none,      people}},
    Rule{Action::ask_questions,       {none,     none,      people,    none,      none,      none,      none,      people}},
    Rule{Action::see_run,             {none,     none,      people,    people,    none,      none,      people,    people}},
    Rule{Action::see_weights,         {none,     none,      no_person, no_person, no_person, no_person, no_person, no_person}},
    Rule{Action::post_vacancy,        {none,     own,       people,    people,    none,      none,      none,      people}},
    Rule{Action::change_vacancy,      {none,     own,       people,    people,    none,      none,      none,      people}},
    Rule{Action::list_employers,      {none,     none,      people,    people,    no_person, none,      none,      people}},
    Rule{Action::add_employer,        {none,     none,      people,    people,    none,      none,      none,      people}},
    Rule{Action::change_employer,     {none,     own,       people,    people,    none,      none,      none,      people}},
    Rule{Action::keep_contact_moments, {none,    none,      people,    people,    none,      none,      none,      people}},
    Rule{Action::keep_selections,     {none,     none,      people,    people,    none,      none,      none,      none}},
    Rule{Action::propose,             {none,     none,      people,    people,    none,      none,      none,      none}},
    Rule{Action::see_proposals,       {own,      own,       people,    people,    none,      none,      none,      none}},
    Rule{Action::open_details,        {none,     none,      details,   none,      none,      none,      none,      none}},
    Rule{Action::ask_exchange_for_candidates, {none, none,  people,    people,    none,      none,      none,      none}},
    Rule{Action::ask_exchange_for_vacancies, {none, none,   people,    none,      none,      none,      none,      none}},
    Rule{Action::open_exchange_details, {none,   none,      people,    none,      none,      none,      none,      none}},
    Rule{Action::see_oneself,         {own,      none,      none,      none,      none,      none,      none,      none}},
    Rule{Action::change_oneself,      {own,      none,      none,      none,      none,      none,      none,      none}},
    Rule{Action::see_audit,           {none,     none,      none,      none,      none,      none,      no_person, none}},
    Rule{Action::verify_audit,        {none,     none,      none,      none,      none,      no_person, no_person, none}},
    Rule{Action::see_reads,           {none,     none,      none,      none,      none,      none,      no_person, none}},
    Rule{Action::see_settings,        {none,     none,      none,      none,      none,      no_person, no_person, none}},
    Rule{Action::stop_matching,       {none,     none,      none,      none,      no_person, no_person, none,      none}},
    Rule{Action::run_jobs,            {none,     none,      people,    people,    none,      no_person, no_person, people}},
    Rule{Action::answer_person,       {none,     none,      none,      none,      none,      details,   none,      none}},
};
// clang-format on

constexpr bool one_rule_per_action() {
  if (rules.size() != static_cast<std::size_t>(Action::count_)) return false;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (static_cast<std::size_t>(rules[i].action) != i) return false;
  }
  return true;
}
static_assert(one_rule_per_action(), "each action has one rule, in the order of the actions");

/// What is one's own depends on which record one has; without a record there is nothing.
std::optional<store::Scope> own_scope(const Principal& principal, Role role) {
  if (role == Role::job_seeker && principal.candidate) return store::Scope::of_candidate(*principal.candidate);
  if (role == Role::employer && principal.employer) return store::Scope::of_employer(*principal.employer);
  return std::nullopt;
}

}  // namespace

bool ranks(Action action) {
  return action == Action::match_candidate || action == Action::match_vacancy || action == Action::see_feed ||
         action == Action::ask_questions;
}

std::optional<store::Scope> scope_for(const Principal& principal, Action action) {
  const Rule& rule = rules[static_cast<std::size_t>(action)];
  Reach widest = Reach::none;
  std::optional<store::Scope> mine;
  for (std::size_t number = 0; number < rule.by_role.size(); ++number) {
    const auto role = static_cast<Role>(number);
    if (!principal.roles.has(role)) continue;
    widest = std::max(widest, rule.by_role[number]);
    if (rule.by_role[number] == Reach::own && !mine) mine = own_scope(principal, role);
  }
  if (widest == Reach::details) return store::Scope::of_mediator();
  if (widest == Reach::people) return store::Scope::pseudonymous();
  if (widest == Reach::no_person) return store::Scope::vacancies_only();
  return mine;
}

namespace {

/// The role that reaches furthest; who has several acts in that one.
Role acting_role(const Principal& principal, Action action) {
  const Rule& rule = rules[static_cast<std::size_t>(action)];
  std::optional<Role> widest;
  for (const Role role : roles_of(principal.roles)) {
    const auto reach = [&rule](Role of) { return rule.by_role[static_cast<std::size_t>(of)]; };
    if (!widest || reach(role) > reach(*widest)) widest = role;
  }
  return widest.value_or(Role::service);
}

}  // namespace

std::optional<Caller> caller_for(const Principal& principal, Action action, std::string purpose,
                                 const std::shared_ptr<const Boundary>& boundary) {
  const auto scope = scope_for(principal, action);
  if (!scope) return std::nullopt;
  if (purpose.empty()) purpose = to_text(action);
  const Role role = acting_role(principal, action);
  const std::string tenant = boundary ? '@' + boundary->tenant : std::string();
  const std::string who = std::string(to_text(role)) + tenant + ':' + principal.subject;
  return Caller{principal, role, scope->within(boundary), {who.substr(0, 120), std::move(purpose)}};
}

}  // namespace passend::auth
