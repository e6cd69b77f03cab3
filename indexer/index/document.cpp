// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/document.hpp"

#include <algorithm>

#include "indexer/base/error.hpp"
#include "indexer/index/terms.hpp"

namespace passend::index {
namespace {

void append_length(std::string& bytes, std::size_t length) {
  for (; length >= 0x80; length >>= 7) bytes.push_back(static_cast<char>(length | 0x80));
  bytes.push_back(static_cast<char>(length));
}

void append_text(std::string& bytes, std::string_view text) {
  append_length(bytes, text.size());
  bytes.append(text);
}

/// Takes the parts off the front of stored bytes.
class Parts {
 public:
  explicit Parts(std::string_view bytes) : rest_(bytes) {}
  bool at_end() const { return rest_.empty(); }

  unsigned char byte() {
    if (rest_.empty()) refuse();
    const char first = rest_.front();
    rest_.remove_prefix(1);
    return static_cast<unsigned char>(first);
  }

  std::string_view text() {
    std::size_t length = 0;
    for (unsigned shift = 0;; shift += 7) {
      if (shift > 28) refuse();
      const unsigned char part = byte();
      length |= static_cast<std::size_t>(part & 0x7F) << shift;
      if (part < 0x80) break;
    }
    if (length > rest_.size()) refuse();
    const std::string_view result = rest_.substr(0, length);
    rest_.remove_prefix(length);
    return result;
  }

 private:
  [[noreturn]] static void refuse() {
    throw Error(ErrorCode::index_corrupt, "a document of the text index is damaged; run 'passend index build'");
  }
  std::string_view rest_;
};

}  // namespace

void DocumentBuilder::mark_stated(const Field& field) {
  auto& stated = document_.stated;
  if (std::find(stated.begin(), stated.end(), &field) == stated.end()) stated.push_back(&field);
}

void DocumentBuilder::stated(std::string_view field_name) {
  mark_stated(field(document_.corpus, field_name));
}

void DocumentBuilder::text(std::string_view field_name, std::string_view text, Origin origin) {
  const Field& row = field(document_.corpus, field_name);
  const auto same = [&](const FieldText& known) { return known.field == &row && known.text == text; };
  if (text.empty() || std::any_of(document_.texts.begin(), document_.texts.end(), same)) return;
  mark_stated(row);
  document_.texts.push_back({&row, std::string(text), origin});
}

void DocumentBuilder::value(std::string_view field_name, std::string_view value, Use use) {
  const Field& row = field(document_.corpus, field_name);
  const auto same = [&](const FieldValue& known) { return known.field == &row && known.value == value; };
  if (value.empty() || std::any_of(document_.values.begin(), document_.values.end(), same)) return;
  mark_stated(row);
  document_.values.push_back({&row, std::string(value), use});
}

std::string encode_stored(const Document& document) {
  std::string bytes;
  for (const FieldText& text : document.texts) {
    bytes.push_back(static_cast<char>(text.field - all_fields().data()));
    append_text(bytes, text.text);
  }
  return bytes;
}

std::vector<FieldText> decode_stored(std::string_view bytes) {
  Parts parts(bytes);
  std::vector<FieldText> stored;
  while (!parts.at_end()) {
    const unsigned char number = parts.byte();
    if (number >= all_fields().size()) {
      throw Error(ErrorCode::index_corrupt,
                  "a document of the text index names a field that does not exist; "
                  "run 'passend index build'");
    }
    stored.push_back({&all_fields()[number], std::string(parts.text()), Origin::record});
  }
  return stored;
}

}  // namespace passend::index
