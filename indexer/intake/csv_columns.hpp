// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "indexer/base/date.hpp"
#include "indexer/intake/csv_cell.hpp"
#include "indexer/store/store.hpp"

namespace passend::intake {

/// One documented column. Names are compared without regard to case, blanks and hyphens; docs/import.md describes each.
struct ColumnInfo {
  std::string_view name;
  std::string_view dutch_name;
  Echo echo = Echo::shown;
  enum class Presence : std::uint8_t { optional, required } presence = Presence::optional;
};

/// The cells of one row, one text per column of the kind and in its order; empty: not known.
struct Row {
  std::vector<std::string> cells;
  std::optional<Date> birth_date;  ///< From a column that is dropped by rule.
  Date today;
  Leniency leniency = Leniency::own_columns;
};

/// What a kind of CSV file holds: its columns, and how a row of them becomes a record. The record has no source system
/// and no id yet; absent after a rejection.
struct CsvKind {
  std::vector<ColumnInfo> columns;
  std::function<std::optional<store::Record>(const Row&, RecordNotes&)> read;
};

CsvKind csv_portfolios();
CsvKind csv_vacancies();
CsvKind csv_employers();

/// A column with the way in which it goes into a draft of the record.
template <class Draft>
struct ColumnOf {
  ColumnInfo info;
  void (*read)(Draft&, const Cell&) = nullptr;
};

template <class Draft, std::size_t n>
std::vector<ColumnInfo> infos_of(const ColumnOf<Draft> (&columns)[n]) {
  std::vector<ColumnInfo> infos;
  for (const auto& column : columns) infos.push_back(column.info);
  return infos;
}

/// Reads the filled cells of a row into a draft, in the order of the columns.
template <class Draft, std::size_t n>
void fill(Draft& draft, const ColumnOf<Draft> (&columns)[n], const Row& row, RecordNotes& notes) {
  for (std::size_t i = 0; i < n; ++i) {
    const std::string_view text = trimmed(row.cells[i]);
    if (text.empty()) {
      if (columns[i].info.presence == ColumnInfo::Presence::required) {
        notes.reject({.field = std::string(columns[i].info.name),
                      .value = {},
                      .reason = "the value is required and is empty",
                      .remedy = "fill it in and import the file again"});
      }
      continue;
    }
    Echo echo = columns[i].info.echo;
    if (std::is_same_v<Draft, Portfolio> && echo == Echo::shown) echo = Echo::short_number;
    columns[i].read(draft, Cell(columns[i].info.name, text, echo, row.leniency, notes));
  }
}

}  // namespace passend::intake
