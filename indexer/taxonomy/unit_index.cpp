// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/unit_index.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>

#include "indexer/taxonomy/fixed_log.hpp"
#include "indexer/taxonomy/label_variants.hpp"
#include "indexer/taxonomy/unit_relations.hpp"
#include "indexer/taxonomy/units.hpp"

namespace passend::taxonomy {
namespace {

std::uint32_t as_index(std::size_t value) {
  return static_cast<std::uint32_t>(value);
}

class UnitIndex {
 public:
  UnitIndex(FileContent& content, KindRow& kind) : content_(content), kind_(kind) {}

  void build() {
    kind_.units.begin = as_index(content_.units.size());
    read_labels();
    add_rows();
    add_label_units();
    add_relations();
  }

 private:
  void read_labels() {
    for (std::uint32_t i = 0; i < kind_.labels.count; ++i) {
      LabelRow& label = content_.labels[kind_.labels.begin + i];
      const Splitting splitting = splitting_of(content_.view(content_.languages[label.language]));
      auto& texts = texts_.emplace_back();
      for (Unit& unit : units_of(label_core(content_.view(label.text)), splitting)) {
        holders_[unit.text].insert(kind_.labels.begin + i);
        label.words = unit.word + 1;
        if (unit.word == 0) label.first_head = as_index(texts.size());
        texts.push_back(std::move(unit.text));
      }
    }
  }

  std::uint32_t concepts_among(const std::set<std::uint32_t>& labels) const {
    std::set<std::uint32_t> owners;
    for (const std::uint32_t label : labels) owners.insert(content_.labels[label].owner);
    return as_index(owners.size());
  }

  void add_rows() {
    std::set<std::uint32_t> owners;
    for (std::uint32_t i = 0; i < kind_.labels.count; ++i) {
      owners.insert(content_.labels[kind_.labels.begin + i].owner);
    }
    for (const auto& [text, labels] : holders_) {
      places_.emplace(text, as_index(content_.units.size()));
      UnitRow row;
      row.text = {as_index(content_.text.size()), as_index(text.size())};
      content_.text += text;
      concepts_.push_back(concepts_among(labels));
      row.weight = inverse_frequency(concepts_.back(), owners.size());
      row.postings = {as_index(content_.postings.size()), as_index(labels.size())};
      content_.postings.insert(content_.postings.end(), labels.begin(), labels.end());
      content_.units.push_back(row);
    }
    kind_.units.count = as_index(content_.units.size()) - kind_.units.begin;
  }

  void add_label_units() {
    for (std::uint32_t i = 0; i < kind_.labels.count; ++i) {
      LabelRow& label = content_.labels[kind_.labels.begin + i];
      label.units = {as_index(content_.label_units.size()), as_index(texts_[i].size())};
      std::set<std::uint32_t> distinct;
      for (const std::string& text : texts_[i]) {
        content_.label_units.push_back(places_.at(text));
        distinct.insert(places_.at(text));
      }
      for (const std::uint32_t unit : distinct) label.unit_weight += content_.units[unit].weight;
    }
  }

  void add_relations() {
    const auto relations = unit_relations(content_, kind_, concepts_);
    for (std::uint32_t i = 0; i < kind_.units.count; ++i) {
      content_.units[kind_.units.begin + i].relations = {as_index(content_.unit_relations.size()),
                                                         as_index(relations[i].size())};
      content_.unit_relations.insert(content_.unit_relations.end(), relations[i].begin(), relations[i].end());
    }
  }

  FileContent& content_;
  KindRow& kind_;
  std::vector<std::vector<std::string>> texts_;               ///< By label of the kind.
  std::map<std::string, std::set<std::uint32_t>> holders_;    ///< Labels by unit.
  std::map<std::string, std::uint32_t, std::less<>> places_;  ///< Row by unit.
  std::vector<std::uint32_t> concepts_;                       ///< How many concepts have it, by unit of the kind.
};

}  // namespace

void index_units(FileContent& content, KindRow& kind) {
  UnitIndex(content, kind).build();
}

}  // namespace passend::taxonomy
