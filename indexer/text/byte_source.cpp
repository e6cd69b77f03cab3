// SPDX-License-Identifier: EUPL-1.2
#include "indexer/text/byte_source.hpp"

#include "indexer/base/error.hpp"

namespace passend::text {
namespace {

constexpr std::size_t block_bytes = std::size_t{64} * 1024;

}  // namespace

void ByteSource::fill() {
  block_.resize(block_bytes);
  input_.read(block_.data(), static_cast<std::streamsize>(block_.size()));
  block_.resize(static_cast<std::size_t>(input_.gcount()));
  position_ = 0;
}

void ByteSource::skip_byte_order_mark(std::string_view what) {
  const auto start = ahead();
  if (start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF")) {
    throw Error(ErrorCode::malformed_document, std::string(what) + " is UTF-16; save it as UTF-8 and import it again");
  }
  if (start.starts_with("\xEF\xBB\xBF")) skip(3);
}

}  // namespace passend::text
