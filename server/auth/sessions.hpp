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
#include "server/auth/principal.hpp"

namespace passend::auth {

struct SessionLimits {
  std::chrono::seconds idle{15 * 60};          ///< Without a request.
  std::chrono::seconds absolute{8 * 60 * 60};  ///< From sign-in, whatever is asked.
  std::size_t most = 20'000;                   ///< Above it the one that was idle longest ends.
};

/// What is known of a session.
struct Session {
  Principal principal;
  std::chrono::seconds idle_left{0};  ///< Until it ends without a request.
  std::chrono::seconds left{0};       ///< Until it ends in any case.
};

/// Who is signed in in which browser. Only the SHA-256 of a token is kept, so that who reads the memory of the process
/// signs in as nobody. In memory alone: a restart signs everybody out. Thread-safe.
class Sessions {
 public:
  Sessions(SessionLimits limits, Clock clock) : limits_(limits), clock_(std::move(clock)) {}

  /// A session of its own for every sign-in; the token is for the cookie.
  std::string open(Principal principal);
  /// The session of a token, which counts as a request; absent when there is none or it has ended.
  std::optional<Session> use(const std::string& token);
  /// The same without counting: for a page that only asks how long there is left.
  std::optional<Session> look(const std::string& token);
  void close(const std::string& token);
  std::size_t size();

 private:
  using Time = std::chrono::steady_clock::time_point;
  struct Entry {
    std::string hash;
    Principal principal;
    Time opened;
    Time used;
  };
  /// From the one that was idle longest to the one that was used last.
  using Entries = std::list<Entry>;

  Entries::iterator find(const std::string& token, Time now);
  Session describe(const Entry& entry, Time now) const;
  bool has_ended(const Entry& entry, Time now) const;
  void remove(Entries::iterator entry);

  SessionLimits limits_;
  Clock clock_;
  std::mutex mutex_;
  Entries entries_;
  std::unordered_map<std::string, Entries::iterator> by_hash_;
};

}  // namespace passend::auth
