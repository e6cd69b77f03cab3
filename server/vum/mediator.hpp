// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <semaphore>
#include <string>

#include "indexer/base/error.hpp"
#include "indexer/fetch/fetch.hpp"
#include "indexer/intake/vum_answer.hpp"
#include "server/vum/mediator_question.hpp"
#include "server/vum/shown_profiles.hpp"

/// Passend as a mediator (bemiddelaar) that asks the VUM exchange, koppelvlak 3.0.0 (docs/vum.md).
namespace passend::vum_mediator {

/// Where the exchange is and who we are there.
struct ExchangeAccess {
  std::string url;        ///< Without a slash at its end: "https://.../vum/v3". http on this machine alone.
  std::string own_oin;    ///< X-VUM-fromParty
  std::string to_party;   ///< OIN of the exchange.
  std::string via_party;  ///< OIN of who processes for us; our own when nobody does.
  fetch::ClientCertificate own_certificate = {};
  std::filesystem::path authorities_file = {};  ///< As fetch::Rules.
};

/// Of the exchange we know nothing but its answer; each record has a new id of ours, by which its details are asked.
template <class Record>
struct Found {
  std::vector<Record> records;  ///< In the order of the exchange, which says nothing.
  bool complete = true;         ///< False: there were more than it gives, or some could not be read.
};

/// The exchange is given this long for an answer.
inline constexpr fetch::Limits limits{std::chrono::seconds(3), std::chrono::seconds(10), std::size_t{8} << 20};

using Transport = std::function<fetch::Answer(const fetch::Request&, const fetch::Rules&)>;

/// Asks one question at a time for each of its callers, at most four at once. Nothing of an answer is stored; ids are
/// remembered for a day. Thread-safe. Everything throws peer_unavailable with what the exchange said or why it could
/// not be asked, overloaded while four others wait for it, and configuration for a certificate that cannot be used.
class Mediator {
 public:
  explicit Mediator(ExchangeAccess access, Transport transport = fetch::send, std::function<Timestamp()> clock = now);

  Found<SearchProfile> candidates(const Question& question);
  Found<Vacancy> vacancies(const Question& question);

  struct Detail {
    Portfolio portfolio;
    std::string digest;    ///< 64 hexadecimal digits that stay the same for this profile of the exchange.
    std::size_t left = 0;  ///< Details that may still be asked of the same question.
  };
  /// Of a profile that candidates() gave. Throws as ShownProfiles::open, and not_found when the exchange shows it no
  /// longer. `before` is called before the exchange is asked, with the digest; what it throws ends it all.
  Detail candidate(CandidateId id, const std::function<void(const std::string& digest)>& before);

 private:
  fetch::Answer ask(fetch::Request request);
  std::string answer_to(const char* path, const Question& question);

  ExchangeAccess access_;
  Transport transport_;
  std::function<Timestamp()> clock_;
  std::counting_semaphore<> calls_{4};
  ShownProfiles shown_;
};

/// What a refusal of the exchange says, as one sentence; its details as a violation, for they may repeat a value of the
/// question and are therefore for who asked alone.
Error refusal_of(const fetch::Answer& answer);

}  // namespace passend::vum_mediator
