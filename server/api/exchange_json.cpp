// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "indexer/model/codec.hpp"
#include "server/api/exchange.hpp"
#include "server/api/view_json.hpp"

namespace passend::api {
namespace {

constexpr const char* source = "vum";

template <class Record, class Summary>
http::Response write(const ExchangeOutput<Record>& output, const char* member, const Summary& summary) {
  Json json;
  json["source"] = source;
  json["complete"] = output.found.complete;
  json["demands"] = Json::array();
  for (const vum_mediator::Demand demand : output.demands) json["demands"].push_back(to_text(demand));
  json["matches"] = Json::array();
  for (const Record& record : output.found.records) {
    Json match;
    match["source"] = source;
    match[member] = summary(record);
    json["matches"].push_back(std::move(match));
  }
  return json_response(json);
}

}  // namespace

http::Response write_exchange_candidates(const ExchangeOutput<SearchProfile>& output,
                                         const ExchangeInput<VacancyId>& input, const Services& services) {
  const Wording wording(services, input.language);
  return write(output, "candidate", [&](const SearchProfile& profile) { return summary_json(profile, wording); });
}

http::Response write_exchange_vacancies(const ExchangeOutput<Vacancy>& output, const ExchangeInput<CandidateId>& input,
                                        const Services& services) {
  const Wording wording(services, input.language);
  return write(output, "vacancy", [&](const Vacancy& vacancy) { return summary_json(vacancy, wording); });
}

http::Response write_exchange_details(const ExchangeDetailsOutput& output, const ExchangeDetailsInput&,
                                      const Services& services) {
  const Wording wording(services, Language::dutch);
  Json json;
  json["source"] = source;
  json["candidate"] = summary_json(output.portfolio.search, wording);
  json["details"] = Json::parse(encode(output.portfolio.detail));
  json["leftOfAnswer"] = output.left_of_answer;
  json["leftToday"] = output.left_today;
  return json_response(json);
}

}  // namespace passend::api
