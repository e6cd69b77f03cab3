// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/client_address.hpp"
#include "server/http/message.hpp"
#include "server/http/router.hpp"
#include "server/http/token_buckets.hpp"

namespace passend::http {

struct BudgetOptions {
  Rate requests{50, 200};             ///< Of one session, one token, or one address that shows neither.
  double sessions_of_an_address = 8;  ///< So many times as much for all sessions and tokens of one address together.
  Rate sign_ins{1, 30};               ///< Of one address: requests that begin or end signing in.
  ProxyHeader proxy_header = ProxyHeader::none;
};

/// How much each one who asks may still ask. Who that is, is kept as a keyed hash: neither a cookie nor a token nor an
/// address can be read from it. On the I/O thread alone.
class Budgets {
 public:
  explicit Budgets(const BudgetOptions& options);

  /// Takes one request from the budgets that it belongs to. Absent when it may be answered, otherwise the whole seconds
  /// after which another one may.
  std::optional<std::chrono::seconds> charge(const Request& request, Charge charge,
                                             TokenBuckets::Clock::time_point now);

  /// Stands for the session or token that a request shows, or for its address.
  std::uint64_t key_of_asker(const Request& request) const;

 private:
  std::uint64_t key_of(std::string_view kind, std::string_view value) const;

  ProxyHeader proxy_header_;
  TokenBuckets requests_;
  TokenBuckets addresses_;
  TokenBuckets sign_ins_;
  std::string secret_;  ///< So that nobody can choose whose bucket he shares.
};

}  // namespace passend::http
