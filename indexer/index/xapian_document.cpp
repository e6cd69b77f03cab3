// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/xapian_document.hpp"

#include <xapian.h>

#include <map>

#include "indexer/index/terms.hpp"
#include "indexer/text/words.hpp"

namespace passend::index {
namespace {

/// Between two texts, so that no phrase reaches from one into the next.
constexpr unsigned gap = 100;
constexpr std::int32_t days_to_2200 = 84'006;

std::string newest_bytes(const Document& document) {
  const std::int32_t before = document.date ? days_to_2200 - document.date->days : INT32_MAX;
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(before >> shift));
  return bytes + id_bytes(document.id);
}

}  // namespace

Xapian::Document DocumentWriter::write(const Document& document) {
  Xapian::Document target;
  target.set_data(encode_stored(document));
  target.add_boolean_term(document.unique);
  unsigned position = 0;
  for (const FieldText& text : document.texts) write_text(target, text, position);
  write_values(target, document);
  target.add_value(id_slot, id_bytes(document.id));
  target.add_value(version_slot, version_bytes(document.version));
  target.add_value(newest_slot, newest_bytes(document));
  return target;
}

void DocumentWriter::write_text(Xapian::Document& target, const FieldText& text, unsigned& position) {
  const Field& field = *text.field;
  for (const text::Word& word : text::words(text.text)) {
    const std::string here = word_term(field.text_prefix, word.form);
    ++position;
    // The prefix only makes the term longer: when this one is safe, so is the one for all fields.
    if (!is_safe_term(here)) {
      ++dropped_terms_;
      continue;
    }
    // Positions stand with the field only: a phrase never reaches from one field into another.
    target.add_posting(here, position);
    target.add_term(word_term("", word.form), field.weight);
    const std::string& stem = stemmer_.stem(word.form);
    add_term(target, stem_term(field.text_prefix, stem), 1);
    add_term(target, stem_term("", stem), field.weight);
  }
  position += gap;
}

void DocumentWriter::write_values(Xapian::Document& target, const Document& document) {
  std::map<int, std::string> facets;
  for (const FieldValue& value : document.values) {
    if (value.field->is_filter()) target.add_boolean_term(filter_term(*value.field, value.value));
    if (!value.field->is_facet() || value.use == Use::filter) continue;
    if (!is_safe_term(value.value)) {
      ++dropped_terms_;
      continue;
    }
    std::string& slot = facets[value.field->facet_slot];
    if (!slot.empty()) slot.push_back(facet_separator);
    slot.append(value.value);
  }
  for (const auto& [slot, values] : facets) target.add_value(static_cast<Xapian::valueno>(slot), values);
}

void DocumentWriter::add_term(Xapian::Document& target, const std::string& term, unsigned count) {
  if (is_safe_term(term)) {
    target.add_term(term, count);
  } else {
    ++dropped_terms_;
  }
}

}  // namespace passend::index
