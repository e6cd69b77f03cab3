// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <optional>

#include "indexer/store/detail_cipher.hpp"

namespace passend::store {

/// Reads the key that detail profiles are encrypted with. Absent when there is no such file. Throws key_missing for a
/// file that others than its owner may read or change, that another user owns, or that does not hold 64 hexadecimal
/// digits.
std::optional<DetailKey> read_key_file(const std::filesystem::path& path);

/// Makes a new key and writes it with mode 0600, durable before it is first used.
DetailKey create_key_file(const std::filesystem::path& path);

}  // namespace passend::store
