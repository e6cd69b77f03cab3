// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "indexer/taxonomy/linker.hpp"
#include "tests/quality/dataset.hpp"
#include "tests/quality/measures.hpp"

namespace passend::quality {

/// Unit groups of ISCO-08 by URI, as four digits.
using UnitGroups = std::map<std::string, std::string>;

/// Of the column iscoGroup of every occupations_*.csv under a directory: nothing else of them is read; and of the
/// concepts of the dataset that are unit groups themselves.
UnitGroups read_unit_groups(const std::filesystem::path& directory, const Dataset& dataset);

/// The language of a dataset by its element ids ("C000001_nl_000"); Dutch when they do not tell.
std::string language_of(const Dataset& dataset);

/// The linker of the product over a taxonomy that holds the labels of a dataset and nothing more. The first label of a
/// concept is the preferred one. Safe for any number of threads.
class OwnLinker {
 public:
  OwnLinker(const Dataset& dataset, const UnitGroups& groups);

  std::vector<taxonomy::RankedLabel> rank(std::string_view text, const taxonomy::LinkModel& model) const;

  /// As the measures want it: labels of the dataset in the order in which the product answers, each concept once with
  /// its best label, then the further labels by score. Those of equal rank have equal scores.
  Ranking ranking(const std::vector<taxonomy::RankedLabel>& labels) const;
  /// All labels by score alone, so that the labels of one concept stand in each other's way.
  Ranking ranking_by_score(const std::vector<taxonomy::RankedLabel>& labels) const;

  /// The labels of the dataset that are one label of the taxonomy: several when one concept has a text twice.
  const std::vector<std::size_t>& labels_of(std::uint32_t row) const { return labels_of_[row]; }

 private:
  std::filesystem::path path_;
  std::unique_ptr<taxonomy::FileReader> file_;
  std::vector<std::vector<std::size_t>> labels_of_;
};

}  // namespace passend::quality
