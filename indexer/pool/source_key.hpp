// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// From which source system a row comes: for who may see it, never for ranking, so that it stands beside the facts and
/// not among them.
namespace passend::pool {

/// The first 64 bits of the SHA-256 of the name of a source system.
std::uint64_t source_key(std::string_view system);

/// Of several systems, ascending.
std::vector<std::uint64_t> source_keys(const std::vector<std::string>& systems);

}  // namespace passend::pool
