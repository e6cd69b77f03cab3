// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "indexer/extract/extractor.hpp"

namespace passend::extraction {

/// An extractor over the starter taxonomy, compiled once for the program.
const extract::Extractor& starter_extractor();

}  // namespace passend::extraction
