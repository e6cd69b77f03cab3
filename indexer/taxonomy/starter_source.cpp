// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/starter_source.hpp"

#include <algorithm>

#include "indexer/taxonomy/similarity.hpp"
#include "indexer/taxonomy/source_file.hpp"

namespace passend::taxonomy {
namespace {

std::string uri_of(std::string_view id) {
  return "urn:passend:" + std::string(id);
}

bool has_starter_uri(const DraftConcept& draft_concept) {
  return std::any_of(draft_concept.uris.begin(), draft_concept.uris.end(),
                     [](const std::string& uri) { return uri.starts_with("urn:passend:"); });
}

/// A licence that another source calls a competence is a licence all the same.
bool may_join(ConceptKind ours, ConceptKind theirs) {
  return ours == theirs || (ours == ConceptKind::credential && theirs == ConceptKind::competence);
}

class StarterLoader {
 public:
  StarterLoader(std::filesystem::path directory, const std::vector<std::string>& languages, Draft& draft)
      : directory_(std::move(directory)), languages_(languages), draft_(draft) {}

  void load() {
    load_concepts("groups.csv", ConceptKind::occupation_group);
    load_concepts("occupations.csv", ConceptKind::occupation);
    load_concepts("competences.csv", ConceptKind::competence);
    load_concepts("credentials.csv", ConceptKind::credential);
    for (const auto& [child, parent_id] : parents_) {
      if (const auto parent = draft_.find(uri_of(parent_id))) {
        draft_.broader.emplace_back(child, *parent);
      } else {
        draft_.drop("starter: the broader concept '" + parent_id + "' does not exist");
      }
    }
    for (const auto& [index, retired_id] : replaced_) draft_.replace(index, uri_of(retired_id));
    load_relations();
  }

 private:
  void load_concepts(const char* name, ConceptKind kind) {
    SourceFile file(directory_ / name, draft_);
    const std::size_t id = file.required_column("id");
    file.required_column("label_nl");
    while (file.next()) {
      if (file.field(id).empty()) {
        file.drop("the row has no id");
      } else if (draft_.find(uri_of(file.field(id)))) {
        file.drop("the id stands there twice");
      } else if (const auto row_kind = kind_of(file, kind)) {
        load_row(file, *row_kind, joined(file, *row_kind, uri_of(file.field(id))));
      } else {
        file.drop("the kind is neither occupation_group nor competence_group");
      }
    }
  }

  static std::optional<ConceptKind> kind_of(const SourceFile& file, ConceptKind kind) {
    if (kind != ConceptKind::occupation_group) return kind;
    const std::string_view value = file.field(file.column("kind"));
    if (value == "occupation_group") return ConceptKind::occupation_group;
    if (value == "competence_group") return ConceptKind::competence_group;
    return std::nullopt;
  }

  DraftIndex joined(SourceFile& file, ConceptKind kind, const std::string& uri) {
    const std::vector<std::string> others = split(file.field(file.column("esco")), '|');
    std::optional<DraftIndex> same;
    std::vector<DraftIndex> taken;
    for (const std::string& other : others) {
      const auto found = draft_.find(other);
      if (!found) continue;
      if (!may_join(kind, draft_[*found].kind)) {
        file.drop("the link in the column esco leads to another kind of concept");
      } else if (same || has_starter_uri(draft_[*found])) {
        taken.push_back(*found);
      } else {
        same = found;
      }
    }
    const DraftIndex index = same ? *same : draft_.add(kind, uri);
    if (same) {
      ++draft_.linked_same;
      draft_[index].kind = kind;
      draft_.add_uri(index, uri);
    }
    for (const std::string& other : others) draft_.add_uri(index, other);
    for (const DraftIndex other : taken) draft_.mappings.push_back({index, other, similarity::mapped_by_source});
    return index;
  }

  void load_row(const SourceFile& file, ConceptKind kind, DraftIndex index) {
    DraftConcept& row = draft_[index];
    for (const std::string& language : languages_) {
      add_labels(row, language, LabelType::preferred, file.field(file.column("label_" + language)));
      add_labels(row, language, LabelType::alternative, file.field(file.column("alt_" + language)));
    }
    const auto set = [&](Property property, std::string_view value) {
      if (!value.empty()) row.properties[property] = std::string(value);
    };
    set(Property::isco, file.field(file.column("isco")));
    set(Property::sector, file.field(file.column("sbi")));
    set(Property::work_level, file.field(file.column("work_level")));
    set(Property::validity_months, file.field(file.column("validity_months")));
    const bool has_form = kind == ConceptKind::competence || kind == ConceptKind::credential;
    if (has_form) set(Property::form, file.field(file.column("kind")));
    for (std::string& parent : split(file.field(file.column("broader")), '|')) {
      parents_.emplace_back(index, std::move(parent));
    }
    for (std::string& retired : split(file.field(file.column("replaces")), '|')) {
      replaced_.emplace_back(index, std::move(retired));
    }
  }

  static void add_labels(DraftConcept& row, const std::string& language, LabelType type, std::string_view list) {
    for (std::string& label : split(list, '|')) {
      row.labels.push_back({language, std::move(label), type, Origin::starter});
    }
  }

  void load_relations() {
    SourceFile file(directory_ / "relations.csv", draft_);
    const std::size_t occupation = file.required_column("occupation");
    const std::size_t target = file.required_column("target");
    const std::size_t relation = file.required_column("relation");
    while (file.next()) {
      const auto from = draft_.find(uri_of(file.field(occupation)));
      const auto to = draft_.find(uri_of(file.field(target)));
      const bool is_essential = file.field(relation) == "essential";
      if (!from || !to) {
        file.drop("the relation names a concept that does not exist");
      } else if (!is_essential && file.field(relation) != "optional") {
        file.drop("the relation is neither essential nor optional");
      } else {
        draft_.demands.push_back({*from, *to, is_essential});
      }
    }
  }

  std::filesystem::path directory_;
  const std::vector<std::string>& languages_;
  Draft& draft_;
  std::vector<std::pair<DraftIndex, std::string>> parents_;
  std::vector<std::pair<DraftIndex, std::string>> replaced_;
};

}  // namespace

void load_starter(const std::filesystem::path& directory, const std::vector<std::string>& languages, Draft& draft) {
  StarterLoader(directory, languages, draft).load();
}

}  // namespace passend::taxonomy
