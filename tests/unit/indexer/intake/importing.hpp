// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "indexer/intake/importer.hpp"
#include "tests/unit/indexer/intake/memory_store.hpp"

namespace passend::intake {

/// A text imported into a store in memory, and what came of it.
struct Imported {
  MemoryStore store;
  ImportReport report;

  const ImportIssue& issue(std::size_t index) const { return report.issues.at(index); }
  const Portfolio& portfolio(const std::string& id) const { return store.get<Portfolio>(id); }
  const Vacancy& vacancy(const std::string& id) const { return store.get<Vacancy>(id); }
};

inline ImportOptions options_of(std::optional<Format> format) {
  ImportOptions options;
  options.format = format;
  options.file_name = "file";
  options.reading.today = *Date::of(2026, 9, 1);
  return options;
}

inline ImportReport import_into(store::Store& store, const std::string& text, ImportOptions options) {
  std::istringstream input(text);
  Importer importer(store, std::move(options));
  ImportReport report = importer.run(input, {});
  EXPECT_EQ(report.read, report.inserted + report.updated + report.unchanged + report.rejected);
  return report;
}

inline Imported import_text(const std::string& text, std::optional<Format> format) {
  Imported imported;
  imported.report = import_into(imported.store, text, options_of(format));
  return imported;
}

inline Imported import_mapped(const std::string& text, Format format, const ColumnMapping& mapping) {
  Imported imported;
  ImportOptions options = options_of(format);
  options.reading.mapping = &mapping;
  imported.report = import_into(imported.store, text, options);
  return imported;
}

/// The one issue that a text is expected to bring up.
inline ImportIssue only_issue(const Imported& imported) {
  EXPECT_EQ(imported.report.issues.size(), 1U);
  return imported.report.issues.empty() ? ImportIssue{} : imported.report.issues.front();
}

}  // namespace passend::intake
