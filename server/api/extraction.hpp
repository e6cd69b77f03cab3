// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "indexer/extract/extractor.hpp"
#include "server/api/input.hpp"
#include "server/api/services.hpp"

namespace passend::api {

struct ExtractionInput {
  std::string text;
  extract::TextKind kind = extract::TextKind::vacancy;
};

ExtractionInput read_extraction(Input& input);

/// POST /v1/extractions: what a text seems to say, as proposals. Nothing is stored or changed.
struct ExtractText {
  const Services& services;
  extract::Extraction operator()(const ExtractionInput& input) const;
};

http::Response write_extraction(const extract::Extraction& extraction, const ExtractionInput& input,
                                const Services& services);

}  // namespace passend::api
