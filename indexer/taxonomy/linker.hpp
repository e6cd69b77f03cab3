// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/taxonomy/file_reader.hpp"

namespace passend::taxonomy {

struct LinkRequest {
  std::string_view text;
  ConceptKind kind = ConceptKind::occupation;
  std::size_t limit = 1;
};

/// Free text to concepts of one kind, best first, each concept once. First labels equal to the text or to a reading of
/// it (label_variants.hpp); then labels alike in their sequences of three bytes (cosine, weighted by rarity), the best
/// of which are compared word by word. Nothing below `least_confidence_bp` is handed out. Integer arithmetic
/// throughout.
std::vector<Link> link_text(const FileReader& file, const LinkRequest& request);

constexpr int least_confidence_bp = 2500;

}  // namespace passend::taxonomy
