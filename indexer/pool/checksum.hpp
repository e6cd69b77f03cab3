// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <span>

namespace passend::pool {

/// XXH3, 64 bits (libxxhash): the same on every machine; against damage, not against forgery.
std::uint64_t checksum(std::span<const std::byte> bytes);

}  // namespace passend::pool
