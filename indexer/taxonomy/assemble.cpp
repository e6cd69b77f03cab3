// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/assemble.hpp"

#include <algorithm>
#include <numeric>
#include <set>
#include <tuple>
#include <unordered_map>

#include "indexer/base/error.hpp"
#include "indexer/taxonomy/link_index.hpp"
#include "indexer/taxonomy/unit_group.hpp"
#include "indexer/text/unicode.hpp"

namespace passend::taxonomy {
namespace {

std::uint32_t as_index(std::size_t value) {
  return static_cast<std::uint32_t>(value);
}

/// Appends the rows of one concept and says where they stand.
template <class Row>
Range append(std::vector<Row>& all, const std::vector<Row>& rows) {
  const Range range{as_index(all.size()), as_index(rows.size())};
  all.insert(all.end(), rows.begin(), rows.end());
  return range;
}

class Assembler {
 public:
  Assembler(const Draft& draft, const Assembly& assembly) : draft_(draft), assembly_(assembly) {}

  FileContent assemble() {
    order_concepts();
    add_languages();
    gather_relations();
    content_.summary.name = text(assembly_.name);
    content_.summary.occupations = occupations_that_ask();
    for (const DraftIndex from : order_) add_concept(from);
    content_.uri_order.resize(content_.uris.size());
    std::iota(content_.uri_order.begin(), content_.uri_order.end(), 0U);
    std::sort(content_.uri_order.begin(), content_.uri_order.end(), [&](std::uint32_t left, std::uint32_t right) {
      return view(content_.uris[left].text) < view(content_.uris[right].text);
    });
    build_link_index(content_);
    return std::move(content_);
  }

 private:
  TextRef text(const std::string& value) {
    const auto [found, is_new] = texts_.try_emplace(value, as_index(content_.text.size()));
    if (is_new) content_.text += value;
    if (content_.text.size() > 0xFFFFFFFFULL) {
      throw Error(ErrorCode::invalid_input, "the taxonomy holds more than 4 GiB of text; import fewer languages");
    }
    return {found->second, as_index(value.size())};
  }

  std::string_view view(TextRef ref) const { return content_.view(ref); }

  void order_concepts() {
    order_.resize(draft_.size());
    std::iota(order_.begin(), order_.end(), 0U);
    std::sort(order_.begin(), order_.end(), [&](DraftIndex left, DraftIndex right) {
      return std::tie(draft_[left].kind, draft_[left].uris.front()) <
             std::tie(draft_[right].kind, draft_[right].uris.front());
    });
    place_.resize(order_.size());
    for (std::size_t i = 0; i < order_.size(); ++i) place_[order_[i]] = as_index(i);
  }

  void add_languages() {
    std::vector<std::string> names = assembly_.languages;
    std::set<std::string> others;
    for (DraftIndex i = 0; i < draft_.size(); ++i) {
      for (const DraftLabel& label : draft_[i].labels) others.insert(label.language);
    }
    for (const std::string& name : names) others.erase(name);
    names.insert(names.end(), others.begin(), others.end());
    for (const std::string& name : names) {
      languages_.emplace(name, as_index(languages_.size()));
      content_.languages.push_back(text(name));
    }
  }

  void gather_relations() {
    const std::size_t size = draft_.size();
    broader_.resize(size);
    narrower_.resize(size);
    demands_.resize(size);
    related_.resize(size);
    occupation_count_.resize(size, 0);
    for (const auto& [child, parent] : draft_.broader) {
      broader_[child].push_back(place_[parent]);
      narrower_[parent].push_back(place_[child]);
    }
    for (auto* lists : {&broader_, &narrower_}) {
      for (auto& list : *lists) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
      }
    }
    gather_demands();
    for (const SimilarPair& pair : assembly_.pairs) {
      related_[pair.a].push_back({place_[pair.b], pair.similarity_bp, static_cast<std::uint32_t>(pair.a_to_b)});
      related_[pair.b].push_back(
          {place_[pair.a], pair.similarity_bp, static_cast<std::uint32_t>(reversed(pair.a_to_b))});
    }
    for (auto& list : related_) {
      std::sort(list.begin(), list.end(), [](const RelatedRow& left, const RelatedRow& right) {
        return std::tuple(-left.similarity_bp, left.target) < std::tuple(-right.similarity_bp, right.target);
      });
    }
  }

