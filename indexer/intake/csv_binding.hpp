// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "indexer/intake/column_mapping.hpp"
#include "indexer/intake/csv_columns.hpp"

namespace passend::intake {

/// Where the value of each column of a kind stands in a row.
struct CsvBinding {
  struct Source {
    std::vector<std::size_t> positions;  ///< In the row; more than one are joined. Empty: constant or nothing.
    std::string constant;
    const ColumnSource* mapped = nullptr;
  };
  std::vector<Source> sources;                               ///< One per column of the kind.
  std::vector<std::pair<std::size_t, std::string>> dropped;  ///< Position and rule of what is dropped by rule.
  std::size_t width = 0;                                     ///< Columns of the header.
};

/// Binds the documented column names. Throws invalid_input with every column that is unknown (and what it may have
/// meant to be), stands twice or is missing.
CsvBinding bind_columns(const CsvKind& kind, const std::vector<std::string>& header);

/// Binds through a mapping; columns of the file that it does not name are passed over. `layout` says what the columns
/// are called: the header, or one of the other orders of the mapping.
CsvBinding bind_columns(const CsvKind& kind, const std::vector<std::string>& layout, const ColumnMapping& mapping);

/// The text of a column of the kind in a row of fields.
std::string value_in(const CsvBinding::Source& source, const std::vector<std::string_view>& fields);

/// Whether a header has the columns that a kind requires, and how many of its columns it has in all.
struct HeaderFit {
  bool has_required = false;
  std::size_t known = 0;
};
HeaderFit fit_of_header(const CsvKind& kind, const std::vector<std::string>& header, const ColumnMapping* mapping);

}  // namespace passend::intake
