// SPDX-License-Identifier: EUPL-1.2
#include "tests/quality/dataset.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "indexer/base/error.hpp"

namespace passend::quality {
namespace {

constexpr std::uint64_t fold_seed = 20260101;

std::vector<std::vector<std::string>> read_rows(const std::filesystem::path& path, std::size_t columns) {
  std::ifstream in(path);
  if (!in) throw Error(ErrorCode::file_missing, "there is no '" + path.string() + "'; a dataset has the form of MELO");
  std::vector<std::vector<std::string>> rows;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    std::vector<std::string> row;
    std::size_t begin = 0;
    for (std::size_t tab = 0; tab != std::string::npos && row.size() < columns; begin = tab + 1) {
      tab = line.find('\t', begin);
      row.push_back(line.substr(begin, tab == std::string::npos ? tab : tab - begin));
    }
    if (row.size() < columns) {
      throw Error(ErrorCode::malformed_document, path.string() + ", line " + std::to_string(number) + ": there are " +
                                                     std::to_string(row.size()) + " columns between tabs, not " +
                                                     std::to_string(columns));
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

std::uint64_t hash_of(const std::string& text) {
  std::uint64_t state = 0xCBF29CE484222325ULL ^ fold_seed;
  for (const char byte : text) state = (state ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
  state ^= state >> 29;
  return state * 0xBF58476D1CE4E5B9ULL;
}

class Folds {
 public:
  explicit Folds(Dataset& dataset) : dataset_(dataset), parents_(dataset.concepts.size()) {
    std::iota(parents_.begin(), parents_.end(), std::size_t{0});
  }

  void deal() {
    for (const Query& query : dataset_.queries) {
      for (const std::size_t label : query.relevant) join(owner(query.relevant.front()), owner(label));
    }
    std::map<std::tuple<std::uint64_t, std::string>, std::vector<Query*>> groups;
    for (Query& query : dataset_.queries) {
      const std::string name =
          query.relevant.empty() ? query.element.id : dataset_.concepts[root(owner(query.relevant.front()))];
      groups[{hash_of(name), name}].push_back(&query);
    }
    std::array<std::size_t, fold_count> sizes{};
    for (const auto& [name, members] : groups) {
      const auto smallest = static_cast<std::size_t>(std::min_element(sizes.begin(), sizes.end()) - sizes.begin());
      sizes[smallest] += members.size();
      for (Query* query : members) query->fold = smallest;
    }
  }

 private:
  std::size_t owner(std::size_t label) const { return dataset_.owners[label]; }
  std::size_t root(std::size_t one) const {
    while (parents_[one] != one) one = parents_[one];
    return one;
  }
  /// The root is the concept that stands first, so that the order of the judgements does not matter.
  void join(std::size_t left, std::size_t right) {
    const auto [first, second] = std::minmax(root(left), root(right));
    parents_[second] = first;
  }

  Dataset& dataset_;
  std::vector<std::size_t> parents_;
};

}  // namespace

Dataset read_dataset(const std::filesystem::path& directory) {
  Dataset dataset;
  dataset.name = std::filesystem::canonical(directory).filename().string();
  std::map<std::string, std::string> uris;
  if (std::filesystem::exists(directory / "concept_mapping.tsv")) {
    for (auto& row : read_rows(directory / "concept_mapping.tsv", 2)) uris[row[0]] = row[1];
  }
  std::map<std::string, std::size_t> labels;
  std::map<std::string, std::size_t> concepts;
  for (auto& row : read_rows(directory / "corpus_elements.tsv", 2)) {
    const auto uri = uris.find(row[0]);
    const std::string name = uri != uris.end() ? uri->second : row[0].substr(0, row[0].rfind('_'));
    const auto [known, is_new] = concepts.try_emplace(name, dataset.concepts.size());
    if (is_new) dataset.concepts.push_back(name);
    labels.emplace(row[0], dataset.labels.size());
    dataset.owners.push_back(known->second);
    dataset.labels.push_back({row[0], row[1]});
  }
  std::map<std::string, std::size_t> queries;
  for (auto& row : read_rows(directory / "queries.tsv", 2)) {
    queries.emplace(row[0], dataset.queries.size());
    dataset.queries.push_back({.element = {row[0], row[1]}, .relevant = {}});
  }
  for (auto& row : read_rows(directory / "annotations.tsv", 4)) {
    const auto query = queries.find(row[0]);
    const auto label = labels.find(row[2]);
    if (query == queries.end() || label == labels.end() || row[3] == "0") continue;
    dataset.queries[query->second].relevant.push_back(label->second);
  }
  for (Query& query : dataset.queries) {
    std::sort(query.relevant.begin(), query.relevant.end());
    query.relevant.erase(std::unique(query.relevant.begin(), query.relevant.end()), query.relevant.end());
  }
  Folds(dataset).deal();
  return dataset;
}

}  // namespace passend::quality
