// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/html_scripts.hpp"

#include <algorithm>

namespace passend::intake {
namespace {

constexpr char record_separator = 0x1E;
constexpr std::string_view opening = "<script";
constexpr std::string_view closing = "</script";
constexpr std::size_t longest_tag = 1024;
constexpr std::size_t block_bytes = 16 * 1024;

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

bool begins_with_closing_tag(std::string_view text) {
  return text.size() >= closing.size() && std::equal(closing.begin(), closing.end(), text.begin(),
                                                     [](char wanted, char found) { return wanted == lower(found); });
}

}  // namespace

LdJsonScripts::int_type LdJsonScripts::underflow() {
  const std::size_t kept = raw_.size();
  raw_.resize(kept + block_bytes);
  page_.read(raw_.data() + kept, block_bytes);
  raw_.resize(kept + static_cast<std::size_t>(page_.gcount()));
  // The last bytes wait for the next block, unless there is none: a closing tag may begin in them.
  const std::size_t waiting = page_.eof() ? 0 : std::min(raw_.size(), closing.size());
  const std::string_view bytes = raw_;
  ready_.clear();
  for (std::size_t i = 0; i + waiting < bytes.size(); ++i) ready_.push_back(filter(bytes.substr(i)));
  raw_.erase(0, ready_.size());
  if (ready_.empty()) return traits_type::eof();
  setg(ready_.data(), ready_.data(), ready_.data() + ready_.size());
  return traits_type::to_int_type(*gptr());
}

char LdJsonScripts::filter(std::string_view rest) {
  const char byte = rest.front();
  if (state_ == State::start && !is_blank(byte)) state_ = byte == '<' ? State::page : State::not_html;
  switch (state_) {
    case State::start:
    case State::not_html:
      return byte;
    case State::page:
      return filter_page(byte);
    case State::tag:
      return filter_tag(byte);
    case State::wanted_script:
      break;
  }
  // The script ends at "</script", also in the middle of a JSON text, as in every browser.
  if (byte != '<' || !begins_with_closing_tag(rest)) return byte;
  state_ = State::page;
  return record_separator;
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

}  // namespace passend::intake
