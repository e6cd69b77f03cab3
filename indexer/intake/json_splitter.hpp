// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/byte_source.hpp"

namespace passend::intake {

struct JsonSplitterOptions {
  std::size_t max_document_bytes = 1024 * 1024;
  std::size_t max_depth = 32;
  /// Members of an object at the top whose array holds the documents: {"matches": [...]}.
  std::vector<std::string> wrappers;
};

enum class SplitEvent : std::uint8_t {
  document,  ///< document() is one JSON value; only its brackets and quotes have been looked at.
  broken,    ///< problem() says what is wrong with this one; the next call goes on after it.
  end
};

/// Cuts a stream of JSON into the documents it holds: the elements of an array at the top, of an array within an object
/// at the top (`wrappers`), single objects one after the other, or one object a line (NDJSON). Memory is bounded by the
/// longest document that is accepted: a longer one is broken, however long, and reading goes on after it. A broken
/// document costs only itself wherever the brackets, or in NDJSON the lines, allow to find the next one.
///
/// A byte 0x1E (RFC 7464) ends whatever was open and begins a new text; the reader of HTML pages puts it between
/// scripts.
class JsonSplitter {
 public:
  JsonSplitter(std::istream& input, JsonSplitterOptions options);

  /// Throws malformed_document when the file is UTF-16.
  SplitEvent next();

  std::string_view document() const { return document_; }
  std::uint64_t line() const { return document_line_; }  ///< Of the first byte of the document, from 1.
  /// Of the first byte of the document, from 0, in the stream as given.
  std::uint64_t offset() const { return document_offset_; }
  const std::string& problem() const { return problem_; }

  /// After the end: whether everything that was opened was closed.
  bool complete() const { return complete_; }
  std::uint64_t current_line() const { return line_; }
  std::uint64_t current_offset() const { return input_.taken(); }

 private:
  enum class Place : std::uint8_t {
    top,           ///< Between values at the top.
    list,          ///< Between the elements of an array at the top.
    wrapped_list,  ///< Between the elements of an array in an object at the top.
    wrapper        ///< In an object at the top, after such an array.
  };

  int peek() { return input_.peek(); }
  void take();
  std::optional<SplitEvent> step();
  void skip_separators();
  SplitEvent at_end();
  void start_document();
  void leave_list();
  SplitEvent scan_scalar();
  std::optional<SplitEvent> scan_value();
  std::optional<SplitEvent> end_of_value();
  SplitEvent cut_off();
  bool take_plain_run();
  void take_in_string(int byte);
  bool take_outside_string(int byte);
  void open_bracket(char closer);
  void close_bracket(char closer);
  bool opens_wrapped_list() const;
  void keep(std::string_view bytes);
  void note(std::string problem);

  text::ByteSource input_;
  JsonSplitterOptions options_;
  std::uint64_t line_ = 1;

  Place place_ = Place::top;
  bool one_per_line_ = false;
  bool first_value_of_text_ = true;
  bool complete_ = true;

  std::string document_;
  std::uint64_t document_line_ = 1;
  std::uint64_t document_offset_ = 0;
  std::size_t document_bytes_ = 0;
  std::string problem_;

  std::string closers_;            ///< The closing brackets that are due, up to max_depth of them.
  std::size_t levels_beyond_ = 0;  ///< How many more are open beyond max_depth.
  bool in_string_ = false;
  bool escaped_ = false;
  bool after_colon_ = false;
  std::string key_;  ///< The last string on the first level of an object at the top.
};

}  // namespace passend::intake
