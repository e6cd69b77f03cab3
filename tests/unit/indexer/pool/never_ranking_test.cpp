// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include <set>
#include <string>

#include "indexer/base/file.hpp"
#include "indexer/pool/builder.hpp"
#include "indexer/pool/resolver.hpp"
#include "indexer/store/sqlite_store.hpp"
#include "tests/world/random_region.hpp"
#include "tests/world/world.hpp"

/// What must never rank (docs/matching.md, "What never counts") has no way into the pool.
namespace passend::pool {
namespace {

/// Every field of CandidateFacts by name. A new field breaks the binding below: give it a name here, and think first
/// whether it is one of those that must never rank, or stands for one.
std::set<std::string> fields_of_a_candidate() {
  const CandidateFacts facts;
  const auto& [id, wanted_occupations, experience, competences, work_level, education, languages, driving_licences,
               credentials, pc4, maximum_distance_km, maximum_travel_minutes, transport, hours, working_times,
               available, contract_types, agreements, sectors, interests, wanted_cents_an_hour, needed_conditions,
               importance, updated] = facts;
  (void)id, (void)wanted_occupations, (void)experience, (void)competences, (void)work_level, (void)education;
  (void)languages, (void)driving_licences, (void)credentials, (void)pc4, (void)maximum_distance_km;
  (void)maximum_travel_minutes, (void)transport, (void)hours, (void)working_times, (void)available;
  (void)contract_types, (void)agreements, (void)sectors, (void)interests, (void)wanted_cents_an_hour;
  (void)needed_conditions, (void)importance, (void)updated;
  return {"id",
          "wanted_occupations",
          "experience",
          "competences",
          "work_level",
          "education",
          "languages",
          "driving_licences",
          "credentials",
          "pc4",
          "maximum_distance_km",
          "maximum_travel_minutes",
          "transport",
          "hours",
          "working_times",
          "available",
          "contract_types",
          "agreements",
          "sectors",
          "interests",
          "wanted_cents_an_hour",
          "needed_conditions",
          "importance",
          "updated"};
}

TEST(NeverRanking, NoFieldOfThePoolNamesWhatMustNeverRank) {
  const auto fields = fields_of_a_candidate();
  EXPECT_EQ(fields.size(), 24U);
  for (const char* forbidden :
       {"age",     "birth",        "sex",     "gender",        "nationality", "name",    "bsn",
        "photo",   "target_group", "ldr",     "wage_value",    "loonwaarde",  "ladder",  "unemploy",
        "benefit", "provision",    "younger", "search_period", "caseload",    "postcode"}) {
    for (const auto& field : fields) {
      // "languages" holds the letters of "age"; a forbidden word stands at the start of a field or after an underscore.
      const bool named = field.starts_with(forbidden) || field.find(std::string("_") + forbidden) != std::string::npos;
      EXPECT_FALSE(named) << field;
    }
  }
}

DetailProfile details_of_one() {
  DetailProfile detail;
  detail.name = "A. de Vries";
  detail.target_group_register = true;
  detail.needs_guidance = true;
  detail.younger_than_27 = true;
  detail.search_period = {world::today(), world::today()};
  detail.presentation = "Ik ben kok geweest.";
  return detail;
}

DetailProfile details_of_another() {
  DetailProfile detail;
  detail.name = "Z. Yilmaz";
  detail.emails = {"z.yilmaz@example.nl"};
  detail.phones = {"+31 6 12345678"};
  detail.presentation = "Mijn burgerservicenummer is 123456782.";
  detail.target_group_register = false;
  detail.younger_than_27 = false;
  return detail;
}

Portfolio one_person() {
  Random random(7);
  Portfolio one;
  one.search = world::random_person(random);
  one.search.mobility.postcode = "1203AB";
  one.search.source = {"csv:test", "one"};
  one.search.caseload = "team-noord";
  one.search.summary = "Ik zoek werk.";
  one.detail = details_of_one();
  one.detail.id = one.search.id;
  return one;
}

/// The same but for everything that must never rank.
Portfolio another_person() {
  Portfolio other = one_person();
  other.search.mobility.postcode = "1203ZZ";  // The letters would tell the street.
  other.search.source = {"vum", "123456782"};
  other.search.caseload = "team-zuid";
  other.search.summary = "Vijftigplusser met een uitkering.";
  other.detail = details_of_another();
  other.detail.id = other.search.id;
  return other;
}

/// The pool file of a store with one person.
std::string pool_file_of(const Portfolio& person) {
  const world::TemporaryDirectory directory;
  const auto store =
      store::open_sqlite_store({directory.path() / "store", directory.path() / "key", store::MissingKey::create});
  store->write({store::Record{person}}, {"test", "test"});
  const auto pool =
      Builder(world::tiny_taxonomy(), world::line_of_postcodes()).build(directory.path() / "pool", *store, {});
  EXPECT_EQ(pool->candidate_count(), 1U);
  return read_file(directory.path() / "pool" / "pool.bin");
}

TEST(NeverRanking, TwoPeopleWhoDifferOnlyInThatGiveTheSameBytes) {
  const auto bytes = pool_file_of(one_person());
  Portfolio another = another_person();
  another.search.source.system = one_person().search.source.system;  // A column of its own: see below.
  EXPECT_TRUE(pool_file_of(another) == bytes);
  Portfolio third = one_person();
  third.search.hours = {7, 8};
  EXPECT_FALSE(pool_file_of(third) == bytes) << "the test can see a difference";
}

TEST(NeverRanking, TheSourceSystemDecidesWhoSeesARowAndIsNoFactOfIt) {
  SearchProfile of_another_system = one_person().search;
  of_another_system.source.system = "vum";
  const auto one = world::pool_of({one_person().search}, {});
  const auto other = world::pool_of({of_another_system}, {});
  EXPECT_EQ(world::candidates_of(*one), world::candidates_of(*other));
  EXPECT_NE(one->candidate_parts().front().segment->sources()[0],
            other->candidate_parts().front().segment->sources()[0]);
}

TEST(NeverRanking, NothingOfItStandsInTheFile) {
  const auto bytes = pool_file_of(another_person());
  const auto detail = details_of_another();
  for (const std::string& canary :
       std::vector<std::string>{detail.name, detail.emails.at(0), detail.phones.at(0), detail.presentation, "123456782",
                                "1203ZZ", "ZZ", "team-zuid", "uitkering", "Vijftigplusser", "Yilmaz"}) {
    std::string wide;
    for (const char byte : canary) wide += {byte, '\0'};
    EXPECT_EQ(bytes.find(canary), std::string::npos) << canary;
    EXPECT_EQ(bytes.find(wide), std::string::npos) << canary;
    EXPECT_EQ(bytes.find(std::string(canary.rbegin(), canary.rend())), std::string::npos) << canary;
  }
  for (const auto hash : word_hashes("vijftigplusser uitkering yilmaz burgerservicenummer")) {
    EXPECT_EQ(bytes.find(std::string(reinterpret_cast<const char*>(&hash), sizeof hash)), std::string::npos);
  }
}

}  // namespace
}  // namespace passend::pool
