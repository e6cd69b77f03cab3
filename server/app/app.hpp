// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <future>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/executor.hpp"
#include "indexer/embed/near_concepts.hpp"
#include "indexer/geo/postcodes.hpp"
#include "indexer/pool/builder.hpp"
#include "indexer/store/read_log.hpp"
#include "indexer/store/store.hpp"
#include "indexer/taxonomy/taxonomy.hpp"
#include "matcher/criteria/profiles.hpp"
#include "matcher/run/matching_switch.hpp"
#include "matcher/run/recorder.hpp"
#include "matcher/search/search.hpp"
#include "matcher/search/suggest.hpp"
#include "server/api/services.hpp"
#include "server/app/engine_cache.hpp"
#include "server/app/feed_keeper.hpp"
#include "server/auth/identity.hpp"
#include "server/events/sender.hpp"
#include "server/http/readiness.hpp"
#include "server/http/server.hpp"
#include "server/jobs/jobs.hpp"
#include "server/privacy/forwarder.hpp"
#include "server/vum/settings.hpp"
#include "server/vum/source.hpp"

namespace passend {

/// What a serving process stands on, opened by the command.
struct AppParts {
  std::unique_ptr<store::Store> store;
  std::unique_ptr<store::ReadLog> read_log;
  std::shared_ptr<const taxonomy::Taxonomy> taxonomy;
  std::shared_ptr<const geo::PostcodeTable> postcodes;
  std::filesystem::path index_directory;
  std::filesystem::path feed_directory;
  std::filesystem::path runs_directory;
  std::filesystem::path pool_directory;
  std::filesystem::path jobs_directory;
  run::MatchingSwitch matching_switch;
  criteria::Profiles profiles = criteria::Profiles::built_in();
  std::string default_profile{criteria::default_profile};         ///< Weighs where a request names no profile.
  std::shared_ptr<const embed::NearConcepts> near_concepts = {};  ///< Over the taxonomy; null without a language model.
  std::string security_contact{};                                 ///< For security.txt, which is absent without one.
  std::optional<events::Settings> events{};                       ///< Absent: nobody is told what changes.
  std::filesystem::path events_directory{};
  std::filesystem::path algorithm_file{};                 ///< For the Algoritmeregister; empty: not described.
  std::optional<auth::Configuration> sign_in{};           ///< Absent: everybody on this machine may ask.
  std::size_t details_a_day = api::ViewBudget::usual;     ///< As ViewBudget.
  std::optional<vum_source::Settings> vum{};              ///< Absent: VUM asks nothing here and is not asked.
  std::string activity_base{api::default_activity_base};  ///< Of the URIs of processing activities.
  std::string read_log_endpoint{};                        ///< Of a collector; empty: the log stays here.
};

/// The composition root of `passend serve`: every object of the running server is made here, and one thread follows the
/// change feed, so that what another process imports is matched and found within a second.
class App {
 public:
  /// Brings pool and index up to date, then binds. Throws configuration for what the server refuses to listen on,
  /// usage for a default profile that there is not.
  App(AppParts parts, http::ServerOptions options, const ProgressSink& progress);
  ~App();

  std::uint16_t port() const { return server_->port(); }
  std::uint16_t metrics_port() const { return server_->metrics_port(); }
  /// Serves until SIGTERM or SIGINT, finishes the requests under way and returns.
  void run();

 private:
  std::vector<http::Route> vum_routes() const;
  std::vector<http::Gauge> gauges() const;
  void note_positions(std::int64_t feed_position);
  bool wait_until_followed(std::int64_t position, std::chrono::milliseconds longest);
  void follow_feed();
  std::int64_t follow_once();
  std::shared_ptr<const pool::Pool> next_pool();
  std::shared_ptr<const pool::Pool> take_merged();

  AppParts parts_;
  Executor executor_;
  pool::Builder builder_;
  EngineCache engines_;
  /// From here to indexed_position_: of the follower alone, once it runs.
  std::future<std::shared_ptr<const pool::Pool>> merging_;  ///< Runs beside following and matching.
  Date engine_day_ = now().date();
  std::int64_t indexed_position_ = 0;
  std::unique_ptr<privacy::Forwarder> forwarder_;  ///< Null without an endpoint.
  /// Of the change feed, for the metrics: where it is, and how far those have come who follow it.
  std::atomic<std::int64_t> feed_position_ = 0;
  std::atomic<std::int64_t> pool_position_ = 0;
  std::atomic<std::int64_t> index_position_ = 0;
  std::unique_ptr<search::Searcher> searcher_;
  std::unique_ptr<search::Suggester> suggester_;
  std::unique_ptr<run::Recorder> recorder_;
  http::Readiness readiness_;
  std::unique_ptr<api::Services> services_;
  std::unique_ptr<jobs::Jobs> jobs_;          ///< Works on the services. Null where another server has the jobs.
  std::unique_ptr<auth::Identity> identity_;  ///< Null without sign-in.
  std::unique_ptr<http::Server> server_;
  std::mutex follow_mutex_;  ///< Of what follows.
  std::condition_variable follow_signal_;
  std::condition_variable followed_signal_;
  std::int64_t followed_position_ = 0;  ///< Up to here pool and index know the store.
  bool hurry_ = false;                  ///< Somebody waits.
  bool stopping_ = false;
  const std::shared_ptr<http::Bell> feed_bell_ = std::make_shared<http::Bell>();
  FeedKeeper feed_keeper_;
  std::optional<events::Sender> sender_;
  std::thread follower_;
};

}  // namespace passend
