// SPDX-License-Identifier: EUPL-1.2
#include "server/api/exchange.hpp"

#include "server/api/change.hpp"

namespace passend::api {
namespace {

vum_mediator::Mediator& require_exchange(const Services& services) {
  if (services.exchange) return *services.exchange;
  throw Error(ErrorCode::not_found, "This server asks no VUM exchange: it is not configured (docs/vum.md).");
}

template <class IdType>
ExchangeInput<IdType> read_exchange(Input& input, IdType id) {
  ExchangeInput<IdType> read{id, {}, {}};
  read.wanted.distance_km = static_cast<int>(input.number("km", {0, 999}).value_or(read.wanted.distance_km));
  if (input.has("demands")) read.wanted.demands = input.codes<vum_mediator::Demand>("demands", {4, Repeats::refused});
  read.language = input.code<Language>("language").value_or(Language::dutch);
  return read;
}

bool is_open(const Vacancy& vacancy, Date today) {
  return vacancy.status == VacancyStatus::open && (!vacancy.closes || *vacancy.closes >= today);
}

/// The first half of a digest, as the id of somebody whom the store does not know.
Id128 id_of(const std::string& digest) {
  return parse_id128(std::string_view(digest).substr(0, 32)).value_or(Id128{});
}

}  // namespace

ExchangeInput<VacancyId> read_exchange_for_vacancy(Input& input) {
  return read_exchange(input, input.id<VacancyId>("vacancyId"));
}

ExchangeInput<CandidateId> read_exchange_for_candidate(Input& input) {
  return read_exchange(input, input.id<CandidateId>("candidateId"));
}

ExchangeOutput<SearchProfile> AskForCandidates::operator()(const ExchangeInput<VacancyId>& input,
                                                           const store::Scope& scope) const {
  auto& exchange = require_exchange(services);
  const Vacancy vacancy = require_found(services.store.vacancy(input.id, scope), "vacancy").record;
  const Date today = services.current_engine(nullptr)->circumstances().today;
  if (!is_open(vacancy, today)) throw Error(ErrorCode::not_found, "This vacancy is closed.");
  const auto question = vum_mediator::question_about(vacancy, input.wanted);
  return {exchange.candidates(question), question.demands};
}

ExchangeOutput<Vacancy> AskForVacancies::operator()(const ExchangeInput<CandidateId>& input,
                                                    const auth::Caller& caller) const {
  auto& exchange = require_exchange(services);
  const auto profile = require_found(services.store.search_profile(input.id, caller.scope), "candidate").record;
  require_owned(profile.source, caller.scope);
  if (!profile.own_say.allows_showing() || !profile.exchange.is_complete()) {
    throw Error(ErrorCode::conflict,
                "This profile was not released for the exchange by both the person and their mediator. Ask them "
                "first.");
  }
  const auto question = vum_mediator::question_about(profile, input.wanted);
  services.store.note_read(store::RecordKind::portfolio, input.id.value, caller.actor);
  return {exchange.vacancies(question), question.demands};
}

ExchangeDetailsInput read_exchange_details(Input& input) {
  ExchangeDetailsInput read{input.id<CandidateId>("exchangeId"), {}};
  if (!input.has("purpose")) input.refuse("purpose", "says why you open it");
  read.purpose = input.text("purpose", {3, 180}).value_or("");
  return read;
}

ExchangeDetailsOutput OpenExchangeDetails::operator()(const ExchangeDetailsInput& input,
                                                      const auth::Caller& caller) const {
  ExchangeDetailsOutput output;
  auto detail = require_exchange(services).candidate(input.id, [&](const std::string& digest) {
    output.person = CandidateId{id_of(digest)};
    output.left_today = services.view_budget->take(caller.actor.who, output.person, now().date());
    services.store.note_read(store::RecordKind::portfolio, output.person.value,
                             {caller.actor.who, "VUM details: " + input.purpose});
  });
  output.portfolio = std::move(detail.portfolio);
  output.left_of_answer = detail.left;
  return output;
}

}  // namespace passend::api
