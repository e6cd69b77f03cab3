// SPDX-License-Identifier: EUPL-1.2
#include "server/web/security_txt.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/date.hpp"
#include "indexer/base/error.hpp"
#include "server/http/target.hpp"
#include "server/web/pages.hpp"

namespace passend::web {
namespace {

http::Response get(const std::string& contact, const char* target) {
  http::Request request;
  request.target = target;
  request.segments = http::parse_target(target).segments;
  return http::Router({}, with_security_txt(pages({}), contact)).answer(request);
}

TEST(SecurityTxt, NamesTheContactAndExpiresWithinAYear) {
  const auto response = get("mailto:veiligheid@gemeente.example", "/.well-known/security.txt");
  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.media_type, "text/plain; charset=utf-8");
  EXPECT_THAT(response.body, testing::StartsWith("Contact: mailto:veiligheid@gemeente.example\nExpires: "));
  const auto place = response.body.find("Expires: ") + 9;
  const auto expires = parse_date(response.body.substr(place, 10));
  ASSERT_TRUE(expires);
  EXPECT_GT(expires->days, now().date().days + 30);
  EXPECT_LT(expires->days, now().date().days + 365);
  EXPECT_EQ(response.body.substr(place + 10, 11), "T00:00:00Z\n");
}

TEST(SecurityTxt, LeavesEveryOtherPathToThePages) {
  EXPECT_EQ(get("mailto:a@b.example", "/vacatures").media_type, "text/html; charset=utf-8");
  EXPECT_EQ(get("mailto:a@b.example", "/.well-known/other.txt").status, 404);
}

TEST(SecurityTxt, IsAbsentWithoutAContact) {
  EXPECT_EQ(get("", "/.well-known/security.txt").status, 404);
}

TEST(SecurityTxt, TakesAnAddressAlone) {
  for (const char* contact : {"veiligheid@gemeente.example", "http://gemeente.example", "mailto:", "mailto:a b@c",
                              "mailto:a@b\nExpires: 2099-01-01T00:00:00Z", "javascript:alert(1)"}) {
    try {
      with_security_txt(pages({}), contact);
      ADD_FAILURE() << contact;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::configuration) << contact;
    }
  }
  EXPECT_NO_THROW(with_security_txt(pages({}), "https://gemeente.example/kwetsbaarheid"));
  EXPECT_NO_THROW(with_security_txt(pages({}), "tel:+31-35-0000000"));
}

}  // namespace
}  // namespace passend::web
