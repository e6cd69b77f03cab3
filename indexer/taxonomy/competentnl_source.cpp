// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/competentnl_source.hpp"

#include <algorithm>
#include <unordered_map>

#include "indexer/base/error.hpp"
#include "indexer/taxonomy/label_variants.hpp"
#include "indexer/taxonomy/similarity.hpp"
#include "indexer/taxonomy/source_file.hpp"
#include "indexer/text/unicode.hpp"

namespace passend::taxonomy {
namespace {

constexpr std::size_t most_meanings = 3;

struct Incoming {
  std::string uri;
  std::string preferred;
  std::vector<std::string> others;
};

/// Which of the concepts loaded before carry a label.
class LabelIndex {
 public:
  LabelIndex(const Draft& draft, ConceptKind kind) {
    for (DraftIndex i = 0; i < draft.size(); ++i) {
      if (draft[i].kind != kind) continue;
      for (const DraftLabel& label : draft[i].labels) {
        const std::string key = text::normalise(label.text);
        add(any_[key], i);
        if (label.type == LabelType::preferred && label.language == "nl") add(preferred_[key], i);
      }
    }
  }

  std::vector<DraftIndex> with_preferred(const std::string& key) const { return found(preferred_, key); }
  std::vector<DraftIndex> with_any(const std::string& key) const { return found(any_, key); }

 private:
  using Map = std::unordered_map<std::string, std::vector<DraftIndex>>;
  static void add(std::vector<DraftIndex>& list, DraftIndex index) {
    if (list.empty() || list.back() != index) list.push_back(index);
  }
  static std::vector<DraftIndex> found(const Map& map, const std::string& key) {
    const auto row = map.find(key);
    return row == map.end() ? std::vector<DraftIndex>() : row->second;
  }
  Map preferred_;
  Map any_;
};

class CompetentNlLoader {
 public:
  CompetentNlLoader(std::filesystem::path directory, Draft& draft) : directory_(std::move(directory)), draft_(draft) {}

  void load() {
    load_file("occupation_labels.csv", ConceptKind::occupation, "");
    load_file("capability_labels.csv", ConceptKind::competence, "skill");
    load_file("knowledge_labels.csv", ConceptKind::competence, "knowledge");
  }

 private:
  void load_file(const char* name, ConceptKind kind, std::string_view form) {
    const auto path = directory_ / name;
    if (kind == ConceptKind::competence && !std::filesystem::exists(path)) return;
    const std::vector<Incoming> incoming = read(path);
    const LabelIndex index(draft_, kind);
    std::unordered_map<std::string, std::size_t> preferred_count;
    for (const Incoming& row : incoming) ++preferred_count[text::normalise(row.preferred)];
    for (const Incoming& row : incoming) {
      const std::string key = text::normalise(row.preferred);
      const auto same = index.with_preferred(key);
      const bool is_one_to_one = same.size() == 1 && preferred_count[key] == 1;
      const DraftIndex here = is_one_to_one ? same.front() : draft_.add(kind, row.uri);
      if (is_one_to_one) {
        draft_.add_uri(here, row.uri);
        ++draft_.linked_same;
      } else if (!map_to_others(here, row, index)) {
        ++draft_.unlinked;
      }
      add_labels(draft_[here], row, form);
    }
  }

  std::vector<Incoming> read(const std::filesystem::path& path) {
    SourceFile file(path, draft_);
    const std::size_t uri = uri_column(file);
    const std::size_t preferred = file.required_column("pref_label");
    const std::size_t label = file.required_column("label");
    std::vector<Incoming> rows;
    std::unordered_map<std::string, std::size_t> position;
    while (file.next()) {
      const std::string name(file.field(uri));
      if (name.empty() || file.field(preferred).empty()) {
        file.drop("the row has no URI or no preferred label");
        continue;
      }
      const auto [found, is_new] = position.try_emplace(name, rows.size());
      if (is_new) rows.push_back({name, std::string(file.field(preferred)), {}});
      const std::string text(file.field(label));
      if (!text.empty() && text != rows[found->second].preferred) rows[found->second].others.push_back(text);
    }
    return rows;
  }

  /// Called `uri` in one release, `occupation_uri` and the like in another.
  static std::size_t uri_column(const SourceFile& file) {
    const auto& names = file.header();
    const auto found = std::find_if(names.begin(), names.end(),
                                    [](const std::string& name) { return name == "uri" || name.ends_with("_uri"); });
    return found == names.end() ? file.required_column("uri") : static_cast<std::size_t>(found - names.begin());
  }

  bool map_to_others(DraftIndex here, const Incoming& row, const LabelIndex& index) {
    if (map_by(here, text::normalise(row.preferred), similarity::mapped_by_preferred, index)) return true;
    for (const LabelVariant& variant : label_variants(row.preferred)) {
      if (map_by(here, variant.text, similarity::mapped_by_label, index)) return true;
    }
    for (const std::string& other : row.others) {
      for (const LabelVariant& variant : label_variants(other)) {
        if (map_by(here, variant.text, similarity::mapped_by_label, index)) return true;
      }
    }
    return false;
  }

  bool map_by(DraftIndex here, const std::string& key, int similarity_bp, const LabelIndex& index) {
    std::vector<DraftIndex> there = index.with_preferred(key);
    if (there.empty()) there = index.with_any(key);
    if (there.empty() || there.size() > most_meanings) return false;
    for (const DraftIndex other : there) draft_.mappings.push_back({here, other, similarity_bp});
    return true;
  }

  static void add_labels(DraftConcept& row, const Incoming& incoming, std::string_view form) {
    row.labels.push_back({"nl", incoming.preferred, LabelType::preferred, Origin::competentnl});
    for (const std::string& other : incoming.others) {
      row.labels.push_back({"nl", other, LabelType::alternative, Origin::competentnl});
    }
    if (!form.empty()) row.properties.try_emplace(Property::form, form);
  }

  std::filesystem::path directory_;
  Draft& draft_;
};

}  // namespace

void load_competentnl(const std::filesystem::path& directory, Draft& draft) {
  CompetentNlLoader(directory, draft).load();
}

}  // namespace passend::taxonomy
