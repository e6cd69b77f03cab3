// SPDX-License-Identifier: EUPL-1.2
// What an organisation sees of a store that it shares with others.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/error.hpp"
#include "tests/unit/indexer/store/place.hpp"
#include "tests/unit/indexer/store/records.hpp"

namespace passend::store::test {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;
using testing::SizeIs;

template <class T>
T from(T record, const std::string& system) {
  if constexpr (std::is_same_v<T, Portfolio>) {
    record.search.source.system = system;
  } else {
    record.source.system = system;
  }
  return record;
}

/// Person, vacancy and employer 1 are ours, 2 of a neighbour that shows its people, 3 of one that does not, 4 of
/// another region.
class StoreBoundary : public testing::Test {
 protected:
  StoreBoundary() {
    const std::vector<std::string> systems{"ours", "shown", "near", "far"};
    std::vector<Write> batch;
    for (std::uint64_t number = 1; number <= systems.size(); ++number) {
      const std::string& system = systems[number - 1];
      batch.emplace_back(Record(from(portfolio_number(number), system)));
      batch.emplace_back(Record(from(employer_number(number), system)));
      Vacancy vacancy = from(vacancy_number(number), system);
      vacancy.employer_id = employer_number(1).id;
      batch.emplace_back(Record(vacancy));
      ContactMoment moment;
      moment.id = {id_number(100 + number)};
      moment.source = {system, "moment"};
      moment.employer = employer_number(1).id;
      batch.emplace_back(Casework(moment));
      Proposal proposal;
      proposal.id = {id_number(200 + number)};
      proposal.source = {system, "proposal"};
      proposal.candidate = portfolio_number(1).search.id;
      proposal.vacancy = vacancy.id;
      proposal.proposed_by = "somebody";
      batch.emplace_back(Casework(proposal));
    }
    store->write(batch, tester());
  }

  std::vector<bool> profiles(const Scope& scope) {
    std::vector<bool> seen;
    for (std::uint64_t number = 1; number <= 4; ++number) {
      seen.push_back(store->search_profile(portfolio_number(number).search.id, scope).has_value());
    }
    return seen;
  }

  SqlitePlace place;
  std::unique_ptr<Store> store = place.open();
  const std::shared_ptr<const Boundary> boundary =
      std::make_shared<const Boundary>(Boundary{"us", {"ours"}, {"ours", "shown"}, {"near", "ours", "shown"}});
  const Scope ours = Scope::pseudonymous().within(boundary);
};

TEST_F(StoreBoundary, ShowsTheOwnPeopleAndThoseThatAreShown) {
  EXPECT_THAT(profiles(ours), ElementsAre(true, true, false, false));
  EXPECT_THAT(profiles(Scope::pseudonymous()), ElementsAre(true, true, true, true));
}

TEST_F(StoreBoundary, OpensWhoAPersonIsForTheirOwnOrganisationAlone) {
  const Scope mediator = Scope::of_mediator().within(boundary);
  EXPECT_TRUE(store->detail_profile(portfolio_number(1).search.id, mediator, tester()));
  EXPECT_EQ(code_of([&] { store->detail_profile(portfolio_number(2).search.id, mediator, tester()); }),
            ErrorCode::forbidden);
  EXPECT_FALSE(store->detail_profile(portfolio_number(3).search.id, mediator, tester()));
}

TEST_F(StoreBoundary, ShowsTheWorkOfTheRegion) {
  for (std::uint64_t number = 1; number <= 4; ++number) {
    const bool seen = number <= 3;
    EXPECT_EQ(store->vacancy(vacancy_number(number).id, ours).has_value(), seen) << number;
    EXPECT_EQ(store->employer(employer_number(number).id, ours).has_value(), seen) << number;
    EXPECT_EQ(store->contact_moment({id_number(100 + number)}, ours).has_value(), seen) << number;
    EXPECT_EQ(store->proposal({id_number(200 + number)}, ours).has_value(), number == 1) << number;
  }
  const EmployerId employer = employer_number(1).id;
  EXPECT_THAT(store->vacancies_of(employer, ours), SizeIs(3));
  EXPECT_EQ(store->open_vacancies_of(employer, ours), 3);
  EXPECT_EQ(store->open_vacancies_of(employer, Scope::pseudonymous()), 4);
  EXPECT_THAT(store->contact_moments(employer, ours), SizeIs(3));
  EXPECT_THAT(store->proposals(portfolio_number(1).search.id, ours), SizeIs(1));
  EXPECT_THAT(store->employers("", 0, 10, ours).rows, SizeIs(3));
  EXPECT_EQ(store->employers("", 0, 10, ours).total, 3);
  EXPECT_EQ(store->employers("", 0, 10, Scope::pseudonymous()).total, 4);
  EXPECT_THAT(store->employers("", 2, 10, ours).rows, SizeIs(1));
}

TEST_F(StoreBoundary, OwnsWhatIsItsOwn) {
  EXPECT_TRUE(ours.owns({"ours", "x"}));
  EXPECT_FALSE(ours.owns({"shown", "x"}));
  EXPECT_TRUE(Scope::pseudonymous().owns({"anything", "x"}));
}

TEST_F(StoreBoundary, LeavesEverybodyTheirOwnRecord) {
  const CandidateId far = portfolio_number(4).search.id;
  EXPECT_TRUE(store->search_profile(far, Scope::of_candidate(far).within(boundary)));
  const Scope employer = Scope::of_employer(employer_number(1).id).within(boundary);
  EXPECT_TRUE(store->vacancy(vacancy_number(4).id, employer));
  EXPECT_EQ(store->open_vacancies_of(employer_number(1).id, employer), 4);
  EXPECT_THAT(store->proposals(portfolio_number(1).search.id, Scope::of_candidate(portfolio_number(1).search.id)),
              SizeIs(4));
}

TEST_F(StoreBoundary, WithNothingInItShowsNothing) {
  const Scope nobody = Scope::pseudonymous().within(std::make_shared<const Boundary>());
  EXPECT_THAT(profiles(nobody), ElementsAre(false, false, false, false));
  EXPECT_THAT(store->employers("", 0, 10, nobody).rows, IsEmpty());
  EXPECT_EQ(store->open_vacancies_of(employer_number(1).id, nobody), 0);
}

TEST_F(StoreBoundary, KeepsTheRecordsOfTheChangeFeedForTheInstallation) {
  EXPECT_EQ(code_of([&] { store->changes(0, 10, ours); }), ErrorCode::forbidden);
}

TEST_F(StoreBoundary, FindsInTheAuditWhatWasDoneOnBehalfOfAnOrganisation) {
  for (const std::string who : {"jobhunter@us:a", "auditor@us:b", "jobhunter@us-too:c", "jobhunter@far:d@us:e"}) {
    store->note_read(RecordKind::vacancy, id_number(1), {who, "purpose"});
  }
  EXPECT_EQ(store->audit({.tenant = "us"}, 0, 10).total, 2);
  EXPECT_EQ(store->audit({.tenant = "far"}, 0, 10).total, 1);
  EXPECT_EQ(store->audit({.who = "auditor@us:b", .tenant = "us"}, 0, 10).total, 1);
  EXPECT_EQ(store->audit({.tenant = "nobody"}, 0, 10).total, 0);
}

TEST_F(StoreBoundary, CountsTheRecordsOfEachSource) {
  EXPECT_THAT(store->source_systems(), ElementsAre(Pair("far", 3), Pair("near", 3), Pair("ours", 3), Pair("shown", 3)));
}

}  // namespace
}  // namespace passend::store::test
