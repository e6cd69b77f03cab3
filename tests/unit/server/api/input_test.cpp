// SPDX-License-Identifier: EUPL-1.2
#include "server/api/input.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/api/match.hpp"
#include "server/api/search_input.hpp"
#include "server/http/target.hpp"

namespace passend::api {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

/// A request and what one reading of it says.
struct Reading {
  http::Request request;
  http::PathParameters path;

  explicit Reading(std::string body, const std::string& target = "/") {
    request.method = body.empty() ? http::Method::get : http::Method::post;
    request.body = std::move(body);
    request.query = http::parse_target(target).query;
  }

  template <class Read>
  std::vector<std::string> broken_fields(const Read& read) const {
    Input input(request, path);
    read(input);
    try {
      input.finish();
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::invalid_input);
      std::vector<std::string> fields;
      for (const Violation& violation : error.violations()) fields.push_back(violation.field);
      return fields;
    }
    return {};
  }

  template <class Read>
  auto value(const Read& read) const {
    Input input(request, path);
    auto made = read(input);
    input.finish();
    return made;
  }
};

TEST(Input, ReadsASearchWithAllItsFilters) {
  const Reading reading(
      R"({"query":"kok","filters":{"workLevels":["hbo"],"drivingLicences":["B+"],"radius":{"postcode":"1211AB","km":5},
                            "statuses":["closed"],"sectors":[56]},"facets":["sector"],"sort":"freshness","language":"en","pageSize":7})");
  const SearchInput search = reading.value(read_vacancy_search);
  EXPECT_EQ(search.query, "kok");
  EXPECT_THAT(search.filters.work_levels, ElementsAre(WorkLevel::hbo));
  EXPECT_THAT(search.filters.driving_licences, ElementsAre(DrivingLicence::b_plus));
  EXPECT_THAT(search.filters.statuses, ElementsAre(VacancyStatus::closed));
  EXPECT_THAT(search.filters.sectors, ElementsAre(56));
  EXPECT_EQ(search.filters.radius->km, 5);
  EXPECT_THAT(search.facets, ElementsAre(Facet::sector));
  EXPECT_EQ(search.order, search::Order::newest);
  EXPECT_EQ(search.language, Language::english);
  EXPECT_EQ(search.paging.page_size, 7u);
}

TEST(Input, NamesEveryBrokenRuleAtItsPlace) {
  const Reading reading(
      R"({"facets":["status","status"],"filters":{"languages":["NLD","nl"],"statuses":["open"],"radius":{"km":"5"}},
                            "a/b~c":1,"page":0})");
  EXPECT_THAT(reading.broken_fields(read_candidate_search),
              UnorderedElementsAre("/facets", "/filters/languages/0", "/filters/languages/1", "/filters/statuses",
                                   "/filters/radius/km", "/filters/radius/km", "/filters/radius/postcode", "/a~1b~0c",
                                   "/page"));
}

TEST(Input, TakesPagesFromTheQueryFirst) {
  const Reading reading(R"({"page":3,"pageSize":10})", "/?page=4");
  const Paging paging = reading.value(read_paging);
  EXPECT_EQ(paging.page, 4u);
  EXPECT_EQ(paging.page_size, 10u);
  for (const char* target :
       {"/?page=0", "/?page=-1", "/?page=", "/?page=1&page=1", "/?page=1.0", "/?page=99999999999999999999"}) {
    EXPECT_THAT(Reading("{}", target).broken_fields(read_paging), ElementsAre("page")) << target;
  }
}

TEST(Input, CountsCharactersAndNotBytes) {
  std::string eighty;
  for (int i = 0; i < 80; ++i) eighty += "é";
  const auto fields = [](const std::string& place) {
    return Reading(R"({"filters":{"places":[")" + place + R"("]}})").broken_fields(read_candidate_search);
  };
  EXPECT_THAT(fields(eighty), ElementsAre());
  EXPECT_THAT(fields(eighty + "x"), ElementsAre("/filters/places/0"));
  EXPECT_THAT(fields("a\\u0000b"), ElementsAre("/filters/places/0"));
}

TEST(Input, RefusesWhatIsNoJsonObject) {
  for (const char* body : {"[]", "1", "{", "{\"a\":1,\"a\":1}", " "}) {
    const Reading reading(body);
    EXPECT_THROW(Input(reading.request, reading.path), Error) << body;
  }
}

TEST(Input, RefusesIdsThatAreNone) {
  Reading reading(R"({"seed":"00000000000000FF","lane":"falls_short"})");
  reading.path["vacancyId"] = "x";
  EXPECT_THAT(reading.broken_fields(read_vacancy_match), UnorderedElementsAre("vacancyId", "/seed", "/lane"));
}

TEST(Paging, LinksOnlyToPagesThatExist) {
  http::Request request;
  request.target = "/v1/x?page=9";
  EXPECT_EQ(link_header(request, {1, 10}, 0).value,
            "</v1/x?page=1&pageSize=10>; rel=\"first\", </v1/x?page=1&pageSize=10>; rel=\"last\"");
  EXPECT_EQ(link_header(request, {9, 10}, 15).value,
            "</v1/x?page=1&pageSize=10>; rel=\"first\", </v1/x?page=2&pageSize=10>; rel=\"prev\", "
            "</v1/x?page=2&pageSize=10>; rel=\"last\"");
  request.query = {{"page", "9"}, {"name", "a b>&\xc3\xa9"}};
  EXPECT_EQ(link_header(request, {1, 10}, 5).value,
            "</v1/x?page=1&pageSize=10&name=a%20b%3E%26%C3%A9>; rel=\"first\", "
            "</v1/x?page=1&pageSize=10&name=a%20b%3E%26%C3%A9>; rel=\"last\"");
}

}  // namespace
}  // namespace passend::api
