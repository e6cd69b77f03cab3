// SPDX-License-Identifier: EUPL-1.2
#include "server/app/feed_keeper.hpp"

#include "indexer/base/error.hpp"
#include "indexer/base/log.hpp"

namespace passend {
namespace {

/// After something went wrong, or while another process keeps the feed.
constexpr auto retry_interval = std::chrono::seconds(5);
constexpr std::size_t changes_at_a_time = 1'000;

}  // namespace

feed::Changed changed_since(store::Store& store, std::int64_t position) {
  feed::Changed changed;
  while (true) {
    const auto batch = store.changes(position, changes_at_a_time);
    for (const auto& change : batch) {
      position = change.position;
      if (change.kind == store::RecordKind::portfolio) changed.candidates.push_back(CandidateId{change.id});
      if (change.kind == store::RecordKind::vacancy) changed.vacancies.push_back(VacancyId{change.id});
    }
    if (batch.size() < changes_at_a_time) return changed;
  }
}

FeedKeeper::FeedKeeper(std::filesystem::path directory, store::Store& store, EngineSource current,
                       const Executor& executor, std::shared_ptr<http::Bell> bell)
    : directory_(std::move(directory)),
      store_(store),
      current_(std::move(current)),
      executor_(executor),
      bell_(std::move(bell)) {}

FeedKeeper::~FeedKeeper() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  signal_.notify_all();
  if (thread_.joinable()) thread_.join();
}

void FeedKeeper::start() {
  thread_ = std::thread([this] { run(); });
}

void FeedKeeper::notify() {
  {
    const std::lock_guard lock(mutex_);
    has_news_ = true;
  }
  signal_.notify_all();
}

bool FeedKeeper::is_stopping() const {
  const std::lock_guard lock(mutex_);
  return stopping_;
}

void FeedKeeper::run() {
  std::string told;
  std::unique_lock lock(mutex_);
  while (true) {
    signal_.wait(lock, [this] { return stopping_ || has_news_; });
    if (stopping_) return;
    has_news_ = false;
    lock.unlock();
    std::string failure;
    try {
      look_once();
    } catch (const std::exception& error) {
      failure = error.what();
    }
    lock.lock();
    if (failure.empty()) continue;
    // Said once, not every five seconds.
    if (failure != told && !stopping_) log(LogLevel::warning, "the feed will be tried again: " + failure);
    told = failure;
    has_news_ = true;
    signal_.wait_for(lock, retry_interval, [this] { return stopping_; });
  }
}

void FeedKeeper::look_once() {
  if (!feed_) feed_.emplace(directory_);
  const auto engine = current_();
  const bool everything = feed_->must_look_at_everything(*engine);
  if (!everything && engine->pool().position() == feed_->position()) return;
  // Read after the engine was taken: what changed later is looked at now for nothing, and once more then.
  const auto changed = everything ? feed::Changed{} : changed_since(store_, feed_->position());
  const auto report = feed_->look(*engine, changed, executor_, {now(), [this] { return is_stopping(); }});
  if (report.announced != 0) {
    bell_->ring();
    log(LogLevel::info, "feed: " + std::to_string(report.newly_fitting) + " pairs newly fit, " +
                            std::to_string(report.announced) + " announced");
  }
}

}  // namespace passend
