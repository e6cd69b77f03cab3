// SPDX-License-Identifier: EUPL-1.2
#include "indexer/pool/checksum.hpp"

#include <xxhash.h>

namespace passend::pool {

std::uint64_t checksum(std::span<const std::byte> bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace passend::pool
