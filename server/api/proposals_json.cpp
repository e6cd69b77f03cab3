// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "indexer/model/codec.hpp"
#include "server/api/proposals.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {
namespace {

http::Response write_rows(const Proposals& proposals, Language language, const Services& services) {
  const Wording wording(services, language);
  Json json;
  json["proposals"] = Json::array();
  for (const ProposalRow& row : proposals) {
    Json one;
    one["proposal"] = Json::parse(encode(row.proposal));
    if (row.candidate) one["candidate"] = summary_json(*row.candidate, wording);
    if (row.vacancy) one["vacancy"] = summary_json(*row.vacancy, wording);
    json["proposals"].push_back(std::move(one));
  }
  return json_response(json);
}

}  // namespace

http::Response write_proposals_of_candidate(const Proposals& proposals, const RecordInput<CandidateId>& input,
                                            const Services& services) {
  return write_rows(proposals, input.language, services);
}

http::Response write_proposals_of_vacancy(const Proposals& proposals, const RecordInput<VacancyId>& input,
                                          const Services& services) {
  return write_rows(proposals, input.language, services);
}

}  // namespace passend::api
