// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/executor.hpp"
#include "indexer/store/read_log.hpp"
#include "indexer/store/store.hpp"
#include "server/api/services.hpp"
#include "server/http/server.hpp"
#include "server/jobs/jobs.hpp"
#include "tests/http_client/raw_client.hpp"
#include "tests/loopback_exchange/loopback_exchange.hpp"
#include "tests/world/world.hpp"

namespace passend::test {

using Json = nlohmann::json;

/// A request as the router gets it from the gate; with a body that is not null, of JSON.
http::Request request_to(http::Method method, const std::string& target, const Json& body = nullptr);

/// The whole product below the command line on a free port: store, indexes, pool and API over a generated region of the
/// starter taxonomy, in which everybody released their profile, and a VUM exchange beside it.
class RegionServer {
 public:
  RegionServer();
  ~RegionServer();

  Reply get(const std::string& target) const { return ask(port, "GET", target); }
  Reply post(const std::string& target, const Json& body) const { return ask(port, "POST", target, body.dump()); }
  /// The body of a 200; anything else fails the test.
  Json post_ok(const std::string& target, const Json& body) const;
  Json get_ok(const std::string& target) const;

  /// Writes again what a test changed or erased; index and pool stay as they are.
  void put_back() const;

  /// Has a job done that says nothing, if it is not there.
  void add_job(jobs::JobId id, const std::string& owner) const;

  /// Erases a person from the store and leaves index and pool as they are.
  void withdraw(CandidateId candidate);

  world::TemporaryDirectory directory;
  std::shared_ptr<const taxonomy::Taxonomy> taxonomy;
  std::shared_ptr<const geo::PostcodeTable> postcodes;
  std::optional<LoopbackExchange> exchange;  ///< Somebody and a vacancy of another organisation.
  std::unique_ptr<store::Store> store;
  std::unique_ptr<store::ReadLog> read_log;
  CandidateId candidate;  ///< Fits the vacancy below.
  VacancyId vacancy;      ///< One that somebody fits.
  EmployerId employer;
  SelectionId selection;  ///< Of who asks without signing in.
  ProposalId proposal;    ///< Of another person for the vacancy, invited.
  ContactMomentId contact_moment;
  jobs::JobId job;                 ///< Of who asks without signing in, done.
  CandidateId exchange_candidate;  ///< By whom an answer of the exchange knows somebody.
  /// What put_back() writes: everything but the people.
  std::vector<store::Write> originals;
  run::RunId run;                           ///< Of the candidates for the vacancy.
  std::map<CandidateId, Portfolio> people;  ///< As they were generated.
  std::vector<VacancyId> vacancies;         ///< Open and closed.

  Executor executor{2};
  std::shared_ptr<const engine::Engine> engine;
  std::optional<search::Searcher> searcher;
  std::optional<search::Suggester> suggester;
  std::optional<run::Recorder> recorder;
  std::optional<run::MatchingSwitch> matching_switch;  ///< put_back() lets matching go on.
  http::Readiness readiness;
  std::optional<api::Services> services;
  std::unique_ptr<jobs::Jobs> jobs;
  std::optional<http::Server> server;
  std::uint16_t port = 0;

 private:
  std::shared_ptr<const engine::Engine> engine_within(const api::BoundaryPointer& boundary) const;
  std::shared_ptr<const engine::Engine> engine_weighing(const criteria::Weights& weights) const;
  void load();
  void join_exchange();
  void add_casework();
  void choose_pair();
};

}  // namespace passend::test
