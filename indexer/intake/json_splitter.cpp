// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/json_splitter.hpp"

#include <algorithm>

namespace passend::intake {
namespace {

constexpr int end_of_input = text::ByteSource::end;
constexpr int record_separator = 0x1E;
constexpr std::size_t key_bytes = 64;

bool is_blank(int byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

}  // namespace

JsonSplitter::JsonSplitter(std::istream& input, JsonSplitterOptions options)
    : input_(input), options_(std::move(options)) {}

SplitEvent JsonSplitter::next() {
  if (input_.taken() == 0) input_.skip_byte_order_mark("the file");
  for (;;) {
    if (const auto event = step()) return *event;
  }
}

std::optional<SplitEvent> JsonSplitter::step() {
  if (place_ != Place::wrapper) skip_separators();
  start_document();
  if (place_ == Place::wrapper) {
    closers_ = "}";
    return scan_value();
  }
  const int byte = peek();
  if (byte == end_of_input) return at_end();
  if (byte == record_separator) {
    take();
    place_ = Place::top;
    one_per_line_ = false;
    first_value_of_text_ = true;
    return std::nullopt;
  }
  if (byte == ']' && place_ != Place::top) {
    take();
    leave_list();
    return std::nullopt;
  }
  if (byte == '[' && place_ == Place::top) {
    take();
    place_ = Place::list;
    return std::nullopt;
  }
  if (byte == '{' || byte == '[') return scan_value();
  return scan_scalar();
}

void JsonSplitter::skip_separators() {
  while (is_blank(peek()) || peek() == ',') take();
}

SplitEvent JsonSplitter::at_end() {
  complete_ = complete_ && place_ == Place::top;
  return SplitEvent::end;
}

void JsonSplitter::start_document() {
  document_.clear();
  document_bytes_ = 0;
  document_line_ = line_;
  document_offset_ = input_.taken();
  problem_.clear();
  closers_.clear();
  levels_beyond_ = 0;
  in_string_ = escaped_ = after_colon_ = false;
  key_.clear();
}

void JsonSplitter::leave_list() {
  place_ = place_ == Place::wrapped_list ? Place::wrapper : Place::top;
  first_value_of_text_ = false;
}

/// Something that is neither object nor array where a record should stand: up to the next separator or line end.
SplitEvent JsonSplitter::scan_scalar() {
  bool quoted = false;
  for (int byte = peek(); byte != end_of_input && byte != '\n' && byte != record_separator; byte = peek()) {
    if (byte == '"') quoted = !quoted;
    const bool ends = byte == ',' || byte == ']' || byte == '{' || byte == '[';
    if (!quoted && ends && (place_ != Place::top || byte == '{' || byte == '[')) break;
    take();
  }
  note("a JSON object was expected here");
  return SplitEvent::broken;
}

/// An object or array up to its closing bracket; nothing when it turned out to wrap the records.
std::optional<SplitEvent> JsonSplitter::scan_value() {
  for (;;) {
    const int byte = peek();
    if (byte == end_of_input || byte == record_separator) return cut_off();
    if (byte == '\n' && one_per_line_ && place_ == Place::top) {
      note("the line ends in the middle of the record");
      return SplitEvent::broken;
    }
    // The bracket that closes the list is not ours to take, even when a bracket of the record is missing.
    if (byte == ']' && !in_string_ && place_ != Place::top && levels_beyond_ == 0 &&
        closers_.find(']') == std::string::npos) {
      note("a closing bracket is missing in this record");
      if (place_ == Place::wrapper) take();
      return SplitEvent::broken;
    }
    if (in_string_ && !escaped_ && take_plain_run()) continue;
    keep(input_.ahead().substr(0, 1));
    take();
    if (in_string_) {
      take_in_string(byte);
    } else if (take_outside_string(byte)) {
      place_ = Place::wrapped_list;
      return std::nullopt;
    }
    if (!in_string_ && closers_.empty() && levels_beyond_ == 0) return end_of_value();
  }
}

std::optional<SplitEvent> JsonSplitter::end_of_value() {
  if (place_ == Place::wrapper) {
    place_ = Place::top;
    return std::nullopt;
  }
  if (place_ == Place::top && first_value_of_text_) {
    // A first value that fills exactly one line means one record a line; that bounds what a broken line can cost.
    while (peek() == ' ' || peek() == '\t' || peek() == '\r') take();
    one_per_line_ = document_line_ == line_ && peek() == '\n';
    first_value_of_text_ = false;
  }
  return problem_.empty() ? SplitEvent::document : SplitEvent::broken;
}

SplitEvent JsonSplitter::cut_off() {
  const bool at_end_of_file = peek() == end_of_input;
  note(at_end_of_file ? "the file ends in the middle of the record" : "the text ends in the middle of the record");
  if (at_end_of_file) complete_ = false;
  if (place_ == Place::wrapper) {
    place_ = Place::top;
    return at_end_of_file ? SplitEvent::end : SplitEvent::broken;
  }
  place_ = Place::top;
  return SplitEvent::broken;
}

/// Takes what means nothing but itself within a quoted text, as far as the buffer goes; false when there is none of it.
bool JsonSplitter::take_plain_run() {
  const auto rest = input_.ahead();
  const auto is_plain = [](char byte) {
    return byte != '"' && byte != '\\' && byte != '\n' && byte != record_separator;
  };
  const auto length = static_cast<std::size_t>(std::find_if_not(rest.begin(), rest.end(), is_plain) - rest.begin());
  if (length == 0) return false;
  if (closers_ == "}") key_ += rest.substr(0, std::min(length, key_bytes - std::min(key_bytes, key_.size())));
  keep(rest.substr(0, length));
  input_.skip(length);
  return true;
}

void JsonSplitter::take_in_string(int byte) {
  if (byte == '\n') {
    // JSON strings hold no line ends: the closing quote is missing. Going on behind it saves the records that follow.
    note("a line ends inside a quoted text (is a closing quote missing?)");
    in_string_ = escaped_ = false;
  } else if (escaped_) {
    escaped_ = false;
  } else if (byte == '\\') {
    escaped_ = true;
  } else if (byte == '"') {
    in_string_ = false;
  }
}

/// True when this byte opens the array that holds the records.
bool JsonSplitter::take_outside_string(int byte) {
  if (is_blank(byte)) return false;
  switch (byte) {
    case '"':
      in_string_ = true;
      if (closers_ == "}") key_.clear();
      break;
    case '{':
      open_bracket('}');
      break;
    case '[':
      if (opens_wrapped_list()) return true;
      open_bracket(']');
      break;
    case '}':
    case ']':
      close_bracket(static_cast<char>(byte));
      break;
    default:
      break;
  }
  after_colon_ = byte == ':';
  return false;
}

bool JsonSplitter::opens_wrapped_list() const {
  const bool at_top = place_ == Place::top || place_ == Place::wrapper;
  return at_top && after_colon_ && closers_ == "}" && levels_beyond_ == 0 &&
         std::find(options_.wrappers.begin(), options_.wrappers.end(), key_) != options_.wrappers.end();
}

void JsonSplitter::open_bracket(char closer) {
  if (closers_.size() < options_.max_depth) {
    closers_.push_back(closer);
    return;
  }
  if (++levels_beyond_ > 1) return;
  note("the record nests deeper than " + std::to_string(options_.max_depth) + " levels");
}

void JsonSplitter::close_bracket(char closer) {
  if (levels_beyond_ > 0) {
    --levels_beyond_;
    return;
  }
  const std::size_t due = closers_.rfind(closer);
  if (due == std::string::npos || due + 1 != closers_.size()) {
    note(std::string("'") + closer + "' closes a bracket that is not open");
  }
  if (due != std::string::npos) closers_.resize(due);
}

void JsonSplitter::keep(std::string_view bytes) {
  if (place_ == Place::wrapper) return;
  document_bytes_ += bytes.size();
  if (document_bytes_ <= options_.max_document_bytes) {
    document_ += bytes;
  } else if (!document_.empty() || problem_.empty()) {
    document_.clear();
    note("the record is longer than " + std::to_string(options_.max_document_bytes) + " bytes");
  }
}

void JsonSplitter::note(std::string problem) {
  if (problem_.empty()) problem_ = std::move(problem);
}

void JsonSplitter::take() {
  if (input_.take() == '\n') ++line_;
}

}  // namespace passend::intake
