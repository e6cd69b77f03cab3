// SPDX-License-Identifier: EUPL-1.2
#include "indexer/store/reader_pool.hpp"

#include <utility>

namespace passend::store {

ReaderPool::Lease ReaderPool::take() {
  std::unique_lock lock(mutex_);
  returned_.wait(lock, [this] { return !idle_.empty() || unopened_ > 0; });
  if (!idle_.empty()) {
    std::unique_ptr<Connection> connection = std::move(idle_.back());
    idle_.pop_back();
    return {*this, std::move(connection)};
  }
  --unopened_;
  lock.unlock();
  try {
    return {*this, std::make_unique<Connection>(database_, ConnectionRole::reader)};
  } catch (...) {
    lock.lock();
    ++unopened_;
    returned_.notify_one();
    throw;
  }
}

void ReaderPool::give_back(std::unique_ptr<Connection> connection) {
  {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(connection));
  }
  returned_.notify_one();
}

}  // namespace passend::store
