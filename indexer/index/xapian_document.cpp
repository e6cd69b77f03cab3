// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/xapian_document.hpp"

#include <xapian.h>

#include <algorithm>
#include <map>

#include "indexer/index/terms.hpp"
#include "indexer/text/words.hpp"

namespace passend::index {
namespace {

/// Between two texts, so that no phrase reaches from one into the next.
constexpr unsigned gap = 100;
constexpr std::int32_t days_to_2200 = 84'006;

constexpr std::int32_t unknown_day = INT32_MAX;

/// Rises with the days and then with the id.
std::string order_bytes(std::int32_t days, const Id128& id) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes.push_back(static_cast<char>(days >> shift));
  return bytes + id_bytes(id);
}

/// Names that the taxonomy adds count for a third of the record's own words.
std::uint32_t weight_of(const FieldText& text) {
  constexpr std::uint32_t share = 3;
  return text.origin == Origin::record ? text.field->weight : std::max(1U, text.field->weight / share);
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
  const std::int32_t age = document.date ? days_to_2200 - document.date->days : unknown_day;
  target.add_value(newest_slot, order_bytes(age, document.id));
  if (document.corpus == Corpus::vacancies) {
    target.add_value(closing_slot, order_bytes(document.closes ? document.closes->days : unknown_day, document.id));
  }
  return target;
}

void DocumentWriter::write_text(Xapian::Document& target, const FieldText& text, unsigned& position) {
  const Field& field = *text.field;
  const std::uint32_t weight = weight_of(text);
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
    target.add_term(word_term("", word.form), weight);
    const std::string& stem = stemmer_.stem(word.form);
    add_term(target, stem_term(field.text_prefix, stem), 1);
    add_term(target, stem_term("", stem), weight);
    for (const std::string& part : stemmer_.parts(word.form).all) add_term(target, part_term(part), 1);
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
  for (const Field& field : all_fields()) {
    if (field.corpus != document.corpus || !field.is_filter()) continue;
    const bool is_stated = std::find(document.stated.begin(), document.stated.end(), &field) != document.stated.end();
    if (!is_stated) target.add_boolean_term(unknown_term(field));
    if (is_stated && field.is_facet()) facets.try_emplace(field.facet_slot, 1, facet_separator);
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
