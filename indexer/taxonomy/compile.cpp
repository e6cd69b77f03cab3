// SPDX-License-Identifier: EUPL-1.2
#include "indexer/taxonomy/compile.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include "indexer/base/error.hpp"
#include "indexer/base/file.hpp"
#include "indexer/taxonomy/assemble.hpp"
#include "indexer/taxonomy/competentnl_source.hpp"
#include "indexer/taxonomy/esco_source.hpp"
#include "indexer/taxonomy/file_writer.hpp"
#include "indexer/taxonomy/starter_source.hpp"

namespace passend::taxonomy {
namespace {

constexpr std::array<std::string_view, kind_count> kind_names{"occupation", "competence", "credential",
                                                              "occupation_group", "competence_group"};

std::string name_of(const Sources& sources) {
  std::string name;
  const auto add = [&](const std::string& part) { name += (name.empty() ? "" : " + ") + part; };
  if (sources.starter_dir) add("starter");
  for (const auto& directory : sources.esco_dirs) {
    const std::filesystem::path clean = directory.lexically_normal();
    add("ESCO " + (clean.has_filename() ? clean : clean.parent_path()).filename().string());
  }
  if (sources.competentnl_dir) add("CompetentNL");
  return name;
}

Draft load(const Sources& sources, const ProgressSink& progress) {
  const std::uint64_t total =
      sources.esco_dirs.size() + (sources.starter_dir ? 1 : 0) + (sources.competentnl_dir ? 1 : 0);
  std::uint64_t done = 0;
  const auto tell = [&] {
    if (progress) progress({"read taxonomies", done, total, "sources"});
    ++done;
  };
  Draft draft;
  // ESCO first, because the starter set names ESCO concepts; CompetentNL last, because it is tied by labels to all
  // others.
  for (const auto& directory : sources.esco_dirs) {
    tell();
    load_esco(directory, sources.languages, draft);
  }
  if (sources.starter_dir) {
    tell();
    load_starter(*sources.starter_dir, sources.languages, draft);
  }
  if (sources.competentnl_dir) {
    tell();
    load_competentnl(*sources.competentnl_dir, draft);
  }
  return draft;
}

void count_concepts(const Draft& draft, const std::vector<std::string>& languages, CompileReport& report) {
  report.concepts = draft.size();
  for (DraftIndex i = 0; i < draft.size(); ++i) {
    const std::string kind(kind_names[static_cast<std::size_t>(draft[i].kind)]);
    ++report.concepts_by_kind[kind];
    std::set<std::string> present;
    for (const DraftLabel& label : draft[i].labels) present.insert(label.language);
    for (const std::string& language : languages) {
      if (!present.contains(language)) ++report.fallbacks[std::string(kind).append(" ").append(language)];
    }
  }
}

void count_rows(const FileContent& content, CompileReport& report) {
  for (const LabelRow& row : content.labels) {
    const TextRef language = content.languages[row.language];
    ++report.labels_by_language[content.text.substr(language.offset, language.size)];
  }
  report.relations = content.demands.size();
  report.related_pairs = content.related.size() / 2;
}

std::size_t mapped_concepts(const Draft& draft) {
  std::set<DraftIndex> from;
  for (const DraftMapping& mapping : draft.mappings) from.insert(mapping.from);
  return from.size();
}

}  // namespace

CompileReport compile(const Sources& sources, const std::filesystem::path& output, const ProgressSink& progress) {
  if (sources.esco_dirs.empty() && !sources.starter_dir && !sources.competentnl_dir) {
    throw Error(ErrorCode::invalid_input, "no taxonomy was named; give the starter set, an ESCO set or CompetentNL");
  }
  if (sources.languages.empty())
    throw Error(ErrorCode::invalid_input, "no language was named; give at least one, as nl");
  const Draft draft = load(sources, progress);
  if (progress) progress({"relate concepts", 0, draft.size(), "concepts"});
  const Assembly assembly{name_of(sources), sources.languages, similar_pairs(draft)};
  if (progress) progress({"index labels", 0, draft.size(), "concepts"});
  const FileContent content = assemble(draft, assembly);
  const Serialised file = serialise(content);
  if (progress) progress({"write the taxonomy", 0, file.bytes.size(), "bytes"});
  write_file_durably(output, file.bytes);

  CompileReport report;
  report.name = assembly.name;
  report.hash = file.hash;
  report.bytes = file.bytes.size();
  count_concepts(draft, sources.languages, report);
  count_rows(content, report);
  report.linked_same = draft.linked_same;
  report.linked_mapped = mapped_concepts(draft);
  report.unlinked = draft.unlinked;
  report.dropped = draft.dropped;
  return report;
}

}  // namespace passend::taxonomy
