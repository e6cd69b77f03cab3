// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/csv_binding.hpp"

#include <algorithm>
#include <limits>
#include <optional>

#include "indexer/base/error.hpp"
#include "indexer/intake/dropped_fields.hpp"
#include "indexer/intake/value_text.hpp"

namespace passend::intake {
namespace {

std::string list_of(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) {
    if (!name.empty()) all += (all.empty() ? "" : ", ") + excerpt(name);
  }
  return all;
}

std::string names_of_kind(const CsvKind& kind) {
  std::string all;
  for (const ColumnInfo& column : kind.columns) {
    all += (all.empty() ? "" : ", ") + std::string(column.name);
    if (column.dutch_name != column.name) all += " (" + std::string(column.dutch_name) + ")";
  }
  return all;
}

std::optional<std::size_t> find_column(const CsvKind& kind, std::string_view name) {
  const std::string key = comparable(name);
  for (std::size_t i = 0; i < kind.columns.size(); ++i) {
    if (comparable(kind.columns[i].name) == key || comparable(kind.columns[i].dutch_name) == key) return i;
  }
  return std::nullopt;
}

std::string nearest_column(const CsvKind& kind, std::string_view name) {
  const std::string key = comparable(name);
  std::string_view nearest;
  std::size_t distance = std::numeric_limits<std::size_t>::max();
  for (const ColumnInfo& column : kind.columns) {
    for (const std::string_view candidate : {column.name, column.dutch_name}) {
      const std::size_t now = edit_distance(key.substr(0, 100), comparable(candidate));
      if (now < distance) {
        distance = now;
        nearest = candidate;
      }
    }
  }
  return std::string(nearest);
}

void throw_if_any(std::vector<Violation> violations, const CsvKind& kind) {
  if (violations.empty()) return;
  std::string detail = "the columns of the file do not fit: ";
  for (std::size_t i = 0; i < violations.size() && i < 5; ++i) {
    detail += (i == 0 ? "" : "; ") + ("column '" + violations[i].field + "' " + violations[i].rule);
  }
  detail += ". The columns are: " + names_of_kind(kind) + " (see docs/import.md; --mapping reads other names)";
  throw Error(ErrorCode::invalid_input, detail, std::move(violations));
}

void collect_dropped(CsvBinding& binding, const std::vector<std::string>& header) {
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (const auto rule = dropped_by_rule(header[i])) binding.dropped.emplace_back(i, *rule);
  }
}

/// A file without a line of column names begins with a record, which the message must not repeat.
void refuse_unnamed(const CsvKind& kind) {
  throw Error(
      ErrorCode::invalid_input,
      "the first line names none of the columns; it must hold their names, and not the first record. The columns "
      "are: " +
          names_of_kind(kind) + " (see docs/import.md; --mapping reads other names)");
}

/// Whether the line holds any column that the mapping names; otherwise it may be a record.
bool names_any(const ColumnMapping& mapping, const std::vector<std::string>& layout) {
  return std::any_of(mapping.columns.begin(), mapping.columns.end(), [&](const auto& column) {
    const auto& theirs = column.second.columns;
    return std::find_first_of(layout.begin(), layout.end(), theirs.begin(), theirs.end()) != layout.end();
  });
}

void require_columns(const CsvKind& kind, const CsvBinding& binding, std::vector<Violation>& violations) {
  for (std::size_t i = 0; i < kind.columns.size(); ++i) {
    const bool bound = !binding.sources[i].positions.empty() || !binding.sources[i].constant.empty();
    if (kind.columns[i].presence == ColumnInfo::Presence::required && !bound) {
      violations.push_back({std::string(kind.columns[i].name), "", "is required and missing"});
    }
  }
}

}  // namespace

