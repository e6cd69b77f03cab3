// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/importer.hpp"

#include <gmock/gmock.h>

#include "indexer/base/error.hpp"
#include "tests/unit/indexer/intake/importing.hpp"

namespace passend::intake {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string rows(int count) {
  std::string text = "sourceId;title\n";
  for (int i = 1; i <= count; ++i) text += std::to_string(i) + ";Kok " + std::to_string(i) + "\n";
  return text;
}

TEST(Importer, WritesInBatches) {
  MemoryStore store;
  ImportOptions options = options_of(Format::csv_vacancies);
  options.batch_size = 10;
  const ImportReport report = import_into(store, rows(25), options);
  EXPECT_EQ(report.inserted, 25U);
  EXPECT_THAT(store.batches, ElementsAre(10, 10, 5));
  EXPECT_TRUE(report.complete);
  EXPECT_EQ(report.file, "file");
  EXPECT_EQ(report.bytes, rows(25).size());
}

TEST(Importer, UpdatesWhatChangedAndLeavesTheRest) {
  MemoryStore store;
  import_into(store, rows(3), options_of(Format::csv_vacancies));
  const VacancyId first = store.get<Vacancy>("2").id;
  const ImportReport report =
      import_into(store, "sourceId;title\n1;Kok 1\n2;Bakker\n4;Kok 4\n", options_of(Format::csv_vacancies));
  EXPECT_EQ(report.unchanged, 1U);
  EXPECT_EQ(report.updated, 1U);
  EXPECT_EQ(report.inserted, 1U);
  EXPECT_EQ(store.get<Vacancy>("2").id, first);
}

TEST(Importer, RejectsASecondRecordWithTheSameIdAndNamesTheFirst) {
  const Imported imported = import_text("sourceId;title\na;Kok\nb;Bakker\na;Slager\n", Format::csv_vacancies);
  EXPECT_EQ(imported.report.inserted, 2U);
  const ImportIssue issue = only_issue(imported);
  EXPECT_EQ(issue.line, 4U);
  EXPECT_THAT(issue.reason, HasSubstr("stands on line 2"));
  EXPECT_EQ(imported.vacancy("a").title, "Kok");
}

TEST(Importer, LoadsWhatStandsBeforeABreakAndSaysWhereItIs) {
  const Imported imported = import_text(R"([{"idVacature":"a","naamVacature":"Kok"},
{"idVacature":"b","naamVacature":"Bak)",
                                        Format::vum_vacancies);
  EXPECT_EQ(imported.report.inserted, 1U);
  EXPECT_EQ(imported.report.rejected, 1U);
  EXPECT_FALSE(imported.report.complete);
  EXPECT_EQ(imported.issue(0).line, 2U);
  EXPECT_THAT(imported.issue(0).reason, HasSubstr("the file ends in the middle of the record"));
  EXPECT_THAT(imported.issue(1).reason, HasSubstr("breaks off at byte 79"));
  EXPECT_THAT(imported.issue(1).remedy, HasSubstr("import it again"));
}

TEST(Importer, RejectsARecordThatIsNotUtf8AndNamesTheByte) {
  const Imported imported = import_text(
      "[{\"idVacature\":\"a\",\"naamVacature\":\"Caf\xE9\"},{\"idVacature\":\"b\",\"naamVacature\":\"Kok\"}]",
      Format::vum_vacancies);
  EXPECT_EQ(imported.report.inserted, 1U);
  EXPECT_THAT(only_issue(imported).reason, HasSubstr("byte 38 of the file"));
}

TEST(Importer, RejectsARepeatedKeyAndASyntaxErrorEachAlone) {
  const Imported imported =
      import_text(R"([{"idVacature":"a","idVacature":"b"},{"idVacature":tru},{"idVacature":"c","naamVacature":"Kok"}])",
                  Format::vum_vacancies);
  EXPECT_EQ(imported.report.inserted, 1U);
  EXPECT_EQ(imported.report.rejected, 2U);
}

TEST(Importer, StopsCleanlyWhenTheDiskIsFullAndGoesOnNextTime) {
  MemoryStore store;
  store.before_write = [&](const auto&) {
    if (store.batches.size() == 2) throw Error(ErrorCode::disk_full, "no space left");
  };
  ImportOptions options = options_of(Format::csv_vacancies);
  options.batch_size = 10;
  std::istringstream input(rows(50));
  Importer importer(store, options);
  const ImportReport report = importer.run(input, {});
  EXPECT_EQ(importer.stopped_by(), ErrorCode::disk_full);
  EXPECT_FALSE(report.complete);
  EXPECT_EQ(report.inserted, 20U);
  EXPECT_EQ(report.read, 20U);
  EXPECT_THAT(report.issues.back().reason, HasSubstr("20 record(s) are loaded"));
  store.before_write = {};
  const ImportReport second = import_into(store, rows(50), options);
  EXPECT_EQ(second.unchanged, 20U);
  EXPECT_EQ(second.inserted, 30U);
  EXPECT_TRUE(second.complete);
}

TEST(Importer, LetsOtherErrorsOfTheStoreThrough) {
  MemoryStore store;
  store.before_write = [](const auto&) { throw Error(ErrorCode::key_missing, "no key"); };
  EXPECT_THROW(import_into(store, rows(1), options_of(Format::csv_vacancies)), Error);
}

TEST(Importer, OneRecordThatTheStoreRefusesDoesNotKeepTheOthersOut) {
  MemoryStore store;
  store.before_write = [](const std::vector<store::Write>& batch) {
    for (const store::Write& write : batch) {
      if (std::get<Vacancy>(std::get<store::Record>(write)).title == "Kok 3")
        throw Error(ErrorCode::invalid_input, "no");
    }
  };
  const ImportReport report = import_into(store, rows(5), options_of(Format::csv_vacancies));
  EXPECT_EQ(report.inserted, 4U);
  EXPECT_EQ(report.rejected, 1U);
  EXPECT_EQ(report.issues.front().line, 4U);
}

TEST(Importer, CheckingWritesNothing) {
  MemoryStore store;
  ImportOptions options = options_of(Format::csv_vacancies);
  options.mode = ImportOptions::Mode::check_only;
  const ImportReport report = import_into(store, rows(3) + ";\n", options);
  EXPECT_EQ(report.unchanged, 3U);
  EXPECT_EQ(report.rejected, 1U);
  EXPECT_TRUE(store.records.empty());
}

TEST(Importer, KeepsAThousandIssuesAndCountsTheOthers) {
  std::string text = "sourceId;title;hours\n";
  for (int i = 0; i < 1200; ++i) text += std::to_string(i) + ";Kok;-1\n";
  const Imported imported = import_text(text, Format::csv_vacancies);
  EXPECT_EQ(imported.report.rejected, 1200U);
  EXPECT_EQ(imported.report.issues.size(), 1000U);
  EXPECT_EQ(imported.report.issues_beyond_limit, 200U);
}

TEST(Importer, ShowsHowFarItIsInBytes) {
  MemoryStore store;
  ImportOptions options = options_of(Format::csv_vacancies);
  const std::string text = rows(1000);
  options.total_bytes = text.size();
  std::istringstream input(text);
  std::vector<std::uint64_t> done;
  Importer(store, options).run(input, [&](const Progress& progress) {
    EXPECT_EQ(progress.unit, "bytes");
    EXPECT_EQ(progress.total, text.size());
    done.push_back(progress.done);
  });
  EXPECT_GE(done.size(), 3U);
  EXPECT_EQ(done.back(), text.size());
  EXPECT_TRUE(std::is_sorted(done.begin(), done.end()));
}

}  // namespace
}  // namespace passend::intake
