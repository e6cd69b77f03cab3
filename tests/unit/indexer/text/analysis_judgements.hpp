// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/text/csv_reader.hpp"
#include "indexer/text/unicode.hpp"

namespace passend::text {

/// A row of fixtures/judgements/analysis.tsv: how a person reads a word or phrase.
struct Judgement {
  std::string text;
  std::string expected;
};

inline std::vector<Judgement> judgements_of(std::string_view kind) {
  std::ifstream in(std::string(PASSEND_SOURCE_DIR) + "/fixtures/judgements/analysis.tsv");
  CsvReader rows(in, {.delimiter = '\t'});
  const std::size_t kind_column = rows.required_column("kind");
  const std::size_t text_column = rows.required_column("text");
  const std::size_t expected_column = rows.required_column("expected");
  std::vector<Judgement> judgements;
  while (rows.next() == CsvEvent::record) {
    if (rows.field(kind_column) != kind) continue;
    judgements.push_back({std::string(rows.field(text_column)), std::string(rows.field(expected_column))});
  }
  return judgements;
}

}  // namespace passend::text