CsvBinding bind_columns(const CsvKind& kind, const std::vector<std::string>& header) {
  CsvBinding binding;
  binding.sources.resize(kind.columns.size());
  binding.width = header.size();
  collect_dropped(binding, header);
  if (fit_of_header(kind, header, nullptr).known == 0) refuse_unnamed(kind);
  std::vector<Violation> violations;
  for (std::size_t i = 0; i < header.size(); ++i) {
    if (header[i].empty() || dropped_by_rule(header[i])) continue;
    const auto column = find_column(kind, header[i]);
    const std::string shown = excerpt(header[i]);
    if (!column) {
      violations.push_back({shown, "", "is not known; did you mean '" + nearest_column(kind, header[i]) + "'?"});
    } else if (!binding.sources[*column].positions.empty()) {
      violations.push_back({shown, "", "stands twice; keep one of the two"});
    } else {
      binding.sources[*column].positions.push_back(i);
    }
  }
  require_columns(kind, binding, violations);
  throw_if_any(std::move(violations), kind);
  return binding;
}

CsvBinding bind_columns(const CsvKind& kind, const std::vector<std::string>& layout, const ColumnMapping& mapping) {
  CsvBinding binding;
  binding.sources.resize(kind.columns.size());
  binding.width = layout.size();
  collect_dropped(binding, layout);
  const std::string what_it_has = names_any(mapping, layout) ? "; the file has: " + list_of(layout) : std::string();
  std::vector<Violation> violations;
  for (const auto& [name, source] : mapping.columns) {
    const auto column = find_column(kind, name);
    if (!column) {
      violations.push_back(
          {name, "", "of the mapping is not known; did you mean '" + nearest_column(kind, name) + "'?"});
      continue;
    }
    binding.sources[*column].mapped = &source;
    for (const std::string& theirs : source.columns) {
      const auto found = std::find(layout.begin(), layout.end(), theirs);
      if (found == layout.end()) {
        violations.push_back({theirs, "", "is named by the mapping and missing" + what_it_has});
      } else {
        binding.sources[*column].positions.push_back(static_cast<std::size_t>(found - layout.begin()));
      }
    }
  }
  for (const auto& [name, constant] : mapping.constants) {
    const auto column = find_column(kind, name);
    if (column) {
      binding.sources[*column].constant = constant;
    } else {
      violations.push_back(
          {name, "", "of the mapping is not known; did you mean '" + nearest_column(kind, name) + "'?"});
    }
  }
  require_columns(kind, binding, violations);
  throw_if_any(std::move(violations), kind);
  return binding;
}

std::string value_in(const CsvBinding::Source& source, const std::vector<std::string_view>& fields) {
  std::string value;
  for (const std::size_t position : source.positions) {
    const std::string_view part = position < fields.size() ? trimmed(fields[position]) : std::string_view();
    if (part.empty()) continue;
    if (!value.empty()) value += '\n';
    value += part;
  }
  if (value.empty()) return source.constant;
  if (source.mapped == nullptr) return value;
  if (source.mapped->take == ColumnSource::Take::last_number) value = std::string(last_number(value));
  const auto translated = source.mapped->values.find(value);
  return translated == source.mapped->values.end() ? value : translated->second;
}

HeaderFit fit_of_header(const CsvKind& kind, const std::vector<std::string>& header, const ColumnMapping* mapping) {
  HeaderFit fit;
  std::vector<bool> present(kind.columns.size(), false);
  const auto see = [&](std::string_view name) {
    if (const auto column = find_column(kind, name)) present[*column] = true;
  };
  if (mapping == nullptr) {
    for (const std::string& name : header) see(name);
  } else {
    for (const auto& [name, source] : mapping->columns) see(name);
    for (const auto& [name, constant] : mapping->constants) see(name);
  }
  fit.has_required = true;
  for (std::size_t i = 0; i < present.size(); ++i) {
    fit.known += present[i] ? 1 : 0;
    if (kind.columns[i].presence == ColumnInfo::Presence::required && !present[i]) fit.has_required = false;
  }
  return fit;
}

}  // namespace passend::intake
