// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "indexer/embed/near_concepts.hpp"
#include "indexer/extract/extractor.hpp"
#include "indexer/geo/postcodes.hpp"
#include "indexer/index/indexer.hpp"
#include "indexer/store/read_log.hpp"
#include "indexer/store/store.hpp"
#include "indexer/taxonomy/taxonomy.hpp"
#include "matcher/criteria/profiles.hpp"
#include "matcher/engine/engine.hpp"
#include "matcher/run/matching_switch.hpp"
#include "matcher/run/recorder.hpp"
#include "matcher/search/search.hpp"
#include "matcher/search/suggest.hpp"
#include "server/api/configured.hpp"
#include "server/api/tripwire.hpp"
#include "server/api/view_budget.hpp"
#include "server/auth/tenants.hpp"
#include "server/http/bell.hpp"
#include "server/http/readiness.hpp"
#include "server/vum/mediator.hpp"

namespace passend::api {

/// What somebody's organisation sees (store::Scope::boundary); null: everything.
using BoundaryPointer = std::shared_ptr<const Boundary>;
/// The engine over what of the newest snapshot of the pool is seen; a request holds what it got to its end.
/// Thread-safe.
using EngineSource = std::function<std::shared_ptr<const engine::Engine>(const BoundaryPointer&)>;
/// The same that weighs like this. Throws configuration for invalid weights.
using WeighedEngineSource =
    std::function<std::shared_ptr<const engine::Engine>(const criteria::Weights&, const BoundaryPointer&)>;
/// Waits until pool and text index hold all changes up to a position of the feed; false when they do not in time.
/// Thread-safe.
using WaitForIndex = std::function<bool(std::int64_t position, std::chrono::milliseconds longest)>;
/// State of the text index as it is now. Thread-safe; throws index_missing, index_corrupt.
using IndexStateSource = std::function<index::IndexState()>;

struct AlgorithmDescription;
}  // namespace passend::api

namespace passend::jobs {
class Jobs;
}

namespace passend::api {

/// Before the name of an action it makes the URI of a processing activity, until an organisation has a register of its
/// own to point to.
inline constexpr const char* default_activity_base = "urn:passend:activity:";

/// Everything that the endpoints stand on. All of it outlives the router.
struct Services {
  store::Store& store;
  store::ReadLog& read_log;
  const search::Searcher& searcher;
  const search::Suggester& suggester;
  const taxonomy::Taxonomy& taxonomy;
  const geo::PostcodeTable& postcodes;
  EngineSource current_engine;  ///< Weighs as default_profile says.
  IndexStateSource index_state;
  const http::Readiness& readiness;
  std::string version;  ///< Of the program.
  run::Recorder& recorder;
  const Executor& executor;
  std::string postcodes_hash;  ///< run::fingerprint(postcodes)
  std::filesystem::path feed_directory{};
  WeighedEngineSource engine_for = {};
  criteria::Profiles profiles = criteria::Profiles::built_in();
  std::string default_profile{criteria::default_profile};  ///< Where a request names none.
  std::shared_ptr<const extract::Extractor> extractor = {};
  std::shared_ptr<const embed::NearConcepts> near_concepts = {};  ///< Null without a language model.
  std::optional<run::MatchingSwitch> matching_switch = {};        ///< Absent: ranking cannot be stopped.
  std::string activity_base{default_activity_base};               ///< Of the URIs of processing activities.
  std::shared_ptr<ViewBudget> view_budget = std::make_shared<ViewBudget>();
  std::shared_ptr<Tripwire> tripwire = std::make_shared<Tripwire>();
  WaitForIndex wait_for_index = {};                            ///< Empty: nobody follows the changes here.
  std::shared_ptr<const AlgorithmDescription> algorithm = {};  ///< For the Algoritmeregister; null: not described.
  std::shared_ptr<vum_mediator::Mediator> exchange = {};       ///< Null: no VUM exchange is asked.
  std::shared_ptr<const auth::Tenants> tenants = {};           ///< Null: the installation is of one organisation.
  Configured configured = {};
  jobs::Jobs* jobs = nullptr;                                              ///< Null: no long work is taken here.
  std::shared_ptr<http::Bell> feed_bell = std::make_shared<http::Bell>();  ///< Rings when there are new pairs.
};

}  // namespace passend::api
