// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <array>
#include <cstdint>
#include <istream>
#include <streambuf>
#include <string>

namespace passend::intake {

/// Lets the JSON of <script type="application/ld+json"> through and turns the rest of an HTML page into blanks, byte
/// for byte, so that lines and offsets stay those of the file; a record separator (0x1E) parts one script from the
/// next. Input whose first visible byte is not '<' is no HTML and passes unchanged. Memory is constant.
class LdJsonScripts : public std::streambuf {
 public:
  explicit LdJsonScripts(std::istream& page) : page_(page) {}

 protected:
  int_type underflow() override;

 private:
  enum class State : std::uint8_t { start, not_html, page, tag, wanted_script };
  char filter(char byte);
  char filter_page(char byte);
  char filter_tag(char byte);
  char filter_script(char byte);

  std::istream& page_;
  State state_ = State::start;
  std::string tag_;  ///< Lower case, from '<' on, while it could still be one of those that matter.
  std::array<char, 16 * 1024> buffer_{};
};

}  // namespace passend::intake
