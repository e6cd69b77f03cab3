// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <istream>
#include <streambuf>
#include <string>
#include <string_view>

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
  char filter(std::string_view rest);
  char filter_page(char byte);
  char filter_tag(char byte);

  std::istream& page_;
  State state_ = State::start;
  std::string tag_;    ///< Lower case, from '<' on, while it could still be one of those that matter.
  std::string raw_;    ///< Read and not yet filtered: a closing tag is seen as a whole.
  std::string ready_;  ///< Filtered.
};

}  // namespace passend::intake
