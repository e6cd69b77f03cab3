// SPDX-License-Identifier: EUPL-1.2
// Changes by people: of the version that they saw, once, with what a person said of their own record; and casework.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "indexer/base/error.hpp"
#include "indexer/base/hash.hpp"
#include "indexer/store/migrations.hpp"
#include "indexer/store/sqlite.hpp"
#include "tests/unit/indexer/store/place.hpp"
#include "tests/unit/indexer/store/records.hpp"

namespace passend::store::test {
namespace {

using enum WriteOutcome;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class StoreChanging : public testing::Test {
 protected:
  std::vector<WriteOutcome> write(const std::vector<Write>& batch) { return store->write(batch, tester()); }

  SqlitePlace place;
  std::unique_ptr<Store> store = place.open();
  const Scope staff = Scope::pseudonymous();
};

TEST_F(StoreChanging, ReplacesTheVersionThatWasSeenAndNoOther) {
  write({Record(vacancy_number(1))});
  EXPECT_THAT(write({Replacement{vacancy_number(1, 1), 1}}), ElementsAre(updated));
  EXPECT_EQ(code_of([&] { write({Replacement{vacancy_number(1, 2), 1}}); }), ErrorCode::precondition_failed);
  EXPECT_EQ(store->vacancy({id_number(1)}, staff)->record, vacancy_number(1, 1));
  EXPECT_THAT(write({Replacement{vacancy_number(1, 1), 2}}), ElementsAre(unchanged));
  EXPECT_EQ(code_of([&] { write({Replacement{vacancy_number(5), 1}}); }), ErrorCode::not_found);
  EXPECT_EQ(code_of([&] { write({Erasure{RecordKind::vacancy, id_number(1), 1}}); }), ErrorCode::precondition_failed);
  EXPECT_THAT(write({Erasure{RecordKind::vacancy, id_number(1), 2}}), ElementsAre(erased));
  EXPECT_THAT(write({Erasure{RecordKind::vacancy, id_number(1), 2}}), ElementsAre(absent));
  EXPECT_THAT(store->check().problems, IsEmpty());
}

TEST_F(StoreChanging, CarriesARequestOutOnce) {
  const Once once{sha256_hex("key"), sha256_hex("content")};
  EXPECT_TRUE(store->write_once({Record(vacancy_number(1))}, tester(), once));
  EXPECT_FALSE(store->write_once({Record(vacancy_number(1))}, tester(), once));
  EXPECT_EQ(store->vacancy({id_number(1)}, staff)->version, 1);
  const Once other{once.key, sha256_hex("other content")};
  EXPECT_EQ(code_of([&] { store->write_once({Record(vacancy_number(2))}, tester(), other); }), ErrorCode::conflict);
  EXPECT_FALSE(store->vacancy({id_number(2)}, staff));
}

TEST_F(StoreChanging, OfARequestThatFailedNothingIsRemembered) {
  const Once once{sha256_hex("key"), sha256_hex("content")};
  const std::vector<Write> stale{Replacement{vacancy_number(1), 1}};
  EXPECT_EQ(code_of([&] { store->write_once(stale, tester(), once); }), ErrorCode::not_found);
  write({Record(vacancy_number(1))});
  EXPECT_TRUE(store->write_once(stale, tester(), once));
}

TEST_F(StoreChanging, AnImportLeavesWhatThePersonSaidOfTheirOwnRecord) {
  write({Record(portfolio_number(1))});
  Portfolio own = portfolio_number(1);
  own.search.summary = "In my own words";
  own.search.exchange.by_candidate = false;
  own.detail.phones = {"0600000000"};
  own.search.own_say = {.corrected = {"summary", "phones", "exchange"}, .restricted = {}, .objects_to_ranking = true};
  EXPECT_THAT(write({Replacement{own, 1}}), ElementsAre(updated));

  Portfolio imported = portfolio_number(1, 7);
  imported.search.work_level = WorkLevel::hbo;
  imported.search.exchange = {.by_candidate = true, .by_mediator = true};
  imported.detail.phones = {"0611111111"};
  EXPECT_THAT(write({Record(imported)}), ElementsAre(updated));

  const SearchProfile now = store->search_profile({id_number(1)}, staff)->record;
  EXPECT_EQ(now.summary, "In my own words");
  EXPECT_EQ(now.work_level, WorkLevel::hbo);
  EXPECT_EQ(now.exchange, (ExchangeRelease{.by_candidate = false, .by_mediator = true}));
  EXPECT_EQ(now.own_say, own.search.own_say);
  const auto detail = store->detail_profile({id_number(1)}, Scope::operator_of_this_machine(), tester());
  EXPECT_EQ(detail->phones, own.detail.phones);
  EXPECT_EQ(detail->name, imported.detail.name);
  EXPECT_THAT(store->check().problems, IsEmpty());
}

TEST_F(StoreChanging, ARestrictedRecordIsThereForThePersonAlone) {
  Portfolio restricted = portfolio_number(1);
  restricted.search.own_say.restricted = true;
  write({Record(restricted)});
  const CandidateId id{id_number(1)};
  EXPECT_FALSE(store->search_profile(id, staff));
  EXPECT_FALSE(store->detail_profile(id, Scope::exchange(), tester()));
  EXPECT_TRUE(store->search_profile(id, Scope::of_candidate(id)));
  EXPECT_TRUE(store->detail_profile(id, Scope::of_candidate(id), tester()));
  EXPECT_TRUE(store->search_profile(id, Scope::operator_of_this_machine()));
}

TEST_F(StoreChanging, ASelectionIsItsOwnersAlone) {
  const Selection selection{.id = {id_number(1)},
                            .source = {"passend", "s1"},
                            .name = "Tuinen",
                            .owner = "one",
                            .vacancy = {},
                            .candidates = {{.candidate = {id_number(7)}, .note = "", .added = {}}}};
  write({Casework(selection)});
  EXPECT_EQ(store->selection(selection.id, "one")->record, selection);
  EXPECT_FALSE(store->selection(selection.id, "two"));
  EXPECT_THAT(store->selections("one"), SizeIs(1));
  EXPECT_THAT(store->selections("two"), IsEmpty());
}

TEST_F(StoreChanging, AnEmployerSeesAProposalFromWhenItWasSentAndAPersonFromTheStart) {
  Proposal proposal;
  proposal.id = {id_number(1)};
  proposal.source = {"passend", "p1"};
  proposal.candidate = {id_number(2)};
  proposal.vacancy = {id_number(3)};
  proposal.employer = EmployerId{id_number(4)};
  proposal.proposed_by = "one";
  write({Casework(proposal)});
  const Scope employer = Scope::of_employer({id_number(4)});
  const Scope other_employer = Scope::of_employer({id_number(5)});
  EXPECT_THAT(store->proposals(proposal.vacancy, employer), IsEmpty());
  EXPECT_THAT(store->proposals(proposal.candidate, Scope::of_candidate(proposal.candidate)), SizeIs(1));
  EXPECT_FALSE(store->proposal(proposal.id, Scope::of_candidate({id_number(9)})));
  proposal.step = ProposalStep::sent;
  write({Replacement{proposal, 1}});
  EXPECT_THAT(store->proposals(proposal.vacancy, employer), SizeIs(1));
  EXPECT_THAT(store->proposals(*proposal.employer, employer), SizeIs(1));
  EXPECT_THAT(store->proposals(proposal.vacancy, other_employer), IsEmpty());
  EXPECT_THAT(store->proposals(proposal.vacancy, staff), SizeIs(1));
}

TEST_F(StoreChanging, WithAPersonGoesWhatTheStaffWroteAboutThem) {
  const CandidateId gone{id_number(1)};
  const CandidateId other{id_number(2)};
  write({Record(portfolio_number(1)), Record(portfolio_number(2))});
  std::uint64_t number = 10;
  for (const CandidateId& person : {gone, other}) {
    Proposal proposal;
    proposal.id = {id_number(++number)};
    proposal.source = {"passend", std::to_string(number)};
    proposal.candidate = person;
    proposal.vacancy = {id_number(3)};
    proposal.proposed_by = "one";
    write({Casework(proposal)});
  }
  Selection selection;
  selection.id = {id_number(20)};
  selection.source = {"passend", "s"};
  selection.name = "Tuinen";
  selection.owner = "one";
  selection.candidates = {{gone, "Canary about the one who goes", {}}, {other, "", {}}};
  write({Casework(selection)});
  EXPECT_THAT(store->check().problems, IsEmpty());

  EXPECT_THAT(write({Erasure{RecordKind::portfolio, gone.value, 1}}), ElementsAre(erased));
  EXPECT_THAT(store->proposals(gone, staff), IsEmpty());
  EXPECT_THAT(store->proposals(other, staff), SizeIs(1));
  const auto left = store->selection(selection.id, "one");
  ASSERT_THAT(left->record.candidates, SizeIs(1));
  EXPECT_EQ(left->record.candidates[0].candidate, other);
  EXPECT_EQ(left->version, 2);
  EXPECT_THAT(store->check().problems, IsEmpty());
  store.reset();
  EXPECT_EQ(all_bytes(place.options.directory).find("Canary about the one"), std::string::npos);
}

TEST_F(StoreChanging, ADeedIsShownByItsRowOfTheAudit) {
  write({Record(vacancy_number(1)), Record(vacancy_number(2))});
  write({Erasure{RecordKind::vacancy, id_number(1)}});
  const auto seal = store->last_deed(RecordKind::vacancy, id_number(1));
  ASSERT_TRUE(seal);
  EXPECT_EQ(seal->number, 3);
  const AuditReport whole = store->verify_audit();
  EXPECT_EQ(whole.rows, 3);
  EXPECT_EQ(whole.newest->chain, seal->chain) << "nothing happened since";
  EXPECT_THAT(whole.problems, IsEmpty());
  EXPECT_FALSE(store->last_deed(RecordKind::portfolio, id_number(1)));

  Connection(place.database(), ConnectionRole::writer).script("UPDATE audit SET time = time + 1 WHERE number = 2");
  const AuditReport changed = store->verify_audit();
  EXPECT_EQ(changed.rows, 1);
  EXPECT_THAT(changed.problems, SizeIs(1));
}

TEST_F(StoreChanging, TheAuditIsReadNewestFirstByWhatIsAskedOfIt) {
  write({Record(vacancy_number(1)), Record(employer_number(2))});
  const Timestamp between = now();
  write({Record(vacancy_number(1, 1))});
  store->note_read(RecordKind::portfolio, audit_itself, {"auditor:a", "a complaint"});
  store->note_update(RecordKind::portfolio, matching_itself, {"admin:b", "an audit"});
  const AuditPage all = store->audit({}, 0, 10);
  EXPECT_EQ(all.total, 5);
  ASSERT_THAT(all.rows, SizeIs(5));
  EXPECT_EQ(all.rows[0].number, 5);
  EXPECT_EQ(all.rows[0].action, "update");
  EXPECT_EQ(all.rows[0].id, matching_itself);
  EXPECT_EQ(all.rows[1].actor.who, "auditor:a");
  EXPECT_EQ(all.rows[1].actor.purpose, "a complaint");
  EXPECT_EQ(all.rows[4].kind, RecordKind::vacancy);
  EXPECT_EQ(all.rows[0].chain, store->verify_audit().newest->chain);
  const AuditPage second = store->audit({}, 2, 2);
  EXPECT_EQ(second.total, 5);
  EXPECT_EQ(second.rows.at(0).number, 3);
  EXPECT_EQ(second.up_to, 5);
  EXPECT_EQ(store->audit({.up_to = 3}, 0, 1).total, 3) << "what comes later moves no page";

  const auto numbers = [&](const AuditFilter& filter) {
    std::vector<std::int64_t> found;
    for (const AuditRow& row : store->audit(filter, 0, 10).rows) found.push_back(row.number);
    return found;
  };
  EXPECT_THAT(numbers({.kind = RecordKind::vacancy}), ElementsAre(3, 1));
  EXPECT_THAT(numbers({.id = id_number(2)}), ElementsAre(2));
  EXPECT_THAT(numbers({.who = "auditor:a"}), ElementsAre(4));
  EXPECT_THAT(numbers({.action = "update"}), ElementsAre(5, 3));
  EXPECT_THAT(numbers({.kind = RecordKind::vacancy, .who = tester().who, .action = "insert"}), ElementsAre(1));
  EXPECT_THAT(numbers({.before = Timestamp{between.milliseconds - 3'600'000}}), IsEmpty());
  EXPECT_THAT(numbers({.from = Timestamp{between.milliseconds - 3'600'000}, .before = {}}), SizeIs(5));
  EXPECT_THAT(store->verify_audit().problems, IsEmpty());
}

TEST_F(StoreChanging, ListsContactsNewestFirstAndEmployersByName) {
  Employer bakery = employer_number(1);
  bakery.name = "bakkerij Zon";
  Employer garage = employer_number(2);
  garage.name = "Garage Bos";
  write({Record(garage), Record(bakery)});
  for (const int day : {3, 9, 5}) {
    ContactMoment moment;
    moment.id = ContactMomentId::random();
    moment.source = {"passend", "c" + std::to_string(day)};
    moment.employer = bakery.id;
    moment.day = *Date::of(2026, 11, day);
    write({Casework(moment)});
  }
  std::vector<Date> days;
  for (const auto& row : store->contact_moments(bakery.id, staff)) days.push_back(row.record.day);
  EXPECT_THAT(days, ElementsAre(*Date::of(2026, 11, 9), *Date::of(2026, 11, 5), *Date::of(2026, 11, 3)));
  EXPECT_EQ(code_of([&] { store->contact_moments(bakery.id, Scope::of_employer(bakery.id)); }), ErrorCode::forbidden);

  const auto all = store->employers("", 0, 1, staff);
  EXPECT_EQ(all.total, 2);
  ASSERT_THAT(all.rows, SizeIs(1));
  EXPECT_EQ(all.rows[0].record.name, bakery.name);
  EXPECT_EQ(store->employers("BOS", 0, 9, staff).rows.at(0).record.id, garage.id);
  EXPECT_THAT(store->employers("", 2, 9, staff).rows, IsEmpty());
}

TEST_F(StoreChanging, ListsTheVacanciesOfAnEmployer) {
  Vacancy own = vacancy_number(1);
  own.employer_id = EmployerId{id_number(9)};
  own.status = VacancyStatus::closed;
  write({Record(own), Record(vacancy_number(2))});
  EXPECT_THAT(store->vacancies_of(*own.employer_id, Scope::of_employer(*own.employer_id)), SizeIs(1));
  EXPECT_THAT(store->vacancies_of(*own.employer_id, Scope::of_employer({id_number(8)})), IsEmpty());
}

/// A store as the first schema made it, with a change whose position must not be given again.
class StoreMigration : public testing::TestWithParam<Access> {};

TEST_P(StoreMigration, OfTheFirstSchemaKeepsPositionsAndTheAuditChain) {
  SqlitePlace place;
  place.open();
  {
    std::ofstream(place.database(), std::ios::trunc);
    Connection connection(place.database(), ConnectionRole::writer);
    connection.script(
        "CREATE TABLE migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, hash TEXT NOT NULL) STRICT");
    const Migration& first = migrations()[0];
    connection.script(std::string(first.sql));
    connection.query("INSERT INTO migrations (number, name, hash) VALUES (1, ?, ?)")
        .text(first.name)
        .text(sha256_hex(first.sql))
        .run();
    connection.script(
        "PRAGMA application_id = 0x50736E64; PRAGMA user_version = 1;"
        "INSERT INTO changes (position, kind, id, version, erased, checksum) VALUES (41, 3, zeroblob(16), 1, 1, 0);"
        "DELETE FROM changes");
  }
  place.options.access = GetParam();
  const auto store = place.open();
  EXPECT_THAT(store->check().problems, IsEmpty());
  store->write({Record(vacancy_number(1))}, tester());
  EXPECT_EQ(store->state().first, 42);
  EXPECT_EQ(store->state().second.vacancies, 1);
}

INSTANTIATE_TEST_SUITE_P(OpenedBy, StoreMigration, testing::Values(Access::read_write, Access::shared),
                         [](const auto& param) { return param.param == Access::shared ? "shared" : "writer"; });

}  // namespace
}  // namespace passend::store::test
