// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>

#include "indexer/taxonomy/file_format.hpp"

namespace passend::taxonomy {

struct Serialised {
  std::string bytes;
  std::string hash;  ///< SHA-256 of the content, as it stands in the header.
};

/// The bytes of a taxonomy file. Throws invalid_input when a section outgrows its 32-bit indices.
Serialised serialise(const FileContent& content);

}  // namespace passend::taxonomy
