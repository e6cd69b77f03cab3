// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "matcher/feed/announcement.hpp"

/// Looks as bytes, and the frames in which they stand in a file: size, checksum, bytes.
namespace passend::feed {

inline constexpr std::string_view looks_magic = "passend feed looks 1\n";

/// What the looks of one file have in common.
struct LooksHeader {
  std::string rules;            ///< Everything but the records that decides who fits.
  std::uint64_t announced = 0;  ///< Announcements before this file.
};

std::string encode(const LooksHeader& header);
LooksHeader decode_header(std::string_view bytes);

std::string encode(const Look& look);
/// `announced` announcements came before it. Throws storage_corrupt.
Look decode_look(std::string_view bytes, std::uint64_t announced);

std::string framed(std::string_view bytes);

/// Reads frames one after another.
class FrameReader {
 public:
  explicit FrameReader(std::string_view file) : file_(file) {}
  /// False at the end, or where what follows is no whole frame: a write that was cut off, or is under way.
  bool next(std::string_view& bytes);
  std::size_t offset() const { return offset_; }  ///< Behind the last whole frame.
  bool at_end() const { return offset_ == file_.size(); }

 private:
  std::string_view file_;
  std::size_t offset_ = 0;
};

}  // namespace passend::feed
