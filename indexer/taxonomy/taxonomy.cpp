// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/taxonomy.hpp"

#include <algorithm>
#include <stdexcept>

#include "indexer/taxonomy/file_reader.hpp"
#include "indexer/taxonomy/fixed_log.hpp"
#include "indexer/taxonomy/linker.hpp"

namespace passend::taxonomy {

struct Taxonomy::State {
  FileReader file;

  const ConceptRow& row(ConceptIndex index) const {
    const auto rows = file.concepts();
    if (index >= rows.size()) throw std::out_of_range("no concept " + std::to_string(index) + " in this taxonomy");
    return rows[index];
  }

  std::span<const LabelRow> labels(ConceptIndex index) const {
    const Range range = row(index).labels;
    return file.labels().subspan(range.begin, range.count);
  }

  std::optional<std::uint32_t> language(std::string_view name) const {
    const auto names = file.languages();
    const auto found = std::find_if(names.begin(), names.end(), [&](TextRef ref) { return file.text(ref) == name; });
    if (found == names.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - names.begin());
  }

  const Related* relation(ConceptIndex a, ConceptIndex b) const {
    const Range range = row(a).related;
    const auto rows = file.related().subspan(range.begin, range.count);
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const Related& row) { return row.target == b; });
    return found == rows.end() ? nullptr : &*found;
  }
};

namespace {

bool is_visible(const LabelRow& row) {
  return row.type != static_cast<std::uint32_t>(LabelType::hidden);
}

}  // namespace

std::string_view to_text(Relation relation) {
  switch (relation) {
    case Relation::same:
      return "same";
    case Relation::broader:
      return "broader";
    case Relation::narrower:
      return "narrower";
    case Relation::sibling:
      return "sibling";
    case Relation::same_isco_group:
      return "same_isco_group";
    case Relation::shared_competences:
      return "shared_competences";
    case Relation::shared_occupations:
      return "shared_occupations";
    case Relation::mapped:
      return "mapped";
    case Relation::similar_label:
      return "similar_label";
  }
  return "same";
}

Taxonomy::Taxonomy(std::unique_ptr<State> state) : state_(std::move(state)) {}
Taxonomy::~Taxonomy() = default;
Taxonomy::Taxonomy(Taxonomy&&) noexcept = default;
Taxonomy& Taxonomy::operator=(Taxonomy&&) noexcept = default;

Taxonomy Taxonomy::open(const std::filesystem::path& path) {
  return Taxonomy(std::unique_ptr<State>(new State{FileReader(path)}));
}

void Taxonomy::verify() const {
  state_->file.verify();
}

std::size_t Taxonomy::size() const {
  return state_->file.concepts().size();
}

std::string_view Taxonomy::hash() const {
  return state_->file.hash();
}

std::string_view Taxonomy::name() const {
  return state_->file.text(state_->file.summary().name);
}

std::vector<std::string_view> Taxonomy::languages() const {
  std::vector<std::string_view> result;
  for (const TextRef ref : state_->file.languages()) result.push_back(state_->file.text(ref));
  return result;
}

std::optional<ConceptIndex> Taxonomy::find(std::string_view uri) const {
  const FileReader& file = state_->file;
  const auto order = file.uri_order();
  const auto found = std::lower_bound(order.begin(), order.end(), uri, [&](std::uint32_t row, std::string_view wanted) {
    return file.text(file.uris()[row].text) < wanted;
  });
  if (found == order.end() || file.text(file.uris()[*found].text) != uri) return std::nullopt;
  return file.uris()[*found].owner;
}

ConceptKind Taxonomy::kind(ConceptIndex index) const {
  return static_cast<ConceptKind>(state_->row(index).kind);
}

std::string_view Taxonomy::uri(ConceptIndex index) const {
  return state_->file.text(state_->file.uris()[state_->row(index).uris.begin].text);
}

std::vector<std::string_view> Taxonomy::uris(ConceptIndex index) const {
  const Range range = state_->row(index).uris;
  std::vector<std::string_view> result;
  for (const UriRow& row : state_->file.uris().subspan(range.begin, range.count)) {
    result.push_back(state_->file.text(row.text));
  }
  return result;
}

std::string_view Taxonomy::property(ConceptIndex index, Property property) const {
  const Range range = state_->row(index).properties;
  for (const PropertyRow& row : state_->file.properties().subspan(range.begin, range.count)) {
    if (row.property == static_cast<std::uint32_t>(property)) return state_->file.text(row.value);
  }
  return {};
}

std::string_view Taxonomy::label(ConceptIndex index, std::string_view language) const {
  const auto rows = state_->labels(index);
  for (const std::string_view name : {language, std::string_view("nl"), std::string_view("en")}) {
    const auto wanted = state_->language(name);
    if (!wanted) continue;
    for (const LabelRow& row : rows) {
      if (row.language == *wanted && is_visible(row)) return state_->file.text(row.text);
    }
  }
  const auto any = std::find_if(rows.begin(), rows.end(), is_visible);
  return any == rows.end() ? std::string_view() : state_->file.text(any->text);
}

std::vector<std::string_view> Taxonomy::labels(ConceptIndex index, std::string_view language) const {
  std::vector<std::string_view> result;
  const auto wanted = state_->language(language);
  for (const LabelRow& row : state_->labels(index)) {
    if (wanted && row.language == *wanted && is_visible(row)) result.push_back(state_->file.text(row.text));
  }
  return result;
}

std::span<const ConceptIndex> Taxonomy::broader(ConceptIndex index) const {
  const Range range = state_->row(index).broader;
  return state_->file.broader().subspan(range.begin, range.count);
}

std::span<const ConceptIndex> Taxonomy::narrower(ConceptIndex index) const {
  const Range range = state_->row(index).narrower;
  return state_->file.narrower().subspan(range.begin, range.count);
}

std::span<const Related> Taxonomy::related(ConceptIndex index) const {
  const Range range = state_->row(index).related;
  return state_->file.related().subspan(range.begin, range.count);
}

int Taxonomy::similarity_bp(ConceptIndex a, ConceptIndex b) const {
  if (a == b) return 10000;
  const Related* found = state_->relation(a, b);
  return found == nullptr ? 0 : found->similarity_bp;
}

std::optional<Relation> Taxonomy::reason(ConceptIndex a, ConceptIndex b) const {
  if (a == b) return Relation::same;
  const Related* found = state_->relation(a, b);
  return found == nullptr ? std::nullopt : std::optional(found->reason);
}

std::span<const Demand> Taxonomy::demands(ConceptIndex occupation) const {
  const Range range = state_->row(occupation).demands;
  return state_->file.demands().subspan(range.begin, range.count);
}

std::uint32_t Taxonomy::occupation_count(ConceptIndex index) const {
  return state_->row(index).occupation_count;
}

int Taxonomy::rarity_bp(ConceptIndex index) const {
  return inverse_frequency_bp(state_->row(index).occupation_count, state_->file.summary().occupations);
}

std::vector<Link> Taxonomy::link(std::string_view text, ConceptKind kind, std::size_t limit) const {
  return link_text(state_->file, built_in_link_model(), {.text = text, .kind = kind, .limit = limit});
}

std::vector<LinkFact> Taxonomy::explain(std::string_view text, const Link& link) const {
  state_->row(link.target);
  return explain_link(state_->file, built_in_link_model(), text, link);
}

}  // namespace passend::taxonomy
