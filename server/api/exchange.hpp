// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <string>
#include <vector>

#include "server/api/records.hpp"
#include "server/auth/caller.hpp"

/// What other organisations have, asked of the VUM exchange. Nothing of it is stored, ranked or indexed here.
namespace passend::api {

/// POST /v1/vacancies/{vacancyId}/_exchange and /v1/candidates/{candidateId}/_exchange
template <class IdType>
struct ExchangeInput {
  IdType id;
  vum_mediator::Wanted wanted;
  Language language = Language::dutch;
};
ExchangeInput<VacancyId> read_exchange_for_vacancy(Input& input);
ExchangeInput<CandidateId> read_exchange_for_candidate(Input& input);

template <class Record>
struct ExchangeOutput {
  vum_mediator::Found<Record> found;
  std::vector<vum_mediator::Demand> demands;  ///< Those that were asked.
};

/// People elsewhere for an open vacancy of ours.
struct AskForCandidates {
  const Services& services;
  ExchangeOutput<SearchProfile> operator()(const ExchangeInput<VacancyId>& input, const store::Scope& scope) const;
};

/// Vacancies elsewhere for a person of ours who released their profile. That the exchange was asked stands in the
/// audit.
struct AskForVacancies {
  const Services& services;
  ExchangeOutput<Vacancy> operator()(const ExchangeInput<CandidateId>& input, const auth::Caller& caller) const;
};

/// POST /v1/exchange/candidates/{exchangeId}/_details: who a person of another organisation is, as much as VUM tells.
/// Counts as somebody outside the own caseload, and stands in the audit with its purpose before it is asked.
struct ExchangeDetailsInput {
  CandidateId id;       ///< As an answer above gave it.
  std::string purpose;  ///< 3..180 characters, in the words of who asks.
};
struct ExchangeDetailsOutput {
  CandidateId person;  ///< As audit and read log name somebody of the exchange: half the SHA-256 of the vumID.
  Portfolio portfolio;
  std::size_t left_of_answer = 0;
  std::size_t left_today = 0;
};
ExchangeDetailsInput read_exchange_details(Input& input);
struct OpenExchangeDetails {
  const Services& services;
  ExchangeDetailsOutput operator()(const ExchangeDetailsInput& input, const auth::Caller& caller) const;
};

http::Response write_exchange_candidates(const ExchangeOutput<SearchProfile>& output,
                                         const ExchangeInput<VacancyId>& input, const Services& services);
http::Response write_exchange_vacancies(const ExchangeOutput<Vacancy>& output, const ExchangeInput<CandidateId>& input,
                                        const Services& services);
http::Response write_exchange_details(const ExchangeDetailsOutput& output, const ExchangeDetailsInput& input,
                                      const Services& services);

}  // namespace passend::api
