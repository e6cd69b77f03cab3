// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/claims.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace passend::auth {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Claims, AreFoundByTheirPath) {
  const Claims claims(nlohmann::json::parse(R"({
    "sub": "u-1", "n": 1, "realm": {"roles": ["a", 1, "b"], "deep.er": {"x": "y"}},
    "https://example.nl/tenant": "t", "a": {"b": "inner"}, "a.b": "whole"})"));
  EXPECT_EQ(claims.text("sub"), "u-1");
  EXPECT_EQ(claims.text("https://example.nl/tenant"), "t");
  EXPECT_EQ(claims.text("realm.deep.er.x"), "y");
  EXPECT_EQ(claims.text("a.b"), "whole");
  for (const char* path : {"n", "absent", "realm", "sub.x", "realm.roles", "", ".", "realm."}) {
    EXPECT_EQ(claims.text(path), std::nullopt) << path;
  }
  EXPECT_THAT(claims.texts("realm.roles"), ElementsAre("a", "b"));
  EXPECT_THAT(claims.texts("sub"), ElementsAre("u-1"));
  EXPECT_THAT(claims.texts("realm"), IsEmpty());
  EXPECT_THAT(claims.texts("absent"), IsEmpty());
}

}  // namespace
}  // namespace passend::auth
