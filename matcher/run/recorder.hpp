// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>

#include "matcher/run/run_log.hpp"

namespace passend::run {

/// Records the runs of a server on a thread of its own, many in one write, so that no answer waits for the disk.
class Recorder {
 public:
  /// Runs that may wait to be written. When the disk fails, this many answers are still given; after that no match is
  /// answered, for none may be given that leaves no record.
  static constexpr std::size_t most_waiting = 1000;

  explicit Recorder(RunLog log);
  /// Writes what is waiting; what a failing disk refuses is logged by number and lost.
  ~Recorder();
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  /// Returns at once. Throws overloaded when most_waiting runs could not be written yet.
  void record(Run run);
  /// Found from the moment when record() has returned.
  std::optional<Run> find(RunId id) const;
  /// Waits until everything given so far is durable; false when a write failed meanwhile and is being tried again.
  bool flush();

  const RunLog& log() const { return log_; }

 private:
  void write_until_stopped();
  void write_waiting(std::unique_lock<std::mutex>& lock);

  RunLog log_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Run> waiting_;  ///< Those being written stand in front until they are durable.
  bool stopping_ = false;
  bool failing_ = false;  ///< The last write failed.
  std::thread writer_;
};

}  // namespace passend::run
