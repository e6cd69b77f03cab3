// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>

#include "indexer/intake/importer.hpp"
#include "indexer/store/sqlite_store.hpp"
#include "tests/compat/shared_data.hpp"

namespace passend::intake {
namespace {

/// Files that other systems really send, loaded into a real store.
class RealFiles : public testing::Test {
 protected:
  void SetUp() override {
    directory_ = std::filesystem::path(testing::TempDir()) / ("passend_compat_" + to_text(random_id128()));
    std::filesystem::create_directories(directory_);
    store_ = store::open_sqlite_store(
        {.directory = directory_ / "store", .key_file = directory_ / "key", .missing_key = store::MissingKey::create});
    if (std::filesystem::exists(shared_data() / "geo" / "pc4_centroids.csv")) {
      postcodes_ = geo::PostcodeTable::load(shared_data() / "geo" / "pc4_centroids.csv");
    }
  }
  void TearDown() override {
    store_.reset();
    std::filesystem::remove_all(directory_);
  }

  ImportReport import_file(const std::filesystem::path& path, const ColumnMapping* mapping = nullptr) {
    std::ifstream file(path, std::ios::binary);
    ImportOptions options;
    options.file_name = path.filename().string();
    options.reading.postcodes = postcodes_ ? &*postcodes_ : nullptr;
    options.reading.mapping = mapping;
    options.reading.today = *Date::of(2026, 9, 1);
    Importer importer(*store_, options);
    const ImportReport report = importer.run(file, {});
    EXPECT_EQ(report.read, report.inserted + report.updated + report.unchanged + report.rejected);
    print(report);
    return report;
  }

  std::vector<Vacancy> vacancies() {
    std::vector<Vacancy> all;
    for (const store::Change& change : store_->changes(0, 100'000)) {
      if (change.kind != store::RecordKind::vacancy) continue;
      all.push_back(store_->vacancy(VacancyId{change.id}, store::Scope::vacancies_only())->record);
    }
    return all;
  }

  std::filesystem::path directory_;
  std::unique_ptr<store::Store> store_;
  std::optional<geo::PostcodeTable> postcodes_;

 private:
  static void print(const ImportReport& report) {
    std::cout << report.file << " (" << report.format << "): read " << report.read << ", inserted " << report.inserted
              << ", updated " << report.updated << ", unchanged " << report.unchanged << ", rejected "
              << report.rejected << ", issues " << report.issues.size() + report.issues_beyond_limit << "\n";
    std::map<std::string, int> reasons;
    for (const ImportIssue& issue : report.issues) {
      ++reasons[(issue.severity == ImportIssue::Severity::rejected ? "rejected: " : "warning: ") + issue.reason];
    }
    for (const auto& [reason, count] : reasons) std::cout << "  " << count << " x " << reason << "\n";
  }
};

ColumnMapping mapping(const char* name) {
  return load_mapping(std::filesystem::path(PASSEND_SOURCE_DIR) / "tests" / "compat" / "mappings" / name);
}

TEST_F(RealFiles, TheThousandProfilesOfVumLoadWithoutARejection) {
  const auto file = shared_data() / "vum" / "werkzoekenden_1000.json";
  PASSEND_SKIP_WITHOUT(file);
  const ImportReport report = import_file(file);
  EXPECT_EQ(report.format, "vum-portfolios");
  EXPECT_EQ(report.read, 1000U);
  EXPECT_EQ(report.inserted, 1000U);
  EXPECT_EQ(report.rejected, 0U);
  EXPECT_TRUE(report.complete);
  const ImportReport again = import_file(file);
  EXPECT_EQ(again.unchanged, 1000U) << "the same file a second time changes nothing";
}

TEST_F(RealFiles, ExamplesOfTheVumPilotLoad) {
  const auto folder = shared_data() / "vum" / "um-pilot" / "example-jsons";
  PASSEND_SKIP_WITHOUT(folder);
  EXPECT_EQ(import_file(folder / "1vacature.json").inserted, 1U);
  const ImportReport examples = import_file(folder / "1werkzoekende.json");
  EXPECT_EQ(examples.inserted, 23U);
  EXPECT_EQ(examples.rejected, 1U) << "two of the 24 have the same id";
  EXPECT_EQ(import_file(folder / "UM-Werkzoekenden-20220126-071632.json").inserted, 1U);
  EXPECT_EQ(import_file(folder / "UM-Werkzoekenden-sonar.json").rejected, 0U);
}

TEST_F(RealFiles, TeachingVacanciesLoadThoughTheirColumnsChangePlaces) {
  const auto file = shared_data() / "vacancies" / "vacatures_basisonderwijs.csv";
  PASSEND_SKIP_WITHOUT(file);
  const ColumnMapping teaching = mapping("teaching-vacancies.json");
  const ImportReport report = import_file(file, &teaching);
  EXPECT_EQ(report.format, "csv-vacancies");
  EXPECT_EQ(report.read, 130U);
  EXPECT_EQ(report.inserted, 126U);
  EXPECT_EQ(report.rejected, 4U) << "four vacancies stand in the file twice";
  for (const Vacancy& vacancy : vacancies()) {
    ASSERT_TRUE(vacancy.application_address);
    EXPECT_TRUE(vacancy.application_address->url.ends_with("/" + vacancy.source.id))
        << vacancy.application_address->url;
    EXPECT_TRUE(vacancy.posted && vacancy.closes && *vacancy.posted <= *vacancy.closes) << vacancy.source.id;
    EXPECT_FALSE(vacancy.employer_name.empty());
  }
}

TEST_F(RealFiles, CareVacanciesLoadThroughAMapping) {
  const auto file = shared_data() / "vacancies" / "ggz_jobs_feed.csv";
  PASSEND_SKIP_WITHOUT(file);
  const ColumnMapping care = mapping("care-vacancies.json");
  const ImportReport report = import_file(file, &care);
  EXPECT_EQ(report.read, 136U);
  EXPECT_EQ(report.inserted, 136U);
  for (const Vacancy& vacancy : vacancies()) {
    EXPECT_TRUE(vacancy.occupation);
    EXPECT_FALSE(vacancy.location.place.empty());
    if (vacancy.salary) {
      EXPECT_EQ(vacancy.salary->period, SalaryPeriod::month);
    }
  }
}

TEST_F(RealFiles, TwelveJobPostingsLoad) {
  const auto folder = shared_data() / "vacancies" / "jobposting-jsonld";
  PASSEND_SKIP_WITHOUT(folder);
  std::uint64_t inserted = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) inserted += import_file(entry.path()).inserted;
  EXPECT_EQ(inserted, 12U);
  for (const Vacancy& vacancy : vacancies()) {
    EXPECT_EQ(vacancy.title.find("&amp;"), std::string::npos);
    EXPECT_EQ(vacancy.description.find('<'), std::string::npos) << vacancy.description.substr(0, 200);
    EXPECT_EQ(vacancy.description.find("&#"), std::string::npos);
  }
}

}  // namespace
}  // namespace passend::intake
