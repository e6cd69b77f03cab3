// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "server/api/fields_json.hpp"
#include "server/api/selections.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {
namespace {

Json selected_json(const SelectedRow& row, const Wording& wording) {
  Json one;
  one["candidateId"] = to_text(row.selected.candidate);
  put(one, "note", row.selected.note);
  put(one, "added", row.selected.added);
  if (row.profile) one["candidate"] = summary_json(*row.profile, wording);
  return one;
}

}  // namespace

http::Response write_selections(const Selections& selections, const SelectionsInput&, const Services&) {
  Json json;
  json["selections"] = Json::array();
  for (const SelectionRow& row : selections) {
    Json one;
    one["selectionId"] = to_text(row.selection.id);
    one["name"] = row.selection.name;
    if (row.selection.vacancy) one["vacancyId"] = to_text(*row.selection.vacancy);
    put(one, "vacancyTitle", row.vacancy_title);
    one["candidates"] = row.selection.candidates.size();
    json["selections"].push_back(std::move(one));
  }
  return json_response(json);
}

http::Response write_selected_candidates(const SelectedCandidates& candidates, const RecordInput<SelectionId>& input,
                                         const Services& services) {
  const Wording wording(services, input.language);
  Json json;
  json["candidates"] = Json::array();
  for (const SelectedRow& row : candidates) json["candidates"].push_back(selected_json(row, wording));
  return json_response(json);
}

std::string line_json(const SelectedRow& row, const Wording& wording) {
  return json_text(selected_json(row, wording));
}

}  // namespace passend::api
