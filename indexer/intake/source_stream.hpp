// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <istream>
#include <streambuf>
#include <string_view>
#include <vector>

namespace passend::intake {

/// Hands a file on in blocks of 64 kB, counts its bytes and lets the first block be looked at before it is read.
class SourceStream : public std::streambuf {
 public:
  explicit SourceStream(std::istream& source) : source_(source), block_(64 * 1024) {}

  /// The first block, without taking it.
  std::string_view first_bytes();
  /// Bytes taken from the file so far.
  std::uint64_t bytes() const { return bytes_; }
  /// Whether the file could not be read to its end (an error of the disk, not the end).
  bool failed() const { return source_.bad(); }

 protected:
  int_type underflow() override;

 private:
  std::istream& source_;
  std::vector<char> block_;
  std::uint64_t bytes_ = 0;
};

}  // namespace passend::intake
