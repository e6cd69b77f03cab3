// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace passend::http {

/// Threads that do the work of requests, with a bounded line before them: a full line is said at once instead of
/// growing.
class WorkQueue {
 public:
  /// `workers` 0 takes one per processor; at most `capacity` tasks wait.
  WorkQueue(unsigned workers, std::size_t capacity);
  /// Finishes what was taken in.
  ~WorkQueue();
  WorkQueue(const WorkQueue&) = delete;
  WorkQueue& operator=(const WorkQueue&) = delete;

  /// False when the line is full or closed; the task is not run then. A task must not throw.
  [[nodiscard]] bool try_push(std::function<void()> task);

  struct Load {
    std::size_t waiting = 0;
    std::size_t busy = 0;
    std::size_t workers = 0;
  };
  Load load() const;

  /// Takes nothing more in, finishes what waits, and returns when all threads have ended.
  void finish();

 private:
  void work();

  std::size_t capacity_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;
  std::size_t busy_ = 0;
  bool closed_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace passend::http
