// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/esco_source.hpp"

#include <algorithm>

#include "indexer/base/error.hpp"
#include "indexer/taxonomy/source_file.hpp"

namespace passend::taxonomy {
namespace {

namespace fs = std::filesystem;

/// "skill/competence" and "knowledge" in the words that the starter set uses.
std::string_view form_of(std::string_view skill_type) {
  return skill_type == "skill/competence" ? "skill" : skill_type;
}

enum class Fallback : std::uint8_t { no, only_for_unlabelled };

struct LabelFile {
  const char* stem = "";
  ConceptKind kind = ConceptKind::occupation;
};
constexpr LabelFile label_files[] = {
    {"ISCOGroups", ConceptKind::occupation_group},
    {"occupations", ConceptKind::occupation},
    {"skillGroups", ConceptKind::competence_group},
    {"skills", ConceptKind::competence},
};

class EscoLoader {
 public:
  EscoLoader(fs::path directory, std::vector<std::string> languages, Draft& draft)
      : directory_(std::move(directory)), languages_(std::move(languages)), draft_(draft) {}

  void load() {
    bool has_occupations = false;
    for (const LabelFile& file : label_files) {
      for (const std::string& language : languages_) {
        const bool loaded = load_labels(file, language, Fallback::no);
        has_occupations |= loaded && file.kind == ConceptKind::occupation;
      }
      if (!is_wanted("en")) load_labels(file, "en", Fallback::only_for_unlabelled);
    }
    if (!has_occupations) {
      throw Error(ErrorCode::file_missing, "'" + directory_.string() +
                                               "' holds no ESCO set in the languages asked for: there is no "
                                               "occupations_" +
                                               languages_.front() + ".csv");
    }
    for (const auto& [retired, successor] : replaced_) {
      if (const auto index = draft_.find(successor)) draft_.replace(*index, retired);
    }
    load_broader("broaderRelationsOccPillar");
    load_broader("broaderRelationsSkillPillar");
    load_demands();
  }

 private:
  bool is_wanted(std::string_view language) const {
    return std::find(languages_.begin(), languages_.end(), language) != languages_.end();
  }

  bool load_labels(const LabelFile& source, const std::string& language, Fallback fallback) {
    const fs::path path = directory_ / (std::string(source.stem) + "_" + language + ".csv");
    if (!fs::exists(path)) return false;
    SourceFile file(path, draft_);
    const std::size_t uri = file.required_column("conceptUri");
    const std::size_t preferred = file.required_column("preferredLabel");
    const auto status = file.column("status");
    while (file.next()) {
      if (file.field(uri).empty() || file.field(preferred).empty()) {
        file.drop("the row has no URI or no preferred label");
      } else if (file.field(status) == "obsolete") {
        file.drop("the concept is obsolete");
        note_successor(file);
      } else {
        load_row(file, source.kind, language, fallback);
      }
    }
    return true;
  }

  /// A set can say what an obsolete concept is replaced by, under one of several names. Several successors are none:
  /// nobody knows which of them is meant.
  void note_successor(const SourceFile& file) {
    for (const char* name : {"isReplacedBy", "replacedBy", "replacedByUri"}) {
      auto successors = split(file.field(file.column(name)), '\n');
      if (successors.size() == 1)
        replaced_.emplace_back(std::string(file.field(file.column("conceptUri"))), successors[0]);
    }
  }

  void load_row(SourceFile& file, ConceptKind kind, const std::string& language, Fallback fallback) {
    const DraftIndex index = draft_.add(kind, file.field(file.column("conceptUri")));
    DraftConcept& row = draft_[index];
    const bool has_label = std::any_of(row.labels.begin(), row.labels.end(),
                                       [&](const DraftLabel& label) { return label.language == language; });
    if (has_label) {
      file.drop("the concept stands there twice or in a set loaded before");
      return;
    }
    if (fallback == Fallback::only_for_unlabelled && !row.labels.empty()) return;
    const auto add = [&](std::string text, LabelType type) {
      row.labels.push_back({language, std::move(text), type, Origin::esco});
    };
    add(std::string(file.field(file.column("preferredLabel"))), LabelType::preferred);
    for (auto& label : split(file.field(file.column("altLabels")), '\n')) add(std::move(label), LabelType::alternative);
    for (auto& label : split(file.field(file.column("hiddenLabels")), '\n')) add(std::move(label), LabelType::hidden);
    set(row, Property::isco, file.field(file.column(kind == ConceptKind::occupation ? "iscoGroup" : "code")), kind);
    if (kind == ConceptKind::competence) set(row, Property::form, form_of(file.field(file.column("skillType"))), kind);
  }

  static void set(DraftConcept& row, Property property, std::string_view value, ConceptKind kind) {
    const bool is_code_of_a_competence =
        property == Property::isco && kind != ConceptKind::occupation && kind != ConceptKind::occupation_group;
    if (!value.empty() && !is_code_of_a_competence) row.properties[property] = std::string(value);
  }

  /// Relation files carry a language in their name in some releases, though they hold no words.
  std::optional<fs::path> relation_file(const std::string& stem) const {
    std::vector<std::string> names{stem + ".csv"};
    for (const std::string& language : languages_)
      names.push_back(std::string(stem).append("_").append(language).append(".csv"));
    names.push_back(stem + "_en.csv");
    for (const std::string& name : names) {
      if (fs::exists(directory_ / name)) return directory_ / name;
    }
    return std::nullopt;
  }

  void load_broader(const std::string& stem) {
    const auto path = relation_file(stem);
    if (!path) return;
    SourceFile file(*path, draft_);
    const std::size_t child = file.required_column("conceptUri");
    const std::size_t parent = file.required_column("broaderUri");
    while (file.next()) {
      const auto from = draft_.find(file.field(child));
      const auto to = draft_.find(file.field(parent));
      if (from && to) {
        draft_.broader.emplace_back(*from, *to);
      } else {
        file.drop("the relation names a concept that does not exist");
      }
    }
  }

  void load_demands() {
    const auto path = relation_file("occupationSkillRelations");
    if (!path) return;
    SourceFile file(*path, draft_);
    const std::size_t occupation = file.required_column("occupationUri");
    const std::size_t skill = file.required_column("skillUri");
    const std::size_t type = file.required_column("relationType");
    while (file.next()) {
      const auto from = draft_.find(file.field(occupation));
      const auto to = draft_.find(file.field(skill));
      if (from && to) {
        draft_.demands.push_back({*from, *to, file.field(type) == "essential"});
      } else {
        file.drop("the relation names a concept that does not exist");
      }
    }
  }

  fs::path directory_;
  std::vector<std::string> languages_;
  Draft& draft_;
  std::vector<std::pair<std::string, std::string>> replaced_;  ///< Retired URI and the one that takes its place.
};

}  // namespace

void load_esco(const fs::path& directory, const std::vector<std::string>& languages, Draft& draft) {
  EscoLoader(directory, languages, draft).load();
}

}  // namespace passend::taxonomy
