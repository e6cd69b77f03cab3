// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/html_scripts.hpp"

#include <string_view>

namespace passend::intake {
namespace {

constexpr char record_separator = 0x1E;
constexpr std::string_view opening = "<script";
constexpr std::string_view closing = "</script";
constexpr std::size_t longest_tag = 1024;

char lower(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
}

char blank(char byte) {
  return byte == '\n' ? '\n' : ' ';
}

bool is_blank(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n' || byte == '\xEF' || byte == '\xBB' ||
         byte == '\xBF';
}

}  // namespace

LdJsonScripts::int_type LdJsonScripts::underflow() {
  page_.read(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
  const std::streamsize count = page_.gcount();
  if (count <= 0) return traits_type::eof();
  for (std::streamsize i = 0; i < count; ++i) {
    char& byte = buffer_[static_cast<std::size_t>(i)];
    byte = filter(byte);
  }
  setg(buffer_.data(), buffer_.data(), buffer_.data() + count);
  return traits_type::to_int_type(*gptr());
}

char LdJsonScripts::filter(char byte) {
  switch (state_) {
    case State::start:
      if (is_blank(byte)) return byte;
      state_ = byte == '<' ? State::page : State::not_html;
      return filter(byte);
    case State::not_html:
      return byte;
    case State::page:
      return filter_page(byte);
    case State::tag:
      return filter_tag(byte);
    case State::wanted_script:
      return filter_script(byte);
  }
  return byte;
}

char LdJsonScripts::filter_page(char byte) {
  if (byte == '<') {
    tag_ = "<";
    state_ = State::tag;
  }
  return blank(byte);
}

char LdJsonScripts::filter_tag(char byte) {
  if (byte == '<') {
    tag_ = "<";
    return ' ';
  }
  if (byte != '>') {
    if (tag_.size() < longest_tag) tag_.push_back(lower(byte));
    if (!opening.starts_with(std::string_view(tag_).substr(0, opening.size()))) state_ = State::page;
    return blank(byte);
  }
  const bool wanted = tag_.starts_with(opening) && tag_.find("application/ld+json") != std::string::npos;
  state_ = wanted ? State::wanted_script : State::page;
  tag_.clear();
  return wanted ? record_separator : ' ';
}

/// The script ends at "</script", also in the middle of a JSON text, as in every browser.
char LdJsonScripts::filter_script(char byte) {
  if (byte == '<') {
    tag_ = "<";
  } else if (!tag_.empty()) {
    tag_.push_back(lower(byte));
    if (!closing.starts_with(tag_)) tag_.clear();
  }
  if (tag_ != closing) return byte;
  tag_.clear();
  state_ = State::page;
  return record_separator;
}

}  // namespace passend::intake
