// SPDX-License-Identifier: EUPL-1.2
#include "server/auth/tenants.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/auth/policy.hpp"

namespace passend::auth {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

/// Two in a region, of which the first shows its people; one in the same region that shares nobody; two elsewhere.
std::vector<Tenant> neighbours() {
  return {{"dorp", "Dorp", "midden", {"csv:dorp"}, {"stad"}},
          {"stad", "Stad", "midden", {"csv:stad", "vum"}, {}},
          {"eiland", "Eiland", "midden", {}, {}},
          {"ver", "Ver", "noord", {"csv:ver"}, {}},
          {"alleen", "Alleen", "", {"csv:alleen"}, {}}};
}

TEST(Tenants, SeeTheirOwnTheWorkOfTheirRegionAndTheProfilesThatAreShownToThem) {
  const Tenants tenants(neighbours());
  const auto stad = tenants.boundary("stad");
  ASSERT_TRUE(stad);
  EXPECT_THAT(stad->own, ElementsAre("csv:stad", "passend:stad", "vum"));
  EXPECT_THAT(stad->profiles, ElementsAre("csv:dorp", "csv:stad", "passend:dorp", "passend:stad", "vum"));
  EXPECT_THAT(stad->work, ElementsAre("csv:dorp", "csv:stad", "passend:dorp", "passend:eiland", "passend:stad", "vum"));
  EXPECT_THAT(tenants.boundary("dorp")->profiles, ElementsAre("csv:dorp", "passend:dorp"));
  EXPECT_THAT(tenants.boundary("ver")->work, ElementsAre("csv:ver", "passend:ver"));
  EXPECT_THAT(tenants.boundary("alleen")->work, ElementsAre("csv:alleen", "passend:alleen"));
  EXPECT_FALSE(tenants.boundary("nowhere"));
  EXPECT_FALSE(tenants.boundary(""));
}

TEST(Tenants, OwnASourceAloneOrNobodyDoes) {
  const Tenants tenants(neighbours());
  EXPECT_EQ(tenants.owner_of("csv:dorp")->name, "Dorp");
  EXPECT_EQ(tenants.owner_of("passend:stad")->id, "stad");
  EXPECT_EQ(tenants.owner_of("csv:unknown"), nullptr);
  EXPECT_EQ(tenants.owner_of("passend"), nullptr);
}

TEST(Tenants, WithoutRegionShareNothing) {
  EXPECT_THAT(violations_of(neighbours(), "/tenants"), IsEmpty());
  auto list = neighbours();
  list[4].shows_profiles_to = {"stad"};
  EXPECT_THAT(violations_of(list, "/tenants"), ElementsAre(Field(&Violation::field, "/tenants/4/showsProfilesTo")));
}

TEST(Tenants, StandInTheAuditBesideTheRole) {
  Principal principal;
  principal.subject = "somebody";
  principal.roles = {Role::jobhunter};
  const auto boundary = Tenants(neighbours()).boundary("dorp");
  const auto caller = caller_for(principal, Action::search_candidates, "", boundary);
  ASSERT_TRUE(caller);
  EXPECT_EQ(caller->actor.who, "jobhunter@dorp:somebody");
  EXPECT_EQ(caller->scope.boundary(), boundary);
  EXPECT_EQ(caller_for(principal, Action::search_candidates, "")->actor.who, "jobhunter:somebody");
}

}  // namespace
}  // namespace passend::auth
