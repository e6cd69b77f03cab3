// SPDX-License-Identifier: EUPL-1.2
// What the files of a store do not give away, and what its check finds.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "indexer/base/file.hpp"
#include "indexer/store/detail_cipher.hpp"
#include "indexer/store/sqlite.hpp"
#include "tests/unit/indexer/store/place.hpp"
#include "tests/unit/indexer/store/records.hpp"

namespace passend::store::test {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

void alter(const SqlitePlace& place, const std::string& sql) {
  Connection(place.database(), ConnectionRole::writer).script(sql);
}

void write_portfolios(const SqlitePlace& place, std::uint64_t count) {
  std::vector<Write> batch;
  for (std::uint64_t number = 1; number <= count; ++number) batch.push_back(portfolio_write(number));
  open_sqlite_store(place.options)->write(batch, tester());
}

std::vector<std::string> problems_after(const SqlitePlace& place, const std::string& sql) {
  alter(place, sql);
  return open_sqlite_store(place.options)->check().problems;
}

TEST(StorePrivacy, NoByteOfAnyFileTellsWhatADetailProfileHolds) {
  SqlitePlace place;
  const auto store = place.open();
  store->write({Record(portfolio_number(1))}, tester());
  store->write({Record(portfolio_number(1, 1))}, tester());
  const std::string while_open = all_bytes(place.options.directory);
  EXPECT_THAT(while_open, HasSubstr("plants"));
  EXPECT_THAT(while_open, AllOf(Not(HasSubstr("Secretname")), Not(HasSubstr("canary1@"))));
}

TEST(StorePrivacy, AnErasedRecordIsInNoFileAnyMore) {
  SqlitePlace place;
  Portfolio portfolio = portfolio_number(1);
  portfolio.search.summary = "Unmistakable words of one person";
  {
    const auto store = place.open();
    store->write({Record(portfolio), Record(portfolio_number(2))}, tester());
    store->write({Erasure{RecordKind::portfolio, id_number(1)}}, tester());
    store->write({Record(portfolio_number(3))}, tester());
    EXPECT_THAT(all_bytes(place.options.directory), Not(HasSubstr("Unmistakable")));
  }
  const std::string closed = all_bytes(place.options.directory);
  EXPECT_THAT(closed, AllOf(Not(HasSubstr("Unmistakable")), Not(HasSubstr("person-1\"")), HasSubstr("person-2\"")));
}

TEST(StorePrivacy, AMessageNeverHoldsARecord) {
  SqlitePlace place;
  const auto store = place.open();
  store->write({Record(portfolio_number(1))}, tester());
  Portfolio thief = portfolio_number(2);
  thief.search.id = thief.detail.id = portfolio_number(1).search.id;
  const std::string message = message_of([&] { store->write({Record(thief)}, tester()); });
  EXPECT_THAT(message, AllOf(HasSubstr("another source"), Not(HasSubstr("Canary")), Not(HasSubstr("person-2"))));
}

TEST(StorePrivacy, AFailureOfSqliteNamesItsCodeAndNotTheValuesOfTheStatement) {
  SqlitePlace place;
  place.open();
  Connection connection(place.database(), ConnectionRole::writer);
  const auto insert = [&] {
    connection.query("INSERT INTO actors (who, purpose) VALUES (?, ?)").text("Canary Secretname").text("x").run();
  };
  insert();
  EXPECT_THAT(message_of(insert), AllOf(HasSubstr("SQLite 2067"), Not(HasSubstr("Canary")), Not(HasSubstr("actors"))));
}

TEST(StoreAudit, EveryWriteAndEveryReadOfDetailsLeavesARow) {
  SqlitePlace place;
  {
    const auto store = place.open();
    store->write({Record(portfolio_number(1))}, {"cli:import", "first load"});
    store->write({Record(portfolio_number(1))}, {"cli:import", "second load"});
    store->write({Record(portfolio_number(1, 1))}, {"cli:import", "second load"});
    store->detail_profile({id_number(1)}, Scope::operator_of_this_machine(), {"cli:show", "call about a vacancy"});
    store->detail_profile({id_number(2)}, Scope::operator_of_this_machine(), {"cli:show", "nobody"});
    store->write({Erasure{RecordKind::portfolio, id_number(1)}}, {"cli:erase", "asked by the person"});
  }
  Connection connection(place.database(), ConnectionRole::reader);
  Query rows = connection.query(
      "SELECT who || ' ' || action || ' ' || purpose FROM audit JOIN actors ON actors.number = actor "
      "ORDER BY audit.number");
  std::vector<std::string> found;
  while (rows.next()) found.emplace_back(rows.bytes_at(0));
  EXPECT_THAT(found, testing::ElementsAre("cli:import insert first load", "cli:import update second load",
                                          "cli:show read call about a vacancy", "cli:erase erase asked by the person"));
}

struct Damage {
  std::string name;
  std::string sql;
  std::string message;
};

class StoreCheck : public testing::TestWithParam<Damage> {};

TEST_P(StoreCheck, Finds) {
  SqlitePlace place;
  write_portfolios(place, 3);
  EXPECT_THAT(open_sqlite_store(place.options)->check().problems, IsEmpty());
  const auto problems = problems_after(place, GetParam().sql);
  EXPECT_THAT(problems, Contains(HasSubstr(GetParam().message)));
  for (const std::string& problem : problems) EXPECT_THAT(problem, Not(HasSubstr("gardener")));
}

/// Another byte whatever stood there: a fixed one is what it replaces once in 256 times.
const std::string flip_ciphertext =
    "UPDATE details SET ciphertext = CAST(substr(ciphertext, 1, 20) || "
    "CASE WHEN substr(ciphertext, 21, 1) = x'00' THEN x'01' ELSE x'00' END || substr(ciphertext, 22) AS BLOB) "
    "WHERE portfolio = 2";
const std::string swap_details =
    "CREATE TEMP TABLE kept AS SELECT * FROM details; "
    "UPDATE details SET nonce = (SELECT nonce FROM kept WHERE portfolio = 3 - details.portfolio), "
    "ciphertext = (SELECT ciphertext FROM kept WHERE portfolio = 3 - details.portfolio) WHERE portfolio < 3";

INSTANTIATE_TEST_SUITE_P(
    Damage, StoreCheck,
    testing::Values(
        Damage{"AChangedByteOfSealedDetails", flip_ciphertext, "does not open"},
        Damage{"DetailsThatWereSwapped", swap_details, "does not open"},
        Damage{"DetailsThatAreMissing", "DELETE FROM details WHERE portfolio = 1", "is missing"},
        Damage{"AChangedRecord",
               "UPDATE portfolios SET record = replace(record, 'gardener', 'lawnmower') WHERE number = 1",
               "not the one that was written"},
        Damage{"AChangedSource", "UPDATE portfolios SET source_id = 'x' WHERE number = 1",
               "not the one that was written"},
        Damage{"AnOlderVersion", "UPDATE portfolios SET version = 7 WHERE number = 1", "does not open"},
        Damage{"ARecordThatTheFeedForgot", "DELETE FROM changes WHERE position = 1", "change feed does not list"},
        Damage{"ARecordThatIsGone", "PRAGMA foreign_keys = OFF; DELETE FROM portfolios WHERE number = 1",
               "points to a row"},
        Damage{"AChangedChange", "UPDATE changes SET erased = 1 - erased WHERE position = 2", "feed: position 2"},
        Damage{"AWrongCount", "UPDATE counts SET living = 9 WHERE kind = 1", "9 counted"},
        Damage{"AReusedPosition", "UPDATE sqlite_sequence SET seq = 1 WHERE name = 'changes'", "given twice"},
        Damage{"AChangedAuditRow", "UPDATE audit SET time = time + 1 WHERE number = 2", "audit: row 2"},
        Damage{"AMissingAuditRow", "DELETE FROM audit WHERE number = 2", "audit: row 3"},
        Damage{"AnotherNameInTheAudit", "UPDATE actors SET who = 'somebody else'", "audit: row 1"}),
    [](const testing::TestParamInfo<Damage>& damage) { return damage.param.name; });

TEST(StoreRepair, SendingARecordAgainMendsDetailsThatDoNotOpen) {
  SqlitePlace place;
  write_portfolios(place, 3);
  alter(place, flip_ciphertext);
  const auto store = place.open();
  EXPECT_EQ(code_of([&] { store->detail_profile({id_number(2)}, Scope::operator_of_this_machine(), tester()); }),
            ErrorCode::storage_corrupt);
  EXPECT_EQ(store->write({Record(portfolio_number(2))}, tester()).front(), WriteOutcome::updated);
  EXPECT_THAT(store->check().problems, IsEmpty());
}

TEST(DetailCipher, OpensOnlyWithTheSameKeyRecordAndVersion) {
  const DetailCipher cipher(DetailKey::random());
  const DetailBinding binding{id_number(1), 4};
  const SealedDetail sealed = cipher.seal("secret", binding);
  EXPECT_EQ(cipher.open(sealed.nonce, sealed.ciphertext, binding), "secret");
  EXPECT_FALSE(cipher.open(sealed.nonce, sealed.ciphertext, {id_number(2), 4}));
  EXPECT_FALSE(cipher.open(sealed.nonce, sealed.ciphertext, {id_number(1), 5}));
  EXPECT_FALSE(DetailCipher(DetailKey::random()).open(sealed.nonce, sealed.ciphertext, binding));
  EXPECT_FALSE(cipher.open("short", sealed.ciphertext, binding));
  EXPECT_FALSE(cipher.open(sealed.nonce, "short", binding));
  EXPECT_EQ(cipher.open(cipher.seal("", binding).nonce, cipher.seal("", binding).ciphertext, binding), std::nullopt);
}

TEST(DetailCipher, EveryFlippedBitShows) {
  const DetailCipher cipher(DetailKey::random());
  const SealedDetail sealed = cipher.seal("a few words", {id_number(1), 1});
  for (std::size_t bit = 0; bit < sealed.ciphertext.size() * 8; ++bit) {
    std::string changed = sealed.ciphertext;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
    EXPECT_FALSE(cipher.open(sealed.nonce, changed, {id_number(1), 1})) << "bit " << bit;
  }
}

TEST(DetailCipher, SealsTheSameTextDifferentlyEachTime) {
  const DetailCipher cipher(DetailKey::random());
  const SealedDetail first = cipher.seal("secret", {id_number(1), 1});
  const SealedDetail second = cipher.seal("secret", {id_number(1), 1});
  EXPECT_NE(first.nonce, second.nonce);
  EXPECT_NE(first.ciphertext, second.ciphertext);
}

TEST(DetailKey, IsWrittenAsDigitsAndReadBack) {
  const DetailKey key = DetailKey::random();
  const auto read = DetailKey::parse(key.hex());
  ASSERT_TRUE(read);
  EXPECT_EQ(read->fingerprint(), key.fingerprint());
  EXPECT_EQ(key.fingerprint().size(), 32);
  EXPECT_THAT(key.hex(), Not(HasSubstr(key.fingerprint())));
}

}  // namespace
}  // namespace passend::store::test
