// SPDX-License-Identifier: EUPL-1.2
#include "matcher/run/recorder.hpp"

#include <algorithm>
#include <chrono>

#include "indexer/base/error.hpp"
#include "indexer/base/log.hpp"

namespace passend::run {
namespace {

constexpr auto pause_after_failure = std::chrono::seconds(1);

std::string month_of_run(const Run& run) {
  return to_text(run.time.date()).substr(0, 7);
}

}  // namespace

Recorder::Recorder(RunLog log) : log_(std::move(log)), writer_([this] { write_until_stopped(); }) {}

Recorder::~Recorder() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  writer_.join();
  if (!waiting_.empty())
    passend::log(LogLevel::error, std::to_string(waiting_.size()) + " match runs were not recorded");
}

void Recorder::record(Run run) {
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= most_waiting) {
      throw Error(ErrorCode::overloaded,
                  "the match was not answered because it cannot be recorded: " + std::to_string(waiting_.size()) +
                      " runs wait for the disk of '" + log_.directory().string() + "'");
    }
    waiting_.push_back(std::move(run));
  }
  changed_.notify_all();
}

std::optional<Run> Recorder::find(RunId id) const {
  {
    const std::lock_guard lock(mutex_);
    const auto found = std::find_if(waiting_.begin(), waiting_.end(), [&](const Run& run) { return run.id == id; });
    if (found != waiting_.end()) return *found;
  }
  return log_.find(id);
}

bool Recorder::flush() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return waiting_.empty() || failing_; });
  return waiting_.empty();
}

void Recorder::write_until_stopped() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
    if (!waiting_.empty()) write_waiting(lock);
    if (stopping_ && (waiting_.empty() || failing_)) return;
    if (failing_) changed_.wait_for(lock, pause_after_failure, [this] { return stopping_; });
  }
}

/// Writes the runs in front that belong to one file, and takes them away when they are durable.
void Recorder::write_waiting(std::unique_lock<std::mutex>& lock) {
  std::vector<Record> records;
  for (const auto& run : waiting_) {
    if (month_of_run(run) != month_of_run(waiting_.front())) break;
    records.emplace_back(run);
  }
  lock.unlock();
  std::string failure;
  try {
    for (const auto& notice : log_.append(records)) passend::log(LogLevel::warning, notice);
  } catch (const std::exception& error) {
    failure = error.what();
  }
  if (!failure.empty())
    passend::log(LogLevel::error, "match runs wait to be recorded and will be tried again: " + failure);
  lock.lock();
  failing_ = !failure.empty();
  if (!failing_) waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(records.size()));
  changed_.notify_all();
}

}  // namespace passend::run
