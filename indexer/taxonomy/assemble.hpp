// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "indexer/taxonomy/draft.hpp"
#include "indexer/taxonomy/file_format.hpp"
#include "indexer/taxonomy/similarity.hpp"

namespace passend::taxonomy {

struct Assembly {
  std::string name;
  std::vector<std::string> languages;  ///< The one shown first in front; others that labels have follow.
  std::vector<SimilarPair> pairs;
};

/// Puts a draft into the rows of a file, concepts sorted by kind and primary URI. Mapped concepts without demands or an
/// ISCO code of their own take those of the concept they are mapped to.
FileContent assemble(const Draft& draft, const Assembly& assembly);

}  // namespace passend::taxonomy
