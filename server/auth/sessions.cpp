// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/sessions.hpp"

#include <algorithm>

#include "indexer/base/hash.hpp"
#include "server/auth/random_token.hpp"

namespace passend::auth {

std::string Sessions::open(Principal principal) {
  const std::string token = random_token();
  const std::lock_guard lock(mutex_);
  const Time now = clock_.steady();
  while (!entries_.empty() && (entries_.size() >= limits_.most || has_ended(entries_.front(), now))) {
    remove(entries_.begin());
  }
  entries_.push_back({sha256_hex(token), std::move(principal), now, now});
  by_hash_.emplace(entries_.back().hash, std::prev(entries_.end()));
  return token;
}

std::optional<Session> Sessions::use(const std::string& token) {
  const std::lock_guard lock(mutex_);
  const Time now = clock_.steady();
  const auto entry = find(token, now);
  if (entry == entries_.end()) return std::nullopt;
  entry->used = now;
  entries_.splice(entries_.end(), entries_, entry);
  return describe(*entry, now);
}

std::optional<Session> Sessions::look(const std::string& token) {
  const std::lock_guard lock(mutex_);
  const Time now = clock_.steady();
  const auto entry = find(token, now);
  if (entry == entries_.end()) return std::nullopt;
  return describe(*entry, now);
}

void Sessions::close(const std::string& token) {
  const std::lock_guard lock(mutex_);
  const auto entry = find(token, clock_.steady());
  if (entry != entries_.end()) remove(entry);
}

std::size_t Sessions::size() {
  const std::lock_guard lock(mutex_);
  return entries_.size();
}

Sessions::Entries::iterator Sessions::find(const std::string& token, Time now) {
  const auto found = by_hash_.find(sha256_hex(token));
  if (found == by_hash_.end()) return entries_.end();
  const auto entry = found->second;
  if (!has_ended(*entry, now)) return entry;
  remove(entry);
  return entries_.end();
}

Session Sessions::describe(const Entry& entry, Time now) const {
  const auto left = [now](Time end) { return std::chrono::floor<std::chrono::seconds>(end - now); };
  const auto absolute = left(entry.opened + limits_.absolute);
  return {entry.principal, std::min(left(entry.used + limits_.idle), absolute), absolute};
}

bool Sessions::has_ended(const Entry& entry, Time now) const {
  return now - entry.used >= limits_.idle || now - entry.opened >= limits_.absolute;
}

void Sessions::remove(Entries::iterator entry) {
  by_hash_.erase(entry->hash);
  entries_.erase(entry);
}

}  // namespace passend::auth
