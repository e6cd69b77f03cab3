// SPDX-License-Identifier: EUPL-1.2
#include "server/http/work_queue.hpp"

#include <algorithm>

namespace passend::http {

WorkQueue::WorkQueue(unsigned workers, std::size_t capacity) : capacity_(capacity) {
  const unsigned count = workers != 0 ? workers : std::max(1U, std::thread::hardware_concurrency());
  threads_.reserve(count);
  for (unsigned i = 0; i < count; ++i) threads_.emplace_back([this] { work(); });
}

WorkQueue::~WorkQueue() {
  finish();
}

bool WorkQueue::try_push(std::function<void()> task) {
  {
    const std::lock_guard lock(mutex_);
    if (closed_ || waiting_.size() >= capacity_) return false;
    waiting_.push_back(std::move(task));
  }
  changed_.notify_one();
  return true;
}

void WorkQueue::finish() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

WorkQueue::Load WorkQueue::load() const {
  const std::lock_guard lock(mutex_);
  return {waiting_.size(), busy_, threads_.size()};
}

void WorkQueue::work() {
  while (true) {
    std::function<void()> task;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return closed_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      task = std::move(waiting_.front());
      waiting_.pop_front();
      ++busy_;
    }
    task();
    const std::lock_guard lock(mutex_);
    --busy_;
  }
}

}  // namespace passend::http
