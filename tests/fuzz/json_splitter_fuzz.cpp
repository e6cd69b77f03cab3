// SPDX-License-Identifier: EUPL-1.2
#include <cstdint>
#include <cstdlib>
#include <sstream>

#include "indexer/base/error.hpp"
#include "indexer/intake/json_splitter.hpp"

/// Whatever the bytes: it ends, no document is longer than allowed, and offsets only grow.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  constexpr std::size_t longest = 256;
  std::istringstream input(std::string(reinterpret_cast<const char*>(data), size));
  passend::intake::JsonSplitter splitter(
      input, {.max_document_bytes = longest, .max_depth = 8, .wrappers = {"matches", "@graph"}});
  std::uint64_t offset = 0;
  try {
    for (auto event = splitter.next(); event != passend::intake::SplitEvent::end; event = splitter.next()) {
      if (splitter.document().size() > longest) std::abort();
      if (splitter.offset() < offset || splitter.offset() > size) std::abort();
      offset = splitter.offset();
    }
  } catch (const passend::Error&) {
    // UTF-16 is refused.
  }
  return 0;
}
