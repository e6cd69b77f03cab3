// SPDX-License-Identifier: EUPL-1.2
#include "server/vum/mediator.hpp"

#include "indexer/base/hash.hpp"

namespace passend::vum_mediator {
namespace {

constexpr const char* version = "3.0.0";

/// An answer that nobody can read is a failure of the exchange, not of who asks us.
template <class Read>
auto readable(const Read& read) {
  try {
    return read();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::malformed_document) throw;
    throw Error(ErrorCode::peer_unavailable, std::string("the VUM exchange gave what is no answer: ") + error.what());
  }
}

}  // namespace

Mediator::Mediator(ExchangeAccess access, Transport transport, std::function<Timestamp()> clock)
    : access_(std::move(access)), transport_(std::move(transport)), clock_(std::move(clock)) {}

Found<SearchProfile> Mediator::candidates(const Question& question) {
  const std::string body = answer_to("/werkzoekendeProfielen/matches", question);
  auto answer = readable([&] { return intake::read_vum_profile_matches(body, clock_().date()); });
  std::vector<std::string> vum_ids;
  for (const auto& match : answer.matches) vum_ids.push_back(match.vum_id);
  const auto ids = shown_.show(vum_ids, clock_());
  Found<SearchProfile> found;
  found.complete = !answer.maximum_reached && answer.unreadable == 0;
  for (std::size_t i = 0; i < ids.size(); ++i) {
    found.records.push_back(std::move(answer.matches[i].record));
    found.records.back().id = CandidateId{ids[i]};
  }
  return found;
}

Found<Vacancy> Mediator::vacancies(const Question& question) {
  const std::string body = answer_to("/vacatures/matches", question);
  auto answer = readable([&] { return intake::read_vum_vacancy_matches(body); });
  Found<Vacancy> found;
  found.complete = !answer.maximum_reached && answer.unreadable == 0;
  for (auto& match : answer.matches) {
    found.records.push_back(std::move(match.record));
    found.records.back().id = VacancyId::random();
  }
  return found;
}

Mediator::Detail Mediator::candidate(CandidateId id, const std::function<void(const std::string& digest)>& before) {
  const auto opening = shown_.open(id.value, clock_());
  try {
    Detail detail;
    detail.digest = sha256_hex(opening.vum_id);
    detail.left = opening.left;
    before(detail.digest);
    const auto answer = ask({.url = access_.url + "/werkzoekendeProfielen/" + opening.vum_id});
    if (answer.status == 400 || answer.status == 404) {
      throw Error(ErrorCode::not_found,
                  "The exchange does not show this profile any more. " + std::string(refusal_of(answer).what()));
    }
    if (answer.status != 200) throw refusal_of(answer);
    detail.portfolio = readable([&] { return intake::read_vum_detail(answer.body, clock_().date()); });
    detail.portfolio.search.id = detail.portfolio.detail.id = id;
    return detail;
  } catch (...) {
    if (opening.is_new) shown_.give_back(id.value);
    throw;
  }
}

std::string Mediator::answer_to(const char* path, const Question& question) {
  auto answer = ask({.method = fetch::Method::post,
                     .url = access_.url + path,
                     .fields = {{"Content-Type", "application/json"}},
                     .body = question.body});
  if (answer.status != 200) throw refusal_of(answer);
  return std::move(answer.body);
}

fetch::Answer Mediator::ask(fetch::Request request) {
  if (!calls_.try_acquire()) {
    throw Error(ErrorCode::overloaded, "The VUM exchange is being asked as much as it may be; try again in a second.");
  }
  struct Release {
    std::counting_semaphore<>& calls;
    ~Release() { calls.release(); }
  } const release{calls_};
  for (fetch::Field& field : std::vector<fetch::Field>{{"API-Version", version},
                                                       {"X-VUM-berichtVersie", version},
                                                       {"X-VUM-fromParty", access_.own_oin},
                                                       {"X-VUM-toParty", access_.to_party},
                                                       {"X-VUM-viaParty", access_.via_party},
                                                       {"Accept", "application/json"}}) {
    request.fields.push_back(std::move(field));
  }
  fetch::Rules rules;
  rules.limits = limits;
  rules.authorities_file = access_.authorities_file;
  rules.own = access_.own_certificate;
  return transport_(request, rules);
}

}  // namespace passend::vum_mediator