  void gather_demands() {
    for (const DraftDemand& demand : draft_.demands) {
      demands_[demand.occupation].push_back({place_[demand.target], demand.essential ? 1U : 0U});
    }
    for (auto& list : demands_) {
      // The essential row of a double comes first and stays.
      std::sort(list.begin(), list.end(), [](const DemandRow& left, const DemandRow& right) {
        return std::tuple(left.target, right.essential) < std::tuple(right.target, left.essential);
      });
      list.erase(std::unique(list.begin(), list.end(),
                             [](const auto& left, const auto& right) { return left.target == right.target; }),
                 list.end());
      std::stable_sort(list.begin(), list.end(),
                       [](const auto& left, const auto& right) { return left.essential > right.essential; });
      for (const DemandRow& row : list) ++occupation_count_[order_[row.target]];
    }
    occupations_that_ask_ = as_index(static_cast<std::size_t>(
        std::count_if(demands_.begin(), demands_.end(), [](const auto& list) { return !list.empty(); })));
    for (const DraftMapping& mapping : draft_.mappings) {
      if (demands_[mapping.from].empty()) demands_[mapping.from] = demands_[mapping.to];
      isco_lenders_.try_emplace(mapping.from, mapping.to);
    }
  }

  std::uint32_t occupations_that_ask() const { return occupations_that_ask_; }

  void add_concept(DraftIndex from) {
    const DraftConcept& draft_concept = draft_[from];
    const ConceptIndex owner = place_[from];
    ConceptRow row;
    row.kind = static_cast<std::uint32_t>(draft_concept.kind);
    row.occupation_count = occupation_count_[from];
    row.unit_group = unit_group_of(from);
    row.uris = {as_index(content_.uris.size()), as_index(draft_concept.uris.size())};
    for (const std::string& uri : draft_concept.uris) content_.uris.push_back({text(uri), owner});
    row.labels = append(content_.labels, label_rows(draft_concept, owner));
    row.properties = append(content_.properties, property_rows(from));
    row.broader = append(content_.broader, broader_[from]);
    row.narrower = append(content_.narrower, narrower_[from]);
    row.related = append(content_.related, related_[from]);
    row.demands = append(content_.demands, demands_[from]);
    content_.concepts.push_back(row);
  }

  /// By language; within one the preferred label of the first origin, then the others in order of origin, none twice.
  std::vector<LabelRow> label_rows(const DraftConcept& draft_concept, ConceptIndex owner) {
    std::vector<DraftLabel> labels = draft_concept.labels;
    std::stable_sort(labels.begin(), labels.end(), [&](const DraftLabel& left, const DraftLabel& right) {
      return std::tuple(languages_.at(left.language), left.type, left.origin) <
             std::tuple(languages_.at(right.language), right.type, right.origin);
    });
    std::vector<LabelRow> rows;
    std::set<std::pair<std::string, std::string>> seen;
    for (const DraftLabel& label : labels) {
      const std::string normalised = text::normalise(label.text);
      if (normalised.empty() || !seen.emplace(label.language, normalised).second) continue;
      LabelRow row{.text = text(label.text),
                   .owner = owner,
                   .language = languages_.at(label.language),
                   .type = static_cast<std::uint32_t>(label.type)};
      const bool is_second = !rows.empty() && rows.back().language == row.language;
      if (is_second && label.type == LabelType::preferred)
        row.type = static_cast<std::uint32_t>(LabelType::alternative);
      rows.push_back(row);
    }
    return rows;
  }

  /// Its own, and the ISCO code of the concept that it is mapped to when it has none.
  std::map<Property, std::string> properties_of(DraftIndex from) const {
    auto properties = draft_[from].properties;
    if (const auto lender = isco_lenders_.find(from); lender != isco_lenders_.end()) {
      const auto& lent = draft_[lender->second].properties;
      if (const auto isco = lent.find(Property::isco); isco != lent.end()) properties.insert(*isco);
    }
    return properties;
  }

  std::uint32_t unit_group_of(DraftIndex from) const {
    const auto properties = properties_of(from);
    const auto isco = properties.find(Property::isco);
    const auto code = isco == properties.end() ? std::nullopt : unit_group_code(isco->second);
    return code ? *code + 1 : 0;
  }

  std::vector<PropertyRow> property_rows(DraftIndex from) {
    const auto properties = properties_of(from);
    std::vector<PropertyRow> rows;
    rows.reserve(properties.size());
    for (const auto& [property, value] : properties)
      rows.push_back({text(value), static_cast<std::uint32_t>(property)});
    return rows;
  }

  const Draft& draft_;
  const Assembly& assembly_;
  FileContent content_;
  std::unordered_map<std::string, std::uint32_t> texts_;
  std::unordered_map<std::string, std::uint32_t> languages_;
  std::vector<DraftIndex> order_;    ///< Draft index by place in the file.
  std::vector<ConceptIndex> place_;  ///< Place in the file by draft index.
  std::vector<std::vector<ConceptIndex>> broader_;
  std::vector<std::vector<ConceptIndex>> narrower_;
  std::vector<std::vector<RelatedRow>> related_;
  std::vector<std::vector<DemandRow>> demands_;
  std::vector<std::uint32_t> occupation_count_;
  std::uint32_t occupations_that_ask_ = 0;
  std::unordered_map<DraftIndex, DraftIndex> isco_lenders_;
};

}  // namespace

FileContent assemble(const Draft& draft, const Assembly& assembly) {
  return Assembler(draft, assembly).assemble();
}

}  // namespace passend::taxonomy
