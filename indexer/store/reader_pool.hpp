// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <condition_variable>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "indexer/store/sqlite.hpp"

namespace passend::store {

/// A few connections that can only read. Each is opened when it is first needed.
class ReaderPool {
 public:
  ReaderPool(std::filesystem::path database, unsigned most) : database_(std::move(database)), unopened_(most) {}

  /// A connection for as long as the lease lives.
  class Lease {
   public:
    Lease(ReaderPool& pool, std::unique_ptr<Connection> connection) : pool_(pool), connection_(std::move(connection)) {}
    ~Lease() { pool_.give_back(std::move(connection_)); }
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    Connection* operator->() { return connection_.get(); }
    Connection& operator*() { return *connection_; }

   private:
    ReaderPool& pool_;
    std::unique_ptr<Connection> connection_;
  };

  /// Waits while all connections are taken.
  Lease take();

 private:
  void give_back(std::unique_ptr<Connection> connection);

  std::filesystem::path database_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> idle_;
  unsigned unopened_;
};

}  // namespace passend::store
