// SPDX-License-Identifier: EUPL-1.2
// What every implementation of Store promises. A further one joins by one line at the end.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/error.hpp"
#include "indexer/model/codec.hpp"
#include "tests/unit/indexer/store/place.hpp"
#include "tests/unit/indexer/store/records.hpp"

namespace passend::store::test {
namespace {

using enum WriteOutcome;
using testing::ElementsAre;
using testing::IsEmpty;

struct Kind {
  std::string name;
  std::function<std::unique_ptr<Place>()> make;
};

class StoreContract : public testing::TestWithParam<Kind> {
 protected:
  std::vector<WriteOutcome> write(const std::vector<Write>& batch) { return store->write(batch, tester()); }
  std::optional<Stored<SearchProfile>> find(std::uint64_t number) {
    return store->search_profile({id_number(number)}, Scope::pseudonymous());
  }
  void reopen() {
    store.reset();
    store = place->open();
  }

  std::unique_ptr<Place> place = GetParam().make();
  std::unique_ptr<Store> store = place->open();
};

TEST_P(StoreContract, ANewStoreIsEmptyAndSound) {
  EXPECT_EQ(store->state().first, 0);
  EXPECT_THAT(store->changes(0, 10), IsEmpty());
  EXPECT_THAT(store->check().problems, IsEmpty());
  EXPECT_FALSE(find(1));
}

TEST_P(StoreContract, GivesBackWhatWasWrittenAlsoAfterReopening) {
  EXPECT_THAT(write({Record(portfolio_number(1)), Record(vacancy_number(2)), Record(employer_number(3))}),
              ElementsAre(inserted, inserted, inserted));
  reopen();
  const auto profile = find(1);
  ASSERT_TRUE(profile);
  EXPECT_EQ(profile->record, portfolio_number(1).search);
  EXPECT_EQ(profile->version, 1);
  EXPECT_GT(profile->changed.milliseconds, 0);
  EXPECT_EQ(store->detail_profile({id_number(1)}, Scope::operator_of_this_machine(), tester()),
            portfolio_number(1).detail);
  EXPECT_EQ(store->vacancy({id_number(2)}, Scope::vacancies_only())->record, vacancy_number(2));
  EXPECT_EQ(store->employer({id_number(3)}, Scope::vacancies_only())->record, employer_number(3));
  EXPECT_EQ(store->state().second.portfolios, 1);
  EXPECT_THAT(store->check().problems, IsEmpty());
}

TEST_P(StoreContract, AKnownSourceUpdatesItsRecordAndKeepsItsId) {
  write({Record(portfolio_number(1))});
  Portfolio again = portfolio_number(1, 1);
  again.search.id.value = id_number(99);
  again.detail.id = again.search.id;
  EXPECT_THAT(write({Record(again)}), ElementsAre(updated));
  EXPECT_FALSE(find(99));
  EXPECT_EQ(find(1)->record, portfolio_number(1, 1).search);
  EXPECT_EQ(find(1)->version, 2);
  EXPECT_EQ(store->detail_profile({id_number(1)}, Scope::operator_of_this_machine(), tester()),
            portfolio_number(1).detail);
  EXPECT_THAT(store->check().problems, IsEmpty());
}

TEST_P(StoreContract, TheSameContentIsUnchangedAndLeavesNoChange) {
  write({Record(portfolio_number(1)), Record(vacancy_number(2))});
  const auto before = store->state().first;
  Portfolio other_id = portfolio_number(1);
  other_id.search.id = other_id.detail.id = CandidateId::random();
  EXPECT_THAT(write({Record(other_id), Record(vacancy_number(2))}), ElementsAre(unchanged, unchanged));
  EXPECT_EQ(store->state().first, before);
  EXPECT_EQ(find(1)->version, 1);
}

TEST_P(StoreContract, AChangeOfTheDetailsAloneIsAnUpdate) {
  write({Record(portfolio_number(1))});
  Portfolio moved = portfolio_number(1);
  moved.detail.phones = {"0201234567"};
  EXPECT_THAT(write({Record(moved)}), ElementsAre(updated));
  EXPECT_EQ(store->detail_profile({id_number(1)}, Scope::operator_of_this_machine(), tester()), moved.detail);
}

TEST_P(StoreContract, EmptyDetailsAreKeptToo) {
  Portfolio bare = portfolio_number(1);
  bare.detail = {};
  write({Record(bare)});
  const auto detail = store->detail_profile({id_number(1)}, Scope::operator_of_this_machine(), tester());
  ASSERT_TRUE(detail);
  EXPECT_EQ(detail->name, "");
  EXPECT_EQ(detail->id.value, id_number(1));
}

TEST_P(StoreContract, ABrokenRecordLeavesNothingOfItsBatchAndNamesEveryField) {
  Vacancy nameless = vacancy_number(2);
  nameless.title.clear();
  Vacancy endless = vacancy_number(3);
  endless.title.assign(200, 'x');
  try {
    write({Record(portfolio_number(1)), Record(nameless), Record(endless)});
    FAIL() << "a broken batch was accepted";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::invalid_input);
    ASSERT_EQ(error.violations().size(), 2);
    EXPECT_EQ(error.violations()[0].field, "/1/title");
    EXPECT_EQ(error.violations()[1].field, "/2/title");
  }
  EXPECT_FALSE(find(1));
  EXPECT_EQ(store->state().first, 0);
}

TEST_P(StoreContract, AnIdThatBelongsToAnotherSourceIsRefusedAndTheBatchWithIt) {
  write({Record(portfolio_number(1))});
  Portfolio thief = portfolio_number(2);
  thief.search.id.value = thief.detail.id.value = id_number(1);
  EXPECT_EQ(code_of([&] { write({Record(portfolio_number(3)), Record(thief)}); }), ErrorCode::invalid_input);
  EXPECT_FALSE(find(3));
  EXPECT_EQ(find(1)->record, portfolio_number(1).search);
  EXPECT_EQ(store->state().second.portfolios, 1);
}

TEST_P(StoreContract, ANewRecordWithoutAnIdIsRefused) {
  Vacancy vacancy = vacancy_number(1);
  vacancy.id = {};
  EXPECT_EQ(code_of([&] { write({Record(vacancy)}); }), ErrorCode::invalid_input);
}

TEST_P(StoreContract, EveryWriteSaysOnWhoseBehalfAndWhy) {
  EXPECT_EQ(code_of([&] { store->write({Record(vacancy_number(1))}, {"", "testing"}); }), ErrorCode::invalid_input);
  EXPECT_EQ(code_of([&] { store->write({Record(vacancy_number(1))}, {"test", ""}); }), ErrorCode::invalid_input);
  EXPECT_EQ(code_of([&] {
              store->write({Record(vacancy_number(1))}, {std::string(121, 'x'), "testing"});
            }),
            ErrorCode::invalid_input);
  EXPECT_EQ(store->state().first, 0);
}

TEST_P(StoreContract, AnErasedRecordIsGoneAndLeavesATombstone) {
  write({Record(portfolio_number(1)), Record(portfolio_number(2))});
  EXPECT_THAT(write({Erasure{RecordKind::portfolio, id_number(1)}, Erasure{RecordKind::portfolio, id_number(7)}}),
              ElementsAre(erased, absent));
  EXPECT_FALSE(find(1));
  EXPECT_FALSE(store->detail_profile({id_number(1)}, Scope::operator_of_this_machine(), tester()));
  EXPECT_EQ(store->state().second.portfolios, 1);
  const auto changes = store->changes(2, 10);
  ASSERT_EQ(changes.size(), 1);
  EXPECT_TRUE(changes[0].erased);
  EXPECT_EQ(changes[0].id, id_number(1));
  EXPECT_EQ(changes[0].version, 2);
  EXPECT_THAT(store->check().problems, IsEmpty());
}

TEST_P(StoreContract, TheFeedBringsTheRecordsAlongThatTheScopeSees) {
  write({Record(portfolio_number(1)), Record(vacancy_number(2)), Record(portfolio_number(3))});
  write({Erasure{RecordKind::portfolio, id_number(3)}});
  for (const Change& change : store->changes(0, 10)) EXPECT_EQ(change.record, "") << "not asked for";
  const auto seen = store->changes(1, 10, Scope::pseudonymous());
  ASSERT_EQ(seen.size(), 2);
  EXPECT_EQ(seen[0].record, encode(store->vacancy({id_number(2)}, Scope::vacancies_only())->record));
  EXPECT_EQ(seen[1].record, "") << "erased";
  EXPECT_EQ(store->changes(0, 1, Scope::operator_of_this_machine())[0].record, encode(portfolio_number(1).search));
  EXPECT_EQ(store->changes(0, 1, Scope::vacancies_only())[0].record, "");
}

TEST_P(StoreContract, AnErasedRecordThatComesBackGoesOnFromItsTombstone) {
  write({Record(vacancy_number(1))});
  write({Erasure{RecordKind::vacancy, id_number(1)}});
  EXPECT_THAT(write({Record(vacancy_number(1))}), ElementsAre(inserted));
  EXPECT_EQ(store->vacancy({id_number(1)}, Scope::vacancies_only())->version, 3);
  EXPECT_THAT(store->check().problems, IsEmpty());
}

TEST_P(StoreContract, TheFeedFromTheStartListsEveryLivingRecordOnce) {
  for (std::uint64_t number = 1; number <= 10; ++number) write({Record(vacancy_number(number))});
  for (std::uint64_t number = 1; number <= 5; ++number) write({Record(vacancy_number(number, 1))});
  write({Erasure{RecordKind::vacancy, id_number(10)}});
  std::vector<std::uint64_t> listed;
  std::int64_t last = 0;
  for (const Change& change : store->changes(0, 100)) {
    EXPECT_GT(change.position, last);
    last = change.position;
    EXPECT_FALSE(change.erased);
    EXPECT_EQ(change.version, change.id.low <= 5 ? 2 : 1);
    listed.push_back(change.id.low);
  }
  EXPECT_THAT(listed, ElementsAre(6, 7, 8, 9, 1, 2, 3, 4, 5));
  EXPECT_GT(store->state().first, last);
}

TEST_P(StoreContract, ThePagesOfTheFeedFollowOnEachOther) {
  for (std::uint64_t number = 1; number <= 10; ++number) write({Record(vacancy_number(number))});
  std::vector<std::uint64_t> listed;
  std::int64_t last = 0;
  for (auto page = store->changes(last, 3); !page.empty(); page = store->changes(last, 3)) {
    EXPECT_LE(page.size(), 3);
    for (const Change& change : page) listed.push_back(change.id.low);
    last = page.back().position;
  }
  EXPECT_THAT(listed, ElementsAre(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
  EXPECT_EQ(last, store->state().first);
}

TEST_P(StoreContract, APositionIsNeverGivenTwice) {
  write({Record(vacancy_number(1))});
  write({Erasure{RecordKind::vacancy, id_number(1)}});
  const auto before = store->state().first;
  reopen();
  write({Record(vacancy_number(2))});
  EXPECT_GT(store->state().first, before);
}

TEST_P(StoreContract, AReaderSeesNoMoreThanItsScope) {
  write({Record(portfolio_number(1))});
  EXPECT_EQ(code_of([&] { store->search_profile({id_number(1)}, Scope::vacancies_only()); }), ErrorCode::forbidden);
  EXPECT_EQ(code_of([&] { store->detail_profile({id_number(1)}, Scope::pseudonymous(), tester()); }),
            ErrorCode::forbidden);
  EXPECT_EQ(code_of([&] { store->detail_profile({id_number(1)}, Scope::operator_of_this_machine(), {}); }),
            ErrorCode::invalid_input);
}

TEST_P(StoreContract, ACandidateSeesNoOtherPerson) {
  write({Record(portfolio_number(1)), Record(portfolio_number(2)), Record(vacancy_number(3))});
  const Scope own = Scope::of_candidate({id_number(1)});
  EXPECT_TRUE(store->search_profile({id_number(1)}, own));
  EXPECT_TRUE(store->detail_profile({id_number(1)}, own, tester()));
  EXPECT_FALSE(store->search_profile({id_number(2)}, own));
  EXPECT_FALSE(store->detail_profile({id_number(2)}, own, tester()));
  EXPECT_TRUE(store->vacancy({id_number(3)}, own));
  EXPECT_EQ(code_of([&] { store->changes(0, 10, own); }), ErrorCode::forbidden);
}

TEST_P(StoreContract, AnEmployerSeesTheOwnVacanciesAndNobody) {
  Vacancy own = vacancy_number(1);
  own.employer_id = EmployerId{id_number(3)};
  Vacancy foreign = vacancy_number(2);
  foreign.employer_id = EmployerId{id_number(4)};
  write({Record(own), Record(foreign), Record(employer_number(3)), Record(employer_number(4))});
  const Scope scope = Scope::of_employer({id_number(3)});
  EXPECT_TRUE(store->vacancy({id_number(1)}, scope));
  EXPECT_FALSE(store->vacancy({id_number(2)}, scope));
  EXPECT_TRUE(store->employer({id_number(3)}, scope));
  EXPECT_FALSE(store->employer({id_number(4)}, scope));
  EXPECT_EQ(code_of([&] { store->search_profile({id_number(1)}, scope); }), ErrorCode::forbidden);
  EXPECT_EQ(code_of([&] { store->changes(0, 10, scope); }), ErrorCode::forbidden);
}

TEST_P(StoreContract, AnEmptyBatchIsNoChange) {
  EXPECT_THAT(write({}), IsEmpty());
  EXPECT_EQ(store->state().first, 0);
}

TEST_P(StoreContract, TheSameRecordTwiceInABatchIsWrittenOnceAndThenUpdated) {
  EXPECT_THAT(write({Record(vacancy_number(1)), Record(vacancy_number(1)), Record(vacancy_number(1, 1))}),
              ElementsAre(inserted, unchanged, updated));
  EXPECT_EQ(store->changes(0, 10).size(), 1);
}

INSTANTIATE_TEST_SUITE_P(Sqlite, StoreContract,
                         testing::Values(Kind{"sqlite", [] { return std::make_unique<SqlitePlace>(); }}),
                         [](const testing::TestParamInfo<Kind>& kind) { return kind.param.name; });

}  // namespace
}  // namespace passend::store::test
