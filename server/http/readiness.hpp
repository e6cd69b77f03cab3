// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <atomic>

namespace passend::http {

/// Whether new requests should be sent here: up when the server listens, down as soon as it begins to drain.
class Readiness {
 public:
  void raise() { ready_.store(true, std::memory_order_release); }
  void lower() { ready_.store(false, std::memory_order_release); }
  bool is_ready() const { return ready_.load(std::memory_order_acquire); }

 private:
  std::atomic<bool> ready_{false};
};

}  // namespace passend::http
