// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

#include "indexer/base/executor.hpp"
#include "indexer/store/store.hpp"
#include "matcher/engine/engine.hpp"
#include "matcher/feed/feed.hpp"
#include "server/http/bell.hpp"

namespace passend {

/// Keeps the feed of newly fitting pairs on a thread of its own, so that matching never waits for it. Another process
/// that serves the same data directory may keep it instead: then this one tries again, and readers see the same feed.
class FeedKeeper {
 public:
  using EngineSource = std::function<std::shared_ptr<const engine::Engine>()>;

  /// Everything given outlives the keeper.
  /// `bell` is rung when pairs have been announced.
  FeedKeeper(std::filesystem::path directory, store::Store& store, EngineSource current, const Executor& executor,
             std::shared_ptr<http::Bell> bell);
  /// Stops between two vacancies.
  ~FeedKeeper();
  FeedKeeper(const FeedKeeper&) = delete;
  FeedKeeper& operator=(const FeedKeeper&) = delete;

  void start();
  /// There is a newer engine.
  void notify();

 private:
  void run();
  void look_once();
  bool is_stopping() const;

  const std::filesystem::path directory_;
  store::Store& store_;
  const EngineSource current_;
  const Executor& executor_;
  const std::shared_ptr<http::Bell> bell_;
  std::optional<feed::Feed> feed_;
  mutable std::mutex mutex_;
  std::condition_variable signal_;
  bool has_news_ = true;
  bool stopping_ = false;
  std::thread thread_;
};

/// Ids of what changed in the store after a position.
feed::Changed changed_since(store::Store& store, std::int64_t position);

}  // namespace passend
