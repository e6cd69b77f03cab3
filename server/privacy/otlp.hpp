// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <vector>

#include "indexer/store/read_log.hpp"

namespace passend::privacy {

/// Rows of the read log as one ExportTraceServiceRequest in OTLP/HTTP JSON (OpenTelemetry Protocol 1.x), on one line
/// without its end: a span per row with the attributes of Logboek dataverwerkingen, and who looked under passend.*.
std::string otlp_request(const std::vector<store::PersonRead>& rows, const std::string& version);

/// What a collector refused of a request that it took; 0: nothing. Throws malformed_document.
std::int64_t rejected_spans(const std::string& answer);

}  // namespace passend::privacy
