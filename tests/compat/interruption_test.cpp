// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <sstream>

#include "indexer/intake/importer.hpp"
#include "indexer/store/sqlite_store.hpp"

namespace passend::intake {
namespace {

constexpr int record_count = 4000;
constexpr std::size_t batch_size = 100;

std::string rows() {
  std::string text = "sourceId;title\n";
  for (int i = 1; i <= record_count; ++i) text += std::to_string(i) + ";Kok " + std::to_string(i) + "\n";
  return text;
}

class InterruptedImport : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(directory_); }
  void TearDown() override { std::filesystem::remove_all(directory_); }

  std::unique_ptr<store::Store> open() const {
    return store::open_sqlite_store(
        {.directory = directory_ / "store", .key_file = directory_ / "key", .missing_key = store::MissingKey::create});
  }

  ImportReport import(store::Store& store, const ProgressSink& progress) const {
    ImportOptions options;
    options.format = Format::csv_vacancies;
    options.batch_size = batch_size;
    std::istringstream file(rows());
    return Importer(store, options).run(file, progress);
  }

  /// Imports in a child that is killed (-9) by its own hand the n-th time that progress is shown.
  void import_and_die(int at) const {
    const pid_t child = fork();
    if (child == 0) {
      int shown = 0;
      const auto store = open();
      import(*store, [&](const Progress&) {
        if (++shown == at) kill(getpid(), SIGKILL);
    });
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

std::filesystem::path directory_ =
    std::filesystem::path(testing::TempDir()) / ("passend_interrupted_" + to_text(random_id128()));
};  // namespace

TEST_F(InterruptedImport, LeavesWholeBatchesAndIsCompletedByTheNextRun) {
  std::int64_t before = 0;
  for (const int at : {2, 8, 14, 19}) {
    import_and_die(at);
    const auto store = open();
    const std::int64_t loaded = store->state().second.vacancies;
    EXPECT_EQ(loaded % static_cast<std::int64_t>(batch_size), 0) << "a batch is there as a whole or not at all";
    EXPECT_GT(loaded, before) << "each run comes further than the one that was killed earlier";
    EXPECT_TRUE(store->check().problems.empty());
    before = loaded;
  }
  const auto store = open();
  const ImportReport report = import(*store, {});
  EXPECT_TRUE(report.complete);
  EXPECT_EQ(report.unchanged, static_cast<std::uint64_t>(before));
  EXPECT_EQ(report.inserted, static_cast<std::uint64_t>(record_count - before));
  EXPECT_EQ(store->state().second.vacancies, record_count);
}

}  // namespace passend::intake
}  // namespace passend::intake
