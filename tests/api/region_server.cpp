// SPDX-License-Identifier: EUPL-1.2
#include "tests/api/region_server.hpp"

#include <gtest/gtest.h>

#include "fixtures/generator/generator.hpp"
#include "indexer/index/indexer.hpp"
#include "indexer/pool/builder.hpp"
#include "indexer/store/sqlite_store.hpp"
#include "matcher/criteria/weights.hpp"
#include "server/api/algorithm.hpp"
#include "server/api/openapi_document.hpp"
#include "server/api/routes.hpp"
#include "server/api/runs.hpp"
#include "server/http/target.hpp"

namespace passend::test {

namespace {

/// As for the VUM exchange: with a whole postcode, by the person and their mediator.
void release(Portfolio& portfolio) {
  std::string& postcode = portfolio.search.mobility.postcode;
  if (postcode.size() == 4) postcode += "AB";
  portfolio.search.exchange = {.by_candidate = true, .by_mediator = true};
}

}  // namespace

http::Request request_to(http::Method method, const std::string& target, const Json& body) {
  http::Request request;
  request.method = method;
  request.target = target;
  auto parsed = http::parse_target(target);
  request.segments = std::move(parsed.segments);
  request.query = std::move(parsed.query);
  request.fields = {{"Host", "localhost"}};
  if (!body.is_null()) {
    const bool is_patch = method == http::Method::patch;
    request.fields.push_back({"Content-Type", is_patch ? "application/merge-patch+json" : "application/json"});
    request.body = body.dump();
  }
  return request;
}

RegionServer::RegionServer()
    : taxonomy(world::starter_taxonomy()),
      postcodes(std::make_shared<const geo::PostcodeTable>(
          geo::PostcodeTable::load(PASSEND_SOURCE_DIR "/fixtures/region/gooi-en-vechtstreek.csv"))) {
  store::StoreOptions options;
  options.directory = directory.path() / "store";
  options.key_file = directory.path() / "detail.key";
  options.missing_key = store::MissingKey::create;
  store = store::open_sqlite_store(options);
  read_log = store::open_read_log(directory.path() / "reads", store::ReadLogAccess::read_write);
  load();
  const auto index_directory = directory.path() / "index";
  index::Indexer(index_directory, *store, *taxonomy).rebuild({});
  searcher.emplace(index_directory);
  suggester.emplace(*taxonomy, searcher->usage());
  engine::EngineSettings settings;
  settings.today = generator::GeneratorOptions().today;
  engine = std::make_shared<const engine::Engine>(pool::Builder(taxonomy, postcodes).build(*store, {}),
                                                  criteria::default_weights(), executor, settings);
  choose_pair();
  add_casework();
  for (const CandidateId person : {candidate, people.begin()->first}) {
    originals.emplace_back(store::Record(people.at(person)));
  }
  recorder.emplace(run::RunLog(directory.path() / "runs"));
  services.emplace(
      api::Services{*store,
                    *read_log,
                    *searcher,
                    *suggester,
                    *taxonomy,
                    *postcodes,
                    [this](const auto& boundary) { return engine_within(boundary); },
                    [index_directory] { return index::read_state(index_directory); },
                    readiness,
                    "0.1.0",
                    *recorder,
                    executor,
                    run::fingerprint(*postcodes),
                    {},
                    [this](const criteria::Weights& weights, const auto&) { return engine_weighing(weights); }});
  services->algorithm = std::make_shared<const api::AlgorithmDescription>(
      api::AlgorithmDescription{.organization = "Gemeente Voorbeeld",
                                .contact_email = "algoritmes@voorbeeld.invalid",
                                .status = api::AlgorithmStatus::in_use,
                                .begin_date = "2026-11",
                                .website = {},
                                .lawful_basis = "Participatiewet, artikel 7",
                                .process_index_url = {},
                                .impact_assessments = {{"DPIA", "https://voorbeeld.invalid/dpia"}}});
  jobs::JobsOptions job_options;
  job_options.directory = directory.path() / "jobs";
  job_options.most_waiting = job_options.most_waiting_of_one = job_options.most_kept_of_one = 100'000;
  jobs = std::make_unique<jobs::Jobs>(job_options);
  services->jobs = jobs.get();
  add_job(job = jobs::JobId::random(), "this machine");
  join_exchange();
  services->matching_switch = matching_switch.emplace(directory.path() / "matching");
  services->view_budget = std::make_shared<api::ViewBudget>(10'000);
  services->extractor = std::make_shared<const extract::Extractor>(*taxonomy);
  run = api::record_run(*services, *engine, {run::Direction::candidates_for_vacancy, vacancy.value, {}, {}},
                        engine->candidates_for(vacancy, {}));
  http::ServerOptions server_options;
  server_options.port = 0;
  server_options.budgets.requests = {};
  server_options.api_version = std::string(api::api_version());
  // Everybody on this machine, who is also a job seeker: each operation can be asked for.
  auth::Doorway doorway = auth::without_sign_in();
  doorway.who = [this, staff = doorway.who](const http::Request& request) {
    auto everybody = staff(request);
    everybody->roles.add(auth::Role::job_seeker);
    everybody->candidate = candidate;
    return everybody;
  };
  server.emplace(server_options, api::make_router(*services, std::move(doorway), {}), readiness);
  server->start();
  port = server->port();
}

RegionServer::~RegionServer() {
  server.reset();
  jobs.reset();
}

std::shared_ptr<const engine::Engine> RegionServer::engine_weighing(const criteria::Weights& weights) const {
  const std::shared_ptr<const pool::Pool> pool(engine, &engine->pool());
  return std::make_shared<const engine::Engine>(pool, weights, executor,
                                                engine::EngineSettings{engine->circumstances().today});
}

std::shared_ptr<const engine::Engine> RegionServer::engine_within(const api::BoundaryPointer& boundary) const {
  if (!boundary) return engine;
  return std::make_shared<const engine::Engine>(engine->pool().within(boundary), *engine,
                                                engine->circumstances().today);
}

void RegionServer::load() {
  generator::GeneratorOptions options;
  options.portfolios = 150;
  options.vacancies = 60;
  options.employers = 12;
  std::vector<store::Write> batch;
  generator::generate(options, *taxonomy, *postcodes, [&](store::Record record) {
    if (auto* portfolio = std::get_if<Portfolio>(&record)) release(*portfolio);
    if (const auto* portfolio = std::get_if<Portfolio>(&record)) people.emplace(portfolio->search.id, *portfolio);
    if (const auto* made = std::get_if<Vacancy>(&record)) vacancies.push_back(made->id);
    if (const auto* made = std::get_if<Employer>(&record)) employer = made->id;
    if (!std::holds_alternative<Portfolio>(record)) originals.emplace_back(record);
    batch.emplace_back(std::move(record));
  });
  store->write(batch, {"test", "load a region"});
}

/// The other organisation has the first of our people once more, and a vacancy of ours.
void RegionServer::join_exchange() {
  exchange.emplace(*postcodes);
  exchange->write(people.at(candidate));
  Vacancy elsewhere = store->vacancy(vacancy, store::Scope::vacancies_only())->record;
  elsewhere.employer_id.reset();
  elsewhere.released_for_exchange = true;
  exchange->write(elsewhere);
  services->exchange = std::make_shared<vum_mediator::Mediator>(exchange->access());
  const auto found = services->exchange->candidates(
      vum_mediator::question_about(people.at(candidate).search, {.distance_km = 999, .demands = {}}));
  if (found.records.size() != 1) return ADD_FAILURE() << "the exchange does not have whom it was given";
  exchange_candidate = found.records.front().id;
}

void RegionServer::choose_pair() {
  for (std::uint32_t row = 0; row < engine->pool().vacancy_rows(); ++row) {
    const auto page = engine->candidates_for(engine->pool().vacancy_id(row), {});
    if (page.rows.empty()) continue;
    vacancy = engine->pool().vacancy_id(row);
    candidate = CandidateId{page.rows.front().id};
    return;
  }
  ADD_FAILURE() << "nobody in the region fits any vacancy";
}

Json RegionServer::post_ok(const std::string& target, const Json& body) const {
  const Reply reply = post(target, body);
  EXPECT_EQ(reply.status, 200) << target << ' ' << body << '\n' << reply.body;
  return Json::parse(reply.body);
}

Json RegionServer::get_ok(const std::string& target) const {
  const Reply reply = get(target);
  EXPECT_EQ(reply.status, 200) << target << '\n' << reply.body;
  return Json::parse(reply.body);
}

void RegionServer::add_casework() {
  Selection list;
  list.id = selection = SelectionId::random();
  list.source = {"test", "selection"};
  list.name = "Magazijn";
  list.owner = "this machine";
  list.vacancy = vacancy;
  list.candidates = {{candidate, "Kan maandag beginnen.", Date::of(2026, 11, 2)}};
  Proposal put_forward;
  put_forward.id = proposal = ProposalId::random();
  put_forward.source = {"test", "proposal"};
  const auto first = people.begin();
  put_forward.candidate = first->first != candidate ? first->first : std::next(first)->first;
  put_forward.vacancy = vacancy;
  put_forward.employer = employer;
  put_forward.step = ProposalStep::invited;
  put_forward.proposed_by = "this machine";
  ContactMoment moment;
  moment.id = contact_moment = ContactMomentId::random();
  moment.source = {"test", "contact moment"};
  moment.employer = employer;
  moment.day = *Date::of(2026, 11, 3);
  for (const store::Casework& record : {store::Casework(list), store::Casework(put_forward), store::Casework(moment)}) {
    originals.emplace_back(record);
  }
  put_back();
}

void RegionServer::add_job(jobs::JobId id, const std::string& owner) const {
  auto added = jobs->add({.id = id, .owner = owner, .content = "", .work = [](const jobs::JobSite&) {
                            return jobs::JobResult{.text = R"({"whole":true,"rows":0,"problems":[]})"};
                          }});
  while (!jobs::has_ended(added.state)) added = *jobs->wait_for_change(added, std::chrono::seconds(10));
}

void RegionServer::put_back() const {
  if (jobs) add_job(job, "this machine");
  if (matching_switch && matching_switch->stop()) matching_switch->allow_matching();
  std::vector<store::Write> batch;
  for (const auto& made : store->proposals(candidate, store::Scope::pseudonymous())) {
    batch.emplace_back(store::Erasure{store::RecordKind::proposal, made.record.id.value, {}});
  }
  batch.insert(batch.end(), originals.begin(), originals.end());
  store->write(batch, {"test", "put back"});
}

void RegionServer::withdraw(CandidateId person) {
  std::erase_if(originals, [&](const store::Write& write) {
    const auto* record = std::get_if<store::Record>(&write);
    const auto* portfolio = record == nullptr ? nullptr : std::get_if<Portfolio>(record);
    return portfolio != nullptr && portfolio->search.id == person;
  });
  store->write({store::Erasure{store::RecordKind::portfolio, person.value}}, {"test", "withdraw"});
}

}  // namespace passend::test
