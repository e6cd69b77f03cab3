// SPDX-License-Identifier: EUPL-1.2
#include <map>
#include <set>

#include "tests/unit/matcher/criteria/judged_pair.hpp"

/// Driving licences and certificates.
namespace passend::criteria {
namespace {

using Licence = DrivingLicence;

class Papers : public JudgedPair {
 protected:
  bool may_drive(std::vector<Licence> held, Licence demanded) {
    person.driving_licences = {true, 0, {}};
    for (const auto category : held) person.driving_licences.items.push_back({category, std::nullopt});
    vacancy.driving_licences = {};
    vacancy.driving_licences.known = true;
    vacancy.driving_licences.items = {{demanded, Importance::required}};
    return demand(Criterion::driving_licences).verdict == Verdict::met;
  }
};

TEST_F(Papers, ACategoryIncludesWhatTheDirectiveSaysAndNothingElse) {
  // Directive 2006/126/EC, article 6, written out.
  const std::map<Licence, std::set<Licence>> included{
      {Licence::am, {}},
      {Licence::a1, {Licence::am}},
      {Licence::a2, {Licence::am, Licence::a1}},
      {Licence::a, {Licence::am, Licence::a1, Licence::a2}},
      {Licence::b, {Licence::am}},
      {Licence::b_plus, {Licence::am, Licence::b}},
      {Licence::be, {Licence::am, Licence::b, Licence::b_plus}},
      {Licence::c1, {Licence::am, Licence::b}},
      {Licence::c, {Licence::am, Licence::b, Licence::c1}},
      {Licence::d1, {Licence::am, Licence::b}},
      {Licence::d, {Licence::am, Licence::b, Licence::d1}},
      {Licence::c1e, {Licence::am, Licence::b, Licence::b_plus, Licence::be, Licence::c1}},
      {Licence::ce, {Licence::am, Licence::b, Licence::b_plus, Licence::be, Licence::c1, Licence::c, Licence::c1e}},
      {Licence::d1e, {Licence::am, Licence::b, Licence::b_plus, Licence::be, Licence::d1}},
      {Licence::de, {Licence::am, Licence::b, Licence::b_plus, Licence::be, Licence::d1, Licence::d, Licence::d1e}},
      {Licence::t, {}}};
  for (const auto& [held, held_name] : CodeNames<Licence>::names) {
    for (const auto& [demanded, name] : CodeNames<Licence>::names) {
      EXPECT_EQ(may_drive({held}, demanded), held == demanded || included.at(held).contains(demanded))
          << held_name << " for " << name;
    }
  }
}

TEST_F(Papers, CeWithDIsAlsoDe) {
  EXPECT_TRUE(may_drive({Licence::ce, Licence::d}, Licence::de));
  EXPECT_FALSE(may_drive({Licence::ce}, Licence::de));
  EXPECT_FALSE(may_drive({Licence::c1e, Licence::d}, Licence::de));
}

TEST_F(Papers, ALicenceMustBeValidOnTheDayTheWorkStarts) {
  EXPECT_TRUE(may_drive({Licence::b}, Licence::b));
  person.driving_licences.items[0].valid_until = day(0);
  EXPECT_EQ(demand(Criterion::driving_licences), met());
  person.driving_licences.items[0].valid_until = day(-1);
  EXPECT_EQ(demand(Criterion::driving_licences), not_met());
  person.driving_licences.items[0].valid_until = day(9);
  vacancy.period.from = day(10);
  EXPECT_EQ(demand(Criterion::driving_licences), not_met());
  vacancy.period.from = day(-100);
  EXPECT_EQ(demand(Criterion::driving_licences), met()) << "work that has begun starts today";
}

TEST_F(Papers, OfTwoEntriesOfOneCertificateTheLongerLastingCounts) {
  vacancy.credentials.known = true;
  vacancy.credentials.items = {{0, Importance::required}};
  person.credentials.known = true;
  person.credentials.items = {{0, day(-5)}, {0, day(5)}, {0, day(-9)}};
  EXPECT_EQ(demand(Criterion::credentials), met());
  person.credentials.items = {{0, day(-5)}, {0, std::nullopt}, {0, day(-9)}};
  EXPECT_EQ(demand(Criterion::credentials), met());
  person.credentials.items = {{0, day(-5)}};
  EXPECT_EQ(demand(Criterion::credentials), not_met());
}

TEST_F(Papers, AMissingCertificateIsAQuestionWhileSomethingUnplacedIsHeld) {
  vacancy.credentials.known = true;
  vacancy.credentials.items = {{0, Importance::required}};
  EXPECT_EQ(demand(Criterion::credentials), unknown());
  person.credentials.known = true;
  EXPECT_EQ(demand(Criterion::credentials), not_met());
  person.credentials.unplaced = true;
  EXPECT_EQ(demand(Criterion::credentials), unknown());
}

}  // namespace
}  // namespace passend::criteria
