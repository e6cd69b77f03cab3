// SPDX-License-Identifier: EUPL-1.2
#include "server/http/places.hpp"

#include "indexer/base/error.hpp"

namespace passend::http {

std::shared_ptr<void> Places::take(std::uint64_t asker) {
  const auto own = of_one_.find(asker);
  if (own != of_one_.end() && own->second >= most_of_one_) {
    throw Error(ErrorCode::too_many_requests, "One session, token or address may have " + std::to_string(most_of_one_) +
                                                  " such answers open at a time; close one first.");
  }
  if (taken_ >= most_) {
    throw Error(ErrorCode::overloaded, "As many such answers are open as the server may have; try again later.");
  }
  ++taken_;
  ++of_one_[asker];
  return {this, [this, asker](void*) { give_back(asker); }};
}

void Places::give_back(std::uint64_t asker) {
  --taken_;
  const auto own = of_one_.find(asker);
  if (--own->second == 0) of_one_.erase(own);
}

}  // namespace passend::http
