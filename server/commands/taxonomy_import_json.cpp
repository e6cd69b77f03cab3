// SPDX-License-Identifier: EUPL-1.2
#include <nlohmann/json.hpp>

#include "server/commands/output.hpp"
#include "server/commands/taxonomy_import.hpp"

namespace passend::commands {
namespace {

using Json = nlohmann::ordered_json;

Json compiled_json(const taxonomy::CompileReport& report) {
  return Json{{"name", report.name},
              {"hash", report.hash},
              {"bytes", report.bytes},
              {"concepts", report.concepts},
              {"conceptsByKind", report.concepts_by_kind},
              {"labelsByLanguage", report.labels_by_language},
              {"fallbacks", report.fallbacks},
              {"relations", report.relations},
              {"relatedPairs", report.related_pairs},
              {"linkedSame", report.linked_same},
              {"linkedMapped", report.linked_mapped},
              {"unlinked", report.unlinked},
              {"dropped", report.dropped}};
}

Json changes_json(const TaxonomyImport& import) {
  Json json{{"before", import.before}, {"unchanged", import.diff.unchanged}, {"list", Json::array()}};
  using enum taxonomy::ConceptChange;
  for (const auto change : {added, retired, merged, renamed}) {
    json[std::string(to_text(change))] = import.diff.count(change);
  }
  for (const auto& row : import.diff.changes) {
    Json item{{"change", to_text(row.change)}, {"kind", to_text(row.kind)}, {"uri", row.uri}, {"label", row.label}};
    if (row.basis != taxonomy::SuccessorBasis::none) {
      item["basis"] = to_text(row.basis);
      item["successorUri"] = row.successor_uri;
    }
    if (!row.successor_label.empty()) item["successorLabel"] = row.successor_label;
    json["list"].push_back(std::move(item));
  }
  return json;
}

}  // namespace

std::string to_json(const TaxonomyImport& import) {
  Json json = compiled_json(import.compiled);
  json["inUse"] = import.is_in_use;
  if (!import.before.empty()) json["changes"] = changes_json(import);
  if (import.references) {
    const auto& references = *import.references;
    json["references"] = Json{{"recordsRead", references.records_read},
                              {"recordsRewritten", references.records_rewritten},
                              {"rewritten", references.references_rewritten},
                              {"keptAsText", references.references_kept},
                              {"keptLabels", references.kept}};
  }
  return json.dump();
}

}  // namespace passend::commands
