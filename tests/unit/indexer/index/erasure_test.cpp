// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include "indexer/index/generations.hpp"
#include "tests/unit/indexer/index/region.hpp"

namespace passend::index::test {
namespace {

using testing::HasSubstr;
using testing::Not;

/// Words that nobody else has, short enough that Xapian does not compress them away from a search of the bytes.
constexpr const char* summary_canary = "qzsamenvattingqz";
constexpr const char* detail_canary = "qznaamqz";

Portfolio with_canaries(std::uint64_t number) {
  Portfolio portfolio = person(number);
  portfolio.search.summary = summary_canary;
  portfolio.search.experience =
      std::vector<WorkExperience>{{{"", "kok"}, {}, std::string(detail_canary), std::string(detail_canary)}};
  portfolio.detail.name = detail_canary;
  portfolio.detail.presentation = detail_canary;
  portfolio.detail.emails = {std::string(detail_canary) + "@example.org"};
  return portfolio;
}

TEST(Erasure, TakesThePersonOutAtOnceAndEveryByteWithTheNextBuild) {
  Region region;
  region.write(person(1));
  region.write(with_canaries(2));
  region.rebuild();
  ASSERT_THAT(all_bytes(region.index_directory()), HasSubstr(summary_canary)) << "the test can see what is indexed";
  region.erase(store::RecordKind::portfolio, id_number(2));
  EXPECT_EQ(region.follow().candidates, 1u);
  region.rebuild();
  EXPECT_THAT(all_bytes(*current_generation(region.index_directory())), Not(HasSubstr(summary_canary)));
  region.rebuild();
  EXPECT_THAT(all_bytes(region.index_directory()), Not(HasSubstr(summary_canary)));
}

TEST(Erasure, IsNotNeededForWhatIsNeverIndexed) {
  Region region;
  region.write(with_canaries(1));
  region.rebuild();
  EXPECT_THAT(all_bytes(region.index_directory()), Not(HasSubstr(detail_canary)));
}

TEST(Erasure, ReplacedTextLeavesTheFilesWithTheNextBuildToo) {
  Region region;
  region.write(with_canaries(1));
  region.rebuild();
  Portfolio corrected = with_canaries(1);
  corrected.search.summary = "Werkt graag buiten";
  region.write(corrected);
  region.follow();
  region.rebuild();
  EXPECT_THAT(all_bytes(*current_generation(region.index_directory())), Not(HasSubstr(summary_canary)));
}

}  // namespace
}  // namespace passend::index::test
