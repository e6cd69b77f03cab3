// SPDX-License-Identifier: EUPL-1.2
#include "matcher/search/xapian_facets.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <unordered_map>

namespace passend::search {
namespace {

FacetColumns::Column read_column(const Xapian::Database& database, Xapian::valueno slot) {
  FacetColumns::Column column;
  column.slot_of_document.assign(std::size_t{database.get_lastdocid()} + 1, 0);
  column.slots.emplace_back();
  std::unordered_map<std::string, std::uint32_t> numbers;
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot); ++value) {
    const auto [known, is_new] = numbers.try_emplace(*value, static_cast<std::uint32_t>(column.slots.size()));
    if (is_new) column.slots.push_back(known->first);
    column.slot_of_document[value.get_docid()] = known->second;
  }
  return column;
}

}  // namespace

FacetColumns::FacetColumns(const Xapian::Database& database, index::Corpus corpus) {
  for (const index::Field& field : index::all_fields()) {
    if (field.corpus != corpus || !field.is_facet()) continue;
    const auto slot = static_cast<std::size_t>(field.facet_slot);
    if (columns_.size() <= slot) columns_.resize(slot + 1);
    columns_[slot] = read_column(database, static_cast<Xapian::valueno>(slot));
  }
}

FacetCounter::FacetCounter(const FacetColumns& columns, const std::vector<const index::Field*>& fields) {
  for (const index::Field* field : fields) {
    const auto& column = columns.column(*field);
    counts_.push_back({&column, std::vector<std::uint64_t>(column.slots.size(), 0)});
  }
}

void FacetCounter::operator()(const Xapian::Document& document, double) {
  const Xapian::docid number = document.get_docid();
  for (Count& count : counts_) ++count.of_slot[count.column->slot_of_document[number]];
}

Facet FacetCounter::facet(std::size_t n) const {
  const Count& count = counts_[n];
  Facet facet;
  facet.unknown = count.of_slot.front();
  std::map<std::string_view, std::uint64_t> single;
  for (std::size_t i = 1; i < count.of_slot.size(); ++i) {
    if (count.of_slot[i] == 0) continue;
    std::string_view rest = count.column->slots[i];
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(index::facet_separator), rest.size());
      // A separator alone says "none": there is no value before it.
      if (end > 0) single[rest.substr(0, end)] += count.of_slot[i];
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  facet.values.reserve(single.size());
  for (const auto& [value, number] : single) facet.values.push_back({std::string(value), number});
  std::stable_sort(facet.values.begin(), facet.values.end(),
                   [](const FacetValue& a, const FacetValue& b) { return a.count > b.count; });
  return facet;
}

}  // namespace passend::search
