// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "indexer/base/date.hpp"
#include "server/events/settings.hpp"

/// How an event gets to a subscriber, and what is left of those that did not.
namespace passend::events {

/// The headers of Standard Webhooks: id, time and HMAC-SHA-256 of both with the body, so that a receiver can tell that
/// we sent it, and when.
struct SignedHeaders {
  std::string id;
  std::string timestamp;  ///< Seconds since 1970.
  std::string signature;  ///< "v1," and base64.
};
SignedHeaders sign(const std::string& secret, const std::string& id, Timestamp time, const std::string& body);

enum class Delivered : std::uint8_t {
  yes,
  refused,  ///< It will not be taken however often it is sent: 4xx but 408, 425 and 429.
  not_now
};

/// One attempt; `why` says what went wrong. Redirects are not followed. Throws nothing but bad_alloc.
Delivered deliver(const Subscriber& subscriber, const std::string& id, const std::string& body, std::string& why);

/// How long to wait after so many attempts in a row that failed: 1 s at first, an hour at most.
std::chrono::milliseconds pause_after(unsigned attempts);

/// An event that a subscriber did not take.
struct DeadLetter {
  std::string id;
  std::string body;
  std::string why;
};

/// What is kept of one subscriber between two starts: how far it was told, and the dead letters. One process at a time.
class Mailbox {
 public:
  Mailbox(std::filesystem::path directory, const std::string& subscriber);

  /// Position of the change feed up to which everything was delivered or is a dead letter; absent for a new one.
  std::optional<std::int64_t> position() const;
  void move_to(std::int64_t position) const;

  std::vector<DeadLetter> dead_letters() const;
  void add(const DeadLetter& letter) const;
  void replace(const std::vector<DeadLetter>& letters) const;

 private:
  std::filesystem::path position_file_;
  std::filesystem::path dead_file_;
};

}  // namespace passend::events
