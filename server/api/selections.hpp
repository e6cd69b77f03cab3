// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "server/api/change.hpp"
#include "server/api/records.hpp"
#include "server/api/wording.hpp"

/// Shortlists that stay. A selection is there for its owner alone.
namespace passend::api {

/// GET /v1/selections: the own ones, by name.
struct SelectionRow {
  Selection selection;
  std::string vacancy_title;  ///< Empty without vacancy, or when it is no longer there.
};
using Selections = std::vector<SelectionRow>;
struct SelectionsInput {};
SelectionsInput read_selections(Input& input);
struct ListSelections {
  const Services& services;
  Selections operator()(const SelectionsInput& input, const auth::Caller& caller) const;
};
http::Response write_selections(const Selections& selections, const SelectionsInput& input, const Services& services);

/// POST /v1/selections
struct AddSelection {
  const Services& services;
  http::Response operator()(const Change& change) const;
};

/// GET /v1/selections/{selectionId}
RecordInput<SelectionId> read_selection_id(Input& input);
struct GetSelection {
  const Services& services;
  store::Stored<Selection> operator()(const RecordInput<SelectionId>& input, const auth::Caller& caller) const;
};

/// GET /v1/selections/{selectionId}/candidates: who is in it, as far as they are still to be seen.
struct SelectedRow {
  SelectedCandidate selected;
  std::optional<SearchProfile> profile;  ///< Absent: withdrawn, restricted or erased.
};
using SelectedCandidates = std::vector<SelectedRow>;
RecordInput<SelectionId> read_selection_input(Input& input);
struct ListSelectedCandidates {
  const Services& services;
  SelectedCandidates operator()(const RecordInput<SelectionId>& input, const auth::Caller& caller) const;
};
/// One of them by itself.
std::string line_json(const SelectedRow& row, const Wording& wording);

http::Response write_selected_candidates(const SelectedCandidates& candidates, const RecordInput<SelectionId>& input,
                                         const Services& services);

/// PATCH and DELETE /v1/selections/{selectionId}
struct ChangeSelection {
  const Services& services;
  http::Response operator()(const Change& change) const;
};
struct EraseSelection {
  const Services& services;
  http::Response operator()(const Change& change) const;
};

}  // namespace passend::api
