// SPDX-License-Identifier: EUPL-1.2
#include "tests/quality/own_linker.hpp"

#include <unistd.h>

#include <fstream>
#include <set>
#include <string_view>

#include "indexer/base/file.hpp"
#include "indexer/taxonomy/assemble.hpp"
#include "indexer/taxonomy/file_writer.hpp"
#include "indexer/text/csv_reader.hpp"
#include "indexer/text/unicode.hpp"

namespace passend::quality {

using namespace taxonomy;

UnitGroups read_unit_groups(const std::filesystem::path& directory, const Dataset& dataset) {
  UnitGroups groups;
  constexpr std::string_view group_uri = "http://data.europa.eu/esco/isco/C";
  for (const std::string& uri : dataset.concepts) {
    if (uri.starts_with(group_uri) && uri.size() == group_uri.size() + 4)
      groups.emplace(uri, uri.substr(group_uri.size()));
  }
  if (directory.empty() || !std::filesystem::exists(directory)) return groups;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
    if (!entry.path().filename().string().starts_with("occupations_")) continue;
    std::ifstream in(entry.path());
    text::CsvReader reader(in);
    const auto uri = reader.required_column("conceptUri");
    const auto group = reader.required_column("iscoGroup");
    for (auto event = reader.next(); event != text::CsvEvent::end; event = reader.next()) {
      if (event != text::CsvEvent::record) continue;
      std::string code(reader.field(group));
      if (!code.empty() && code.size() < 4) code.insert(0, 4 - code.size(), '0');
      groups.emplace(reader.field(uri), code);
    }
  }
  return groups;
}

std::string language_of(const Dataset& dataset) {
  if (!dataset.labels.empty()) {
    const std::string& id = dataset.labels.front().id;
    const std::size_t first = id.find('_');
    const std::size_t second = first == std::string::npos ? first : id.find('_', first + 1);
    if (second != std::string::npos && second - first == 3) return id.substr(first + 1, 2);
  }
  return "nl";
}

OwnLinker::OwnLinker(const Dataset& dataset, const UnitGroups& groups) {
  const std::string language = language_of(dataset);
  Draft draft;
  for (std::size_t i = 0; i < dataset.labels.size(); ++i) {
    const std::string& uri = dataset.concepts[dataset.owners[i]];
    DraftConcept& added = draft[draft.add(ConceptKind::occupation, uri)];
    const LabelType type = added.labels.empty() ? LabelType::preferred : LabelType::alternative;
    added.labels.push_back({language, dataset.labels[i].text, type, Origin::esco});
    const auto group = groups.find(uri);
    if (group != groups.end()) added.properties[Property::isco] = group->second;
  }
  const FileContent content = assemble(draft, {.name = dataset.name, .languages = {language}, .pairs = {}});
  path_ = std::filesystem::temp_directory_path() / ("passend-quality-" + std::to_string(::getpid()) + ".taxonomy");
  write_file_durably(path_, serialise(content).bytes);
  file_ = std::make_unique<FileReader>(path_);
  std::filesystem::remove(path_);  // The mapping stays.
  std::map<std::pair<std::string, std::string>, std::uint32_t> rows;
  for (std::uint32_t row = 0; row < content.labels.size(); ++row) {
    const ConceptRow& owner = content.concepts[content.labels[row].owner];
    rows.emplace(std::pair(std::string(content.view(content.uris[owner.uris.begin].text)),
                           text::normalise(content.view(content.labels[row].text))),
                 row);
  }
  labels_of_.resize(content.labels.size());
  for (std::size_t i = 0; i < dataset.labels.size(); ++i) {
    const auto row = rows.find({dataset.concepts[dataset.owners[i]], text::normalise(dataset.labels[i].text)});
    if (row != rows.end()) labels_of_[row->second].push_back(i);
  }
}

std::vector<RankedLabel> OwnLinker::rank(std::string_view text, const LinkModel& model) const {
  return rank_labels(*file_, model, {.text = text, .kind = ConceptKind::occupation, .limit = 1});
}

Ranking OwnLinker::ranking(const std::vector<RankedLabel>& labels) const {
  std::vector<const RankedLabel*> first;
  std::vector<const RankedLabel*> further;
  std::set<ConceptIndex> seen;
  for (const RankedLabel& label : labels) (seen.insert(label.owner).second ? first : further).push_back(&label);
  Ranking ranking;
  std::int64_t place = 0;
  for (const auto* part : {&first, &further}) {
    for (std::size_t i = 0; i < part->size(); ++i) {
      const RankedLabel& label = *(*part)[i];
      if (i == 0 || !label.same_rank(*(*part)[i - 1])) --place;
      for (const std::size_t one : labels_of_[label.label]) ranking.push_back({one, place});
    }
  }
  return ranking;
}

Ranking OwnLinker::ranking_by_score(const std::vector<RankedLabel>& labels) const {
  Ranking ranking;
  std::int64_t place = 0;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (i > 0 && !labels[i].same_rank(labels[i - 1])) --place;
    for (const std::size_t label : labels_of_[labels[i].label]) ranking.push_back({label, place});
  }
  return ranking;
}

}  // namespace passend::quality
