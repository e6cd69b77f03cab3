// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "indexer/model/codec.hpp"
#include "server/privacy/person_data.hpp"

namespace passend::privacy {
namespace {

using Json = nlohmann::ordered_json;

/// Who of the staff made it is theirs, and how it is numbered here says nothing.
Json proposal_json(const store::Stored<Proposal>& stored) {
  Json json = Json::parse(encode(stored.record));
  for (const char* member : {"source", "proposedBy", "run", "candidate"}) json.erase(member);
  json["changed"] = to_text(stored.changed);
  return json;
}

Json view_json(const store::PersonRead& view) {
  return {{"at", to_text(view.request.ended)},
          {"action", view.act.name},
          {"role", view.act.role},
          {"organisation", view.act.tenant},
          {"purpose", view.act.purpose}};
}

}  // namespace

std::string export_json(const PersonData& person) {
  Json proposals = Json::array();
  for (const auto& proposal : person.proposals) proposals.push_back(proposal_json(proposal));
  Json views = Json::array();
  for (const auto& view : person.views) views.push_back(view_json(view));
  const Json json{{"candidateId", to_text(person.search.record.id)},
                  {"exported", to_text(person.read)},
                  {"version", person.search.version},
                  {"changed", to_text(person.search.changed)},
                  {"searchProfile", Json::parse(encode(person.search.record))},
                  {"detailProfile", Json::parse(encode(person.detail))},
                  {"proposals", std::move(proposals)},
                  {"views", std::move(views)}};
  return json.dump(2) + '\n';
}

}  // namespace passend::privacy
