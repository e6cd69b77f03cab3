// SPDX-License-Identifier: EUPL-1.2
#include "server/app/app.hpp"

#include <algorithm>

#include "indexer/base/error.hpp"
#include "indexer/base/log.hpp"
#include "indexer/index/indexer.hpp"
#include "server/api/algorithm.hpp"
#include "server/api/routes.hpp"
#include "server/web/pages.hpp"
#include "server/web/security_txt.hpp"

namespace passend {
namespace {

constexpr auto follow_interval = std::chrono::milliseconds(400);

/// As browsers write it in Host: without the scheme.
std::string host_of(const std::string& url) {
  const auto scheme = url.find("://");
  return scheme == std::string::npos ? url : url.substr(scheme + 3);
}

std::shared_ptr<vum_mediator::Mediator> mediator_of(const std::optional<vum_source::Settings>& vum) {
  if (!vum || !vum->exchange) return nullptr;
  return std::make_shared<vum_mediator::Mediator>(*vum->exchange);
}

api::Configured configured(const AppParts& parts, const http::ServerOptions& options) {
  const http::BudgetOptions& budgets = options.budgets;
  return {.signs_in = parts.sign_in.has_value(),
          .speaks_tls = options.tls.has_value(),
          .answers_exchange = parts.vum && !parts.vum->parties.may_ask.empty(),
          .gives_contact_moments = parts.vum && parts.vum->contact_moments.has_value(),
          .passes_read_log_on = !parts.read_log_endpoint.empty(),
          .event_subscribers = parts.events ? parts.events->subscribers.size() : 0,
          .details_a_day = parts.details_a_day,
          .requests_per_second = budgets.requests.per_second,
          .requests_at_once = budgets.requests.burst,
          .sign_ins_per_second = budgets.sign_ins.per_second};
}

/// A second server on the same data directory serves without jobs.
std::unique_ptr<jobs::Jobs> open_jobs(const std::filesystem::path& directory) {
  try {
    return std::make_unique<jobs::Jobs>(jobs::JobsOptions{.directory = directory});
  } catch (const Error& error) {
    if (error.code() != ErrorCode::storage_busy) throw;
    log(LogLevel::warning, std::string("no jobs are taken here: ") + error.what());
    return nullptr;
  }
}

std::shared_ptr<const api::AlgorithmDescription> described(const std::filesystem::path& file) {
  if (file.empty()) return nullptr;
  return std::make_shared<const api::AlgorithmDescription>(api::load_algorithm_description(file));
}

}  // namespace

App::App(AppParts parts, http::ServerOptions options, const ProgressSink& progress)
    : parts_(std::move(parts)),
      builder_(parts_.taxonomy, parts_.postcodes),
      engines_(parts_.profiles.get(parts_.default_profile).weights, executor_),
      feed_keeper_(
          parts_.feed_directory, *parts_.store,
          [this] {
            parts_.matching_switch.require_allowed();
            return engines_.current();
          },
          executor_, feed_bell_) {
  indexed_position_ = index::Indexer(parts_.index_directory, *parts_.store, *parts_.taxonomy).follow(progress).position;
  engines_.renew(builder_.open_or_build(parts_.pool_directory, *parts_.store, progress), engine_day_);
  searcher_ = std::make_unique<search::Searcher>(parts_.index_directory);
  suggester_ = std::make_unique<search::Suggester>(*parts_.taxonomy, searcher_->usage());
  recorder_ = std::make_unique<run::Recorder>(run::RunLog(parts_.runs_directory));
  services_ = std::make_unique<api::Services>(api::Services{
      .store = *parts_.store,
      .read_log = *parts_.read_log,
      .searcher = *searcher_,
      .suggester = *suggester_,
      .taxonomy = *parts_.taxonomy,
      .postcodes = *parts_.postcodes,
      .current_engine = [this] { return engines_.current(); },
      .index_state = [this] { return index::read_state(parts_.index_directory); },
      .readiness = readiness_,
      .version = options.api_version,
      .recorder = *recorder_,
      .executor = executor_,
      .postcodes_hash = run::fingerprint(*parts_.postcodes),
      .feed_directory = parts_.feed_directory,
      .engine_for = [this](const criteria::Weights& weights) { return engines_.weighing(weights); },
      .profiles = parts_.profiles,
      .default_profile = parts_.default_profile,
      .extractor = std::make_shared<const extract::Extractor>(*parts_.taxonomy),
      .near_concepts = parts_.near_concepts,
      .matching_switch = parts_.matching_switch,
      .activity_base = parts_.activity_base,
      .view_budget = std::make_shared<api::ViewBudget>(parts_.details_a_day),
      .wait_for_index = [this](std::int64_t position,
                               std::chrono::milliseconds longest) { return wait_until_followed(position, longest); },
      .algorithm = described(parts_.algorithm_file),
      .exchange = mediator_of(parts_.vum),
      .feed_bell = feed_bell_,
      .configured = configured(parts_, options),
  });
  jobs_ = open_jobs(parts_.jobs_directory);
  services_->jobs = jobs_.get();
  const auto pages = web::with_security_txt(web::pages(web::embedded_files()), parts_.security_contact);
  if (parts_.sign_in) {
    options.public_hosts = {host_of(parts_.sign_in->public_url)};
    const std::ptrdiff_t workers = options.workers == 0 ? std::thread::hardware_concurrency() : options.workers;
    auth::IdentityOptions identity_options;
    identity_options.most_calls = std::max<std::ptrdiff_t>(1, workers / 2);
    identity_ = std::make_unique<auth::Identity>(*parts_.sign_in, std::move(identity_options));
  }
  auto doorway = identity_ ? auth::with_sign_in(*identity_) : auth::without_sign_in();
  auto router = api::make_router(*services_, std::move(doorway), pages, vum_routes());
  note_positions(parts_.store->state().first);
  options.gauges = [this] { return gauges(); };
  server_ = std::make_unique<http::Server>(options, std::move(router), readiness_);
}

std::vector<http::Route> App::vum_routes() const {
  if (!parts_.vum || parts_.vum->parties.may_ask.empty()) return {};
  return vum_source::make_routes({.store = *parts_.store,
                                  .postcodes = *parts_.postcodes,
                                  .read_log = *parts_.read_log,
                                  .activity_base = parts_.activity_base,
                                  .parties = parts_.vum->parties,
                                  .contact_moments = parts_.vum->contact_moments});
}

std::vector<http::Gauge> App::gauges() const {
  const auto gauge = [](const char* name, const char* help, const std::atomic<std::int64_t>& position) {
    return http::Gauge{name, help, static_cast<double>(position.load(std::memory_order_relaxed))};
  };
  return {gauge("passend_feed_position", "The newest change in the store.", feed_position_),
          gauge("passend_pool_position", "The newest change that matching knows.", pool_position_),
          gauge("passend_index_position", "The newest change that searching knows.", index_position_)};
}

void App::note_positions(std::int64_t feed_position) {
  feed_position_.store(feed_position, std::memory_order_relaxed);
  pool_position_.store(engines_.pool()->position(), std::memory_order_relaxed);
  index_position_.store(indexed_position_, std::memory_order_relaxed);
}

App::~App() {
  {
    const std::lock_guard lock(follow_mutex_);
    stopping_ = true;
  }
  follow_signal_.notify_all();
  if (follower_.joinable()) follower_.join();
}

void App::run() {
  if (!parts_.read_log_endpoint.empty()) {
    privacy::ForwarderOptions options;
    options.endpoint = parts_.read_log_endpoint;
    options.version = services_->version;
    forwarder_ = std::make_unique<privacy::Forwarder>(*parts_.read_log, std::move(options));
  }
  feed_keeper_.start();
  if (parts_.events) sender_.emplace(*parts_.events, parts_.events_directory, *parts_.store);
  follower_ = std::thread([this] { follow_feed(); });
  server_->stop_on_signals();
  server_->start();
  server_->wait();
}

void App::follow_feed() {
  std::unique_lock lock(follow_mutex_);
  for (;;) {
    follow_signal_.wait_for(lock, follow_interval, [this] { return stopping_ || hurry_; });
    if (stopping_) return;
    hurry_ = false;
    lock.unlock();
    std::int64_t position = 0;
    try {
      position = follow_once();
    } catch (const std::exception& error) {
      log(LogLevel::warning, std::string("following the change feed failed and will be tried again: ") + error.what());
    }
    lock.lock();
    followed_position_ = std::max(followed_position_, position);
    followed_signal_.notify_all();
  }
}

bool App::wait_until_followed(std::int64_t position, std::chrono::milliseconds longest) {
  std::unique_lock lock(follow_mutex_);
  hurry_ = true;
  follow_signal_.notify_all();
  return followed_signal_.wait_for(lock, longest, [&] { return followed_position_ >= position; });
}

/// What was merged on the thread of its own, once that is done; absent before.
std::shared_ptr<const pool::Pool> App::take_merged() {
  if (!merging_.valid() || merging_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return nullptr;
  return merging_.get();
}

/// The pool as the store is now. A delta that has grown large is merged beside it: the pool goes on from the merged one
/// when that is ready, whatever changed meanwhile.
std::shared_ptr<const pool::Pool> App::next_pool() {
  const auto merged = take_merged();
  auto next = builder_.refresh(merged ? merged : engines_.pool(), *parts_.store);
  if (!merging_.valid() && pool::Builder::merge_is_due(*next)) {
    merging_ = std::async(std::launch::async, [this, next] { return builder_.merge(parts_.pool_directory, *next); });
  }
  return next;
}

/// Returns the position up to which everything is followed.
std::int64_t App::follow_once() {
  const std::int64_t position = parts_.store->state().first;
  note_positions(position);
  const Date today = now().date();
  const auto next = next_pool();
  // A new day is a new engine even without a change: vacancies close and credentials expire by the calendar.
  if (next != engines_.pool() || today != engine_day_) {
    engines_.renew(next, today);
    engine_day_ = today;
    feed_keeper_.notify();
  }
  // On its own count, so that an index that failed (a full disk) is tried again while matching goes on.
  if (position > indexed_position_) {
    indexed_position_ = index::Indexer(parts_.index_directory, *parts_.store, *parts_.taxonomy).follow({}).position;
  }
  note_positions(position);
  return position;
}

}  // namespace passend
