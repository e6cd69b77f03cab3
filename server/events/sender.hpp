// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>
#include <vector>

#include "indexer/store/store.hpp"
#include "server/events/delivery.hpp"
#include "server/events/settings.hpp"

namespace passend::events {

/// Tells every subscriber what changed, each on a thread of its own so that none waits for another. An event is sent
/// until it is taken, at least once and in the order of the changes; after most_attempts it becomes a dead letter and
/// the next one is sent. Nothing of it is lost when the process ends.
class Sender {
 public:
  static constexpr unsigned most_attempts = 12;  ///< Some seventy minutes.

  struct Pace {
    std::chrono::milliseconds look{1'000};  ///< How often the store is asked what changed.
    double pauses = 1;                      ///< Times the pauses between attempts; tests shorten them.
  };

  /// A new subscriber is told what changes from now on. The store outlives the sender.
  Sender(Settings settings, std::filesystem::path directory, store::Store& store, Pace pace);
  Sender(Settings settings, std::filesystem::path directory, store::Store& store)
      : Sender(std::move(settings), std::move(directory), store, Pace{}) {}
  /// Ends the attempt under way and waits for it.
  ~Sender();
  Sender(const Sender&) = delete;
  Sender& operator=(const Sender&) = delete;

 private:
  void tell(const Subscriber& subscriber);
  void tell_once(const Subscriber& subscriber, const Mailbox& mailbox);
  void send(const Subscriber& subscriber, const Mailbox& mailbox, const std::string& id, const std::string& body);
  /// False when the sender stops.
  bool pause(std::chrono::milliseconds time);
  bool is_stopping();

  Settings settings_;
  std::filesystem::path directory_;
  store::Store& store_;
  Pace pace_;
  std::mutex mutex_;
  std::condition_variable signal_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace passend::events
