// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/pending_sign_ins.hpp"

#include "indexer/base/hash.hpp"

namespace passend::auth {

void PendingSignIns::put(const std::string& state, PendingSignIn pending) {
  const std::lock_guard lock(mutex_);
  const Time now = clock_.steady();
  forget_old(now);
  if (entries_.size() >= limits_.most) remove(entries_.begin());
  entries_.push_back({sha256_hex(state), now, std::move(pending)});
  by_hash_.emplace(entries_.back().hash, std::prev(entries_.end()));
}

std::optional<PendingSignIn> PendingSignIns::take(const std::string& state) {
  const std::lock_guard lock(mutex_);
  forget_old(clock_.steady());
  const auto found = by_hash_.find(sha256_hex(state));
  if (found == by_hash_.end()) return std::nullopt;
  const auto entry = found->second;
  PendingSignIn pending = std::move(entry->pending);
  remove(entry);
  return pending;
}

void PendingSignIns::forget_old(Time now) {
  while (!entries_.empty() && now - entries_.front().begun >= limits_.lifetime) remove(entries_.begin());
}

void PendingSignIns::remove(Entries::iterator entry) {
  by_hash_.erase(entry->hash);
  entries_.erase(entry);
}

}  // namespace passend::auth
