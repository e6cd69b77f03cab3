// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>

#include "indexer/base/id.hpp"
#include "server/http/message.hpp"

namespace passend::http {

/// Where a request stands in a chain of requests (W3C Trace Context 1.0).
struct TraceContext {
  Id128 trace;
  std::uint64_t parent = 0;  ///< Span of the caller; 0: the chain begins here.
};

/// What the header traceparent says; a chain of its own when there is none, or one that is not in the form of the
/// standard, which asks for that.
TraceContext trace_context_of(const Request& request);

}  // namespace passend::http
