// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/source_stream.hpp"

namespace passend::intake {

std::string_view SourceStream::first_bytes() {
  if (gptr() == egptr()) underflow();
  return {gptr(), static_cast<std::size_t>(egptr() - gptr())};
}

SourceStream::int_type SourceStream::underflow() {
  if (gptr() != egptr()) return traits_type::to_int_type(*gptr());
  source_.read(block_.data(), static_cast<std::streamsize>(block_.size()));
  const std::streamsize count = source_.gcount();
  if (count <= 0) return traits_type::eof();
  bytes_ += static_cast<std::uint64_t>(count);
  setg(block_.data(), block_.data(), block_.data() + count);
  return traits_type::to_int_type(*gptr());
}

}  // namespace passend::intake
