// SPDX-License-Identifier: EUPL-1.2
// A person gone, with proof; and who is kept too long.
#include "server/privacy/erasure.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/privacy/retention.hpp"
#include "tests/unit/indexer/store/place.hpp"
#include "tests/unit/indexer/store/records.hpp"

namespace passend::privacy {
namespace {

using namespace store;
using namespace store::test;
using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

class ErasureOf : public testing::Test {
 protected:
  ErasureOf() {
    Proposal proposal;
    proposal.id = {id_number(10)};
    proposal.source = {"passend", "p"};
    proposal.candidate = person;
    proposal.vacancy = {id_number(3)};
    proposal.proposed_by = "one";
    store->write({Record(portfolio_number(1)), Record(portfolio_number(2)), Casework(proposal)}, tester());
    reads->append({"see_candidate", "", "jobhunter", "u1", "", "matching"}, {}, {person});
  }

  SqlitePlace place;
  std::unique_ptr<Store> store = place.open();
  std::unique_ptr<ReadLog> reads = open_read_log(place.directory.path() / "reads", ReadLogAccess::read_write);
  const CandidateId person{id_number(1)};
};

TEST_F(ErasureOf, APersonIsWholeAndShownByTheChain) {
  const auto receipt = erase_person(*store, *reads, person, Scope::of_candidate(person), tester());
  ASSERT_TRUE(receipt);
  EXPECT_EQ(receipt->proposals, 1U);
  EXPECT_EQ(receipt->reads_kept, 1);
  EXPECT_FALSE(store->search_profile(person, Scope::operator_of_this_machine()));
  EXPECT_THAT(store->proposals(person, Scope::pseudonymous()), IsEmpty());
  const AuditReport audit = store->verify_audit();
  EXPECT_THAT(audit.problems, IsEmpty());
  EXPECT_GE(audit.rows, receipt->seal.number);
  EXPECT_FALSE(erase_person(*store, *reads, person, Scope::operator_of_this_machine(), tester()));
}

TEST_F(ErasureOf, AnotherVersionChangesNothing) {
  const auto work = [&] { erase_person(*store, *reads, person, Scope::of_candidate(person), tester(), 9); };
  EXPECT_EQ(code_of(work), ErrorCode::precondition_failed);
  EXPECT_TRUE(store->search_profile(person, Scope::of_candidate(person)));
}

TEST_F(ErasureOf, SomebodyElseIsNotThere) {
  EXPECT_FALSE(erase_person(*store, *reads, {id_number(2)}, Scope::of_candidate(person), tester()));
  EXPECT_TRUE(store->search_profile({id_number(2)}, Scope::pseudonymous()));
}

TEST_F(ErasureOf, WhoWasNotUpdatedForLongLeavesThoseOutWhoAskedToBeKept) {
  Portfolio restricted = portfolio_number(3);
  restricted.search.own_say.restricted = true;
  Portfolio updated = portfolio_number(4);
  const Date tomorrow{now().date().days + 1};
  updated.search.updated = {tomorrow.days + 5};
  store->write({Record(restricted), Record(updated)}, tester());
  const OldPortfolios old = portfolios_before(*store, tomorrow);
  EXPECT_EQ(old.restricted, 1U);
  EXPECT_THAT(old.portfolios, ElementsAre(Field(&OldPortfolio::person, person),
                                          Field(&OldPortfolio::person, CandidateId{id_number(2)})));
  EXPECT_THAT(portfolios_before(*store, now().date()).portfolios, IsEmpty());
}

}  // namespace
}  // namespace passend::privacy
