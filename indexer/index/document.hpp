// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/base/id.hpp"
#include "indexer/index/fields.hpp"

namespace passend::index {

/// Whose words a text is made of.
enum class Origin : std::uint8_t {
  record,   ///< The record says it so.
  taxonomy  ///< Another name that the taxonomy has for what the record says: found as well, but behind.
};

/// A piece of text of a field, as it is shown when it answers a query.
struct FieldText {
  const Field* field = nullptr;
  std::string text;
  Origin origin = Origin::record;
};

/// What an exact value is for. Other URIs of a concept and what stands above it can be filtered by, but are not
/// counted.
enum class Use : std::uint8_t { filter_and_facet, filter };

/// An exact value of a field.
struct FieldValue {
  const Field* field = nullptr;
  std::string value;
  Use use = Use::filter_and_facet;
};

/// What one record is in the index, before it becomes terms.
struct Document {
  Corpus corpus = Corpus::candidates;
  std::string unique;  ///< The term that names it (terms.hpp).
  Id128 id;
  std::int64_t version = 0;    ///< Of the record in the store.
  std::optional<Date> date;    ///< For the order "newest"; absent sorts last.
  std::optional<Date> closes;  ///< For the order "closing"; absent sorts last.
  std::vector<FieldText> texts;
  std::vector<FieldValue> values;
  /// Fields that the record does not leave blank, be it that it says "none". All others are found as unknown.
  std::vector<const Field*> stated;
};

/// Fills a document by the names of the table; leaves out what is empty and what the field already has.
class DocumentBuilder {
 public:
  explicit DocumentBuilder(Corpus corpus) { document_.corpus = corpus; }

  /// For a field that is searched as text. Throws internal for a name that is not in the table, as value() does.
  void text(std::string_view field_name, std::string_view text, Origin origin = Origin::record);
  void value(std::string_view field_name, std::string_view value, Use use = Use::filter_and_facet);

  /// The record says something of this field; text() and value() do so by themselves.
  void stated(std::string_view field_name);

  Document& document() { return document_; }
  Document take() { return std::move(document_); }

 private:
  void mark_stated(const Field& field);

  Document document_;
};

/// The values of a list of a record, which states the field when it is there; none when it is not known.
template <class T>
const std::vector<T>& known_values(DocumentBuilder& builder, std::string_view field_name,
                                   const std::optional<std::vector<T>>& list) {
  static const std::vector<T> none;
  if (list) builder.stated(field_name);
  return list ? *list : none;
}

/// What is kept beside the terms, to show where a query hit: the texts.
std::string encode_stored(const Document& document);
/// Throws index_corrupt.
std::vector<FieldText> decode_stored(std::string_view bytes);

}  // namespace passend::index
