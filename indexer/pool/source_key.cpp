// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/source_key.hpp"

#include <algorithm>
#include <cstring>

#include "indexer/base/hash.hpp"

namespace passend::pool {

std::uint64_t source_key(std::string_view system) {
  const std::string hash = sha256(system);
  std::uint64_t key = 0;
  std::memcpy(&key, hash.data(), sizeof key);
  return key;
}

std::vector<std::uint64_t> source_keys(const std::vector<std::string>& systems) {
  std::vector<std::uint64_t> keys;
  keys.reserve(systems.size());
  for (const std::string& system : systems) keys.push_back(source_key(system));
  std::sort(keys.begin(), keys.end());
  return keys;
}

}  // namespace passend::pool
