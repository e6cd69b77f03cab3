// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "matcher/search/search.hpp"
#include "tests/unit/indexer/index/region.hpp"

namespace passend::search {
namespace {

using index::test::person;
using index::test::Region;
using index::test::vacancy;

TEST(SearchConcurrency, ReadersGetWholeAnswersWhileTheIndexIsWrittenAndReplaced) {
  Region region;
  for (std::uint64_t i = 1; i <= 50; ++i) region.write(vacancy(i, "Kok"));
  region.rebuild();
  const Searcher searcher(region.index_directory());
  std::atomic<bool> done{false};
  std::atomic<std::uint64_t> answers{0};
  std::vector<std::string> problems(4);
  std::vector<std::thread> readers;
  for (std::string& problem : problems) {
    readers.emplace_back([&] {
      std::uint64_t least = 50;
      Request request;
      request.query = "kok";
      request.facets = {"status"};
      do {
        try {
          const Page page = searcher.vacancies(request);
          if (page.total < least || page.hits.size() != 25) problem = "a page went back or was not whole";
          if (page.facets.at("status").values.front().count != page.total) problem = "a facet and its total differ";
          least = page.total;
          ++answers;
        } catch (const std::exception& error) {
          problem = error.what();
        }
      } while (!done);
    });
  }
  for (std::uint64_t round = 0; round < 12; ++round) {
    region.write(vacancy(100 + round, "Kok"));
    round % 4 == 3 ? region.rebuild() : region.follow();
  }
  done = true;
  for (std::thread& reader : readers) reader.join();
  EXPECT_THAT(problems, testing::Each(testing::IsEmpty()));
  EXPECT_GE(answers, 4u);
}

}  // namespace
}  // namespace passend::search
