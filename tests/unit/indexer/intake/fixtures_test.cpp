// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "indexer/base/file.hpp"
#include "indexer/intake/csv_columns.hpp"
#include "tests/unit/indexer/intake/importing.hpp"

namespace passend::intake {
namespace {

using testing::HasSubstr;

std::string read_source(const std::string& path) {
  return read_file(std::filesystem::path(PASSEND_SOURCE_DIR) / path);
}

struct Fixture {
  const char* file;
  const char* format;
  std::uint64_t inserted;
  std::uint64_t rejected;
};

class Fixtures : public testing::TestWithParam<Fixture> {};

TEST_P(Fixtures, LoadAsTheirFormatWithoutBeingTold) {
  const Imported imported = import_text(read_source(std::string("fixtures/intake/") + GetParam().file), std::nullopt);
  EXPECT_EQ(imported.report.format, GetParam().format);
  EXPECT_EQ(imported.report.inserted, GetParam().inserted);
  EXPECT_EQ(imported.report.rejected, GetParam().rejected);
  EXPECT_TRUE(imported.report.complete);
}

INSTANTIATE_TEST_SUITE_P(Formats, Fixtures,
                         testing::Values(Fixture{"portfolios.csv", "csv-portfolios", 2, 0},
                                         Fixture{"vacancies.csv", "csv-vacancies", 2, 0},
                                         Fixture{"employers.csv", "csv-employers", 2, 0},
                                         Fixture{"vum-portfolios.json", "vum-portfolios", 1, 1},
                                         Fixture{"vum-vacancies.json", "vum-vacancies", 1, 0},
                                         Fixture{"jobposting.html", "jobposting", 1, 0},
                                         Fixture{"records.ndjson", "passend", 3, 0}));

TEST(Documentation, DescribesEveryColumnUnderBothItsNames) {
  const std::string text = read_source("docs/import.md");
  for (const CsvKind& kind : {csv_portfolios(), csv_vacancies(), csv_employers()}) {
    for (const ColumnInfo& column : kind.columns) {
      EXPECT_THAT(text, HasSubstr("| `" + std::string(column.name) + "` | `" + std::string(column.dutch_name) + "` |"));
    }
  }
}

TEST(Documentation, NamesNoColumnThatThereIsNot) {
  const std::string text = read_source("docs/import.md");
  std::size_t rows = 0;
  for (std::size_t at = text.find("\n| `"); at != std::string::npos; at = text.find("\n| `", at + 1)) ++rows;
  const std::size_t formats = 5;
  EXPECT_EQ(rows, csv_portfolios().columns.size() + csv_vacancies().columns.size() + csv_employers().columns.size() +
                      formats);
}

}  // namespace
}  // namespace passend::intake
