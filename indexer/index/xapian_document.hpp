// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "indexer/index/document.hpp"
#include "indexer/index/stemmer.hpp"

namespace Xapian {
class Document;
}

namespace passend::index {

/// Turns a document into terms, positions, values and data. Not thread-safe.
class DocumentWriter {
 public:
  Xapian::Document write(const Document& document);

  /// Terms left out because they are over-long or hold control characters.
  std::uint64_t dropped_terms() const { return dropped_terms_; }

 private:
  void write_text(Xapian::Document& target, const FieldText& text, unsigned& position);
  void write_values(Xapian::Document& target, const Document& document);
  void add_term(Xapian::Document& target, const std::string& term, unsigned count);

  Stemmer stemmer_;
  std::uint64_t dropped_terms_ = 0;
};

}  // namespace passend::index
