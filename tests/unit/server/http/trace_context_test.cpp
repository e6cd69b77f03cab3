// SPDX-License-Identifier: EUPL-1.2
#include "server/http/trace_context.hpp"

#include <gtest/gtest.h>

namespace passend::http {
namespace {

TraceContext of(const std::string& traceparent) {
  Request request;
  request.fields = {{"traceparent", traceparent}};
  return trace_context_of(request);
}

constexpr const char* trace = "4bf92f3577b34da6a3ce929d0e0e4736";

TEST(TraceContextOf, ARequestIsWhatTraceparentSays) {
  // The example of the standard, and one of a version that goes on.
  for (const char* header : {"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                             "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-what-comes-later"}) {
    EXPECT_EQ(to_text(of(header).trace), trace) << header;
    EXPECT_EQ(of(header).parent, 0x00f067aa0ba902b7U) << header;
  }
}

TEST(TraceContextOf, ARequestWithoutOneOrWithABadOneBeginsAChain) {
  for (const char* header : {"", "00", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
                             "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                             "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                             "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                             "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-more",
                             "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                             "cc-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01.later",
                             "00_4bf92f3577b34da6a3ce929d0e0e4736_00f067aa0ba902b7_01"}) {
    EXPECT_NE(to_text(of(header).trace), trace) << header;
    EXPECT_NE(of(header).trace, Id128{}) << header;
    EXPECT_EQ(of(header).parent, 0U) << header;
  }
  EXPECT_NE(trace_context_of({}).trace, trace_context_of({}).trace);
}

}  // namespace
}  // namespace passend::http
