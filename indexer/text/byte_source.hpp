// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <istream>
#include <string>
#include <string_view>

namespace passend::text {

/// A stream byte by byte, read in blocks of 64 kB: what the readers of CSV and JSON stand on. Counts what was taken.
class ByteSource {
 public:
  static constexpr int end = -1;

  /// `input` must outlive it.
  explicit ByteSource(std::istream& input) : input_(input) {}

  /// The next byte, 0..255, without taking it; `end` when there is none.
  int peek() {
    if (position_ == block_.size()) fill();
    return block_.empty() ? end : static_cast<unsigned char>(block_[position_]);
  }
  int take() {
    const int byte = peek();
    if (byte != end) skip(1);
    return byte;
  }
  /// What has been read and not taken: up to 64 kB, at least one byte unless the stream is at its end.
  std::string_view ahead() {
    peek();
    return std::string_view(block_).substr(position_);
  }
  /// Takes so many bytes of ahead().
  void skip(std::size_t bytes) {
    position_ += bytes;
    taken_ += bytes;
  }
  std::uint64_t taken() const { return taken_; }

  /// At the start: skips the mark of UTF-8. Throws malformed_document for UTF-16, naming `what`: "the CSV file".
  void skip_byte_order_mark(std::string_view what);

 private:
  void fill();

  std::istream& input_;
  std::string block_;
  std::size_t position_ = 0;
  std::uint64_t taken_ = 0;
};

}  // namespace passend::text
