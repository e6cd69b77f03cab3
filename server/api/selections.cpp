// SPDX-License-Identifier: EUPL-1.2
#include "server/api/selections.hpp"

#include <array>
#include <set>

#include "server/api/record_body.hpp"

namespace passend::api {
namespace {

constexpr std::array<std::string_view, 1> owner_of_selection{"owner"};

store::Stored<Selection> require_own(const Services& services, SelectionId id, const auth::Caller& caller) {
  return require_found(services.store.selection(id, caller.principal.subject), "selection of yours");
}

http::Response answer_with(const store::Stored<Selection>& selection, const Change& change, std::string location,
                           bool waited) {
  for (const SelectedCandidate& one : selection.record.candidates) change.shown.push_back(one.candidate);
  return answer_written(selection, std::move(location), waited);
}

/// Nobody stands in it twice, and who is added is there to be seen.
void hold_to_rules(const Services& services, const Selection& selection, const Selection& before,
                   const store::Scope& scope) {
  std::set<CandidateId> known;
  for (const SelectedCandidate& one : before.candidates) known.insert(one.candidate);
  std::set<CandidateId> seen;
  std::vector<Violation> violations;
  for (std::size_t i = 0; i < selection.candidates.size(); ++i) {
    const CandidateId candidate = selection.candidates[i].candidate;
    const std::string place = "/candidates/" + std::to_string(i) + "/candidate";
    if (!seen.insert(candidate).second) violations.push_back({place, "", "stands in the selection once"});
    if (!known.contains(candidate) && !services.store.search_profile(candidate, scope)) {
      violations.push_back({place, "", "is the id of a candidate"});
    }
  }
  if (selection.vacancy && selection.vacancy != before.vacancy && !services.store.vacancy(*selection.vacancy, scope)) {
    violations.push_back({"/vacancy", "", "is the id of a vacancy"});
  }
  if (!violations.empty()) {
    throw Error(ErrorCode::invalid_input, "The selection breaks a rule.", std::move(violations));
  }
}

}  // namespace

SelectionsInput read_selections(Input&) {
  return {};
}

Selections ListSelections::operator()(const SelectionsInput&, const auth::Caller& caller) const {
  Selections rows;
  for (auto& stored : services.store.selections(caller.principal.subject)) {
    SelectionRow row{std::move(stored.record), {}};
    if (row.selection.vacancy) {
      const auto vacancy = services.store.vacancy(*row.selection.vacancy, caller.scope);
      if (vacancy) row.vacancy_title = vacancy->record.title;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

http::Response AddSelection::operator()(const Change& change) const {
  change.input.finish();
  const auto request_once = once(change);
  Selection made;
  name_new(made, request_once, change.caller.scope);
  made.owner = change.caller.principal.subject;
  const Selection selection = read_new(change.request, made, owner_of_selection);
  hold_to_rules(services, selection, made, change.caller.scope);
  const bool waited = carry_out(services, change, {store::Casework(selection)}, request_once);
  return answer_with(require_own(services, selection.id, change.caller), change,
                     "/v1/selections/" + to_text(selection.id), waited);
}

RecordInput<SelectionId> read_selection_id(Input& input) {
  return {input.id<SelectionId>("selectionId")};
}

RecordInput<SelectionId> read_selection_input(Input& input) {
  return {input.id<SelectionId>("selectionId"),
          input.code<Language>("language", Where::query).value_or(Language::dutch)};
}

store::Stored<Selection> GetSelection::operator()(const RecordInput<SelectionId>& input,
                                                  const auth::Caller& caller) const {
  return require_own(services, input.id, caller);
}

SelectedCandidates ListSelectedCandidates::operator()(const RecordInput<SelectionId>& input,
                                                      const auth::Caller& caller) const {
  SelectedCandidates rows;
  for (auto& selected : require_own(services, input.id, caller).record.candidates) {
    auto found = services.store.search_profile(selected.candidate, caller.scope);
    rows.push_back({std::move(selected), found ? std::optional(std::move(found->record)) : std::nullopt});
  }
  return rows;
}

http::Response ChangeSelection::operator()(const Change& change) const {
  const auto id = change.input.id<SelectionId>("selectionId");
  change.input.finish();
  const auto current = require_own(services, id, change.caller);
  const std::int64_t version = seen_version(change.request);
  const Selection selection = read_over(change.request, current.record, owner_of_selection);
  hold_to_rules(services, selection, current.record, change.caller.scope);
  const bool waited = carry_out(services, change, {store::Replacement{selection, version}}, once(change));
  return answer_with(require_own(services, id, change.caller), change, {}, waited);
}

http::Response EraseSelection::operator()(const Change& change) const {
  const auto id = change.input.id<SelectionId>("selectionId");
  change.input.finish();
  require_own(services, id, change.caller);
  const store::Erasure erasure{store::RecordKind::selection, id.value, seen_version(change.request)};
  return answer_erased(carry_out(services, change, {erasure}));
}

}  // namespace passend::api
