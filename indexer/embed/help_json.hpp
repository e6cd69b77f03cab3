// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <nlohmann/json_fwd.hpp>

#include "indexer/embed/concept_linker.hpp"

namespace passend::embed {

/// {"model", "state", "note"}: components/schemas/EmbeddingHelp of schemas/openapi/passend.yaml.
nlohmann::ordered_json help_json(const Help& help);

/// {"label", "likenessBp", "addedBp"}
nlohmann::ordered_json contribution_json(const Contribution& contribution);

}  // namespace passend::embed
