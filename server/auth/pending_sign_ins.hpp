// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstddef>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "server/auth/clock.hpp"

namespace passend::auth {

/// What has to be remembered between sending a browser to the provider and its coming back.
struct PendingSignIn {
  std::string browser_hash;  ///< SHA-256 of the cookie of the browser that began.
  std::string nonce;
  std::string code_verifier;  ///< RFC 7636.
  std::string return_to;
};

struct PendingLimits {
  std::chrono::seconds lifetime{600};
  std::size_t most = 10'000;  ///< Above it the oldest is forgotten.
};

/// Sign-ins that have begun, by their "state". Each is taken once. Thread-safe.
class PendingSignIns {
 public:
  PendingSignIns(PendingLimits limits, Clock clock) : limits_(limits), clock_(std::move(clock)) {}

  void put(const std::string& state, PendingSignIn pending);
  /// Absent for a state that was never given, was taken before or is too old.
  std::optional<PendingSignIn> take(const std::string& state);

 private:
  using Time = std::chrono::steady_clock::time_point;
  struct Entry {
    std::string hash;
    Time begun;
    PendingSignIn pending;
  };
  /// From the oldest to the newest.
  using Entries = std::list<Entry>;

  void remove(Entries::iterator entry);
  void forget_old(Time now);

  PendingLimits limits_;
  Clock clock_;
  std::mutex mutex_;
  Entries entries_;
  std::unordered_map<std::string, Entries::iterator> by_hash_;
};

}  // namespace passend::auth
