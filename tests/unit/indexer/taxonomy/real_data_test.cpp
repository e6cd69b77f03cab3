// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <chrono>
#include <iostream>

#include "indexer/base/file.hpp"
#include "indexer/taxonomy/compile.hpp"
#include "indexer/taxonomy/taxonomy.hpp"
#include "tests/unit/indexer/taxonomy/real_data.hpp"

namespace passend::taxonomy {
namespace {

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void print(const CompileReport& report) {
  std::cout << report.name << ": " << report.concepts << " concepts, " << report.bytes << " bytes, " << report.hash
            << '\n';
  for (const auto& [kind, count] : report.concepts_by_kind) std::cout << "  " << kind << ": " << count << '\n';
  for (const auto& [language, count] : report.labels_by_language)
    std::cout << "  labels " << language << ": " << count << '\n';
  for (const auto& [what, count] : report.fallbacks) std::cout << "  fallback " << what << ": " << count << '\n';
  std::cout << "  relations " << report.relations << ", related pairs " << report.related_pairs << ", same "
            << report.linked_same << ", mapped " << report.linked_mapped << ", unlinked " << report.unlinked << '\n';
  for (const auto& [reason, count] : report.dropped) std::cout << "  dropped " << reason << ": " << count << '\n';
}

TEST(RealTaxonomies, EscoCompilesInDutchAndEnglish) {
  const auto esco = shared_data() / "esco/1.1.1";
  if (!std::filesystem::exists(esco)) GTEST_SKIP() << "there is no ESCO set at " << esco;
  const TemporaryDirectory directory;
  const auto path = directory.path() / "esco.taxonomy";
  const auto start = Clock::now();
  const CompileReport report = compile({.esco_dirs = {esco}}, path);
  std::cout << "compiled in " << milliseconds_since(start) << " ms\n";
  print(report);
  EXPECT_EQ(report.concepts_by_kind.at("occupation"), 3007U);
  const auto opening = Clock::now();
  const Taxonomy taxonomy = Taxonomy::open(path);
  const double open_ms = milliseconds_since(opening);
  std::cout << "opened in " << open_ms << " ms\n";
  EXPECT_LT(open_ms, 500);
  taxonomy.verify();
}

TEST(RealTaxonomies, CompetentNlTiesToEscoByLabel) {
  const auto esco = shared_data() / "esco/1.1.1";
  const auto competentnl = shared_data() / "competentnl";
  if (!std::filesystem::exists(competentnl)) GTEST_SKIP() << "there is no CompetentNL at " << competentnl;
  const TemporaryDirectory directory;
  print(compile({.competentnl_dir = competentnl}, directory.path() / "c.taxonomy"));
  print(compile({.starter_dir = PASSEND_SOURCE_DIR "/fixtures/taxonomy"}, directory.path() / "s.taxonomy"));
  const auto start = Clock::now();
  print(compile(
      {.starter_dir = PASSEND_SOURCE_DIR "/fixtures/taxonomy", .esco_dirs = {esco}, .competentnl_dir = competentnl},
      directory.path() / "e.taxonomy"));
  std::cout << "compiled in " << milliseconds_since(start) << " ms\n";
}

}  // namespace
}  // namespace passend::taxonomy
