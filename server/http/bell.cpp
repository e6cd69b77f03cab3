// SPDX-License-Identifier: EUPL-1.2
#include "server/http/bell.hpp"

#include <utility>

namespace passend::http {

void Bell::ring() {
  const std::lock_guard lock(mutex_);
  for (const Wake& wake : wakes_) wake();
}

std::shared_ptr<void> Bell::listen(Wake wake) {
  const std::lock_guard lock(mutex_);
  const auto place = wakes_.insert(wakes_.end(), std::move(wake));
  return {static_cast<void*>(this), [self = shared_from_this(), place](void*) {
            const std::lock_guard lock_of_removal(self->mutex_);
            self->wakes_.erase(place);
          }};
}

}  // namespace passend::http
