// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/extractor.hpp"

namespace passend::extract {

/// {"proposals": [...]}: what each says, how sure, the words and where they stand, in bytes and in characters (Unicode
/// code points) of the text. The text is valid UTF-8. The members stand in schemas/openapi/passend.yaml,
/// ExtractionResult; "embedding" says of a language model, where there is one, whether it helped.
std::string to_json(const Extraction& extraction, std::string_view text);

}  // namespace passend::extract
