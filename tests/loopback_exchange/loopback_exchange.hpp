// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "indexer/geo/postcodes.hpp"
#include "indexer/store/read_log.hpp"
#include "indexer/store/store.hpp"
#include "server/http/readiness.hpp"
#include "server/http/server.hpp"
#include "server/vum/mediator.hpp"
#include "tests/temporary_directory.hpp"

namespace passend::test {

/// Another organisation behind a VUM exchange, on a free port of 127.0.0.1: our own source over a second store, its
/// answers in the form that the exchange gives a mediator (vumID and vraagID, details wrapped with their bronID).
class LoopbackExchange {
 public:
  explicit LoopbackExchange(const geo::PostcodeTable& postcodes);

  /// What the other organisation has; released or not, as the record says.
  void write(store::Record record);
  vum_mediator::ExchangeAccess access() const;
  /// Bodies of the questions, in their order.
  std::vector<std::string> questions() const;

 private:
  http::Handler passed_on(http::Handler source);

  TemporaryDirectory directory_;
  std::unique_ptr<store::Store> store_;
  std::unique_ptr<store::ReadLog> read_log_;
  mutable std::mutex mutex_;
  std::vector<std::string> questions_;
  http::Readiness readiness_;
  std::optional<http::Server> server_;
};

}  // namespace passend::test
