// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <list>
#include <memory>
#include <mutex>

namespace passend::http {

/// Wakes streams of events that wait for something to happen. It says that something did, not what: who is woken looks.
/// Held by a shared_ptr. Thread-safe.
class Bell : public std::enable_shared_from_this<Bell> {
 public:
  using Wake = std::function<void()>;

  /// Takes microseconds. Whoever looks afterwards must see what happened before it.
  void ring();

  /// `wake` is called at each ring, by who rings, until the returned value is gone; once that is gone, no call is under
  /// way any more. It must take microseconds, not throw, and do nothing with this bell.
  [[nodiscard]] std::shared_ptr<void> listen(Wake wake);

 private:
  std::mutex mutex_;
  std::list<Wake> wakes_;
};

}  // namespace passend::http
