// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "indexer/base/random.hpp"
#include "matcher/criteria/profiles.hpp"
#include "matcher/criteria/suggested_profile.hpp"
#include "matcher/criteria/weight_override.hpp"
#include "matcher/criteria/weights_json.hpp"

namespace passend::criteria {
namespace {

constexpr auto at(Criterion criterion) {
  return static_cast<std::size_t>(criterion);
}

Weights after(const std::vector<std::string>& changes) {
  std::vector<WeightOverride> parsed;
  for (const auto& text : changes) parsed.push_back(std::get<WeightOverride>(parse_override(text)));
  return overridden(default_weights(), parsed);
}

std::string refusal(std::string_view text) {
  const auto parsed = parse_override(text);
  const auto* why = std::get_if<std::string>(&parsed);
  return why == nullptr ? "" : *why;
}

TEST(WeightOverride, ChangesOneNumberAndSaysSoInTheName) {
  auto expected = default_weights();
  expected.demand.base[at(Criterion::education)] = 0;
  expected.name = "default-1 with 1 change";
  EXPECT_EQ(after({"demand.education=0"}), expected);
  expected.supply.importance[at(Criterion::distance)] = Importance::important;
  expected.multiplier[3] = 8;
  expected.name = "default-1 with 3 changes";
  EXPECT_EQ(after({"demand.education=0", "supply.distance=important", "multiplier.required=8"}), expected);
  EXPECT_EQ(after({}), default_weights());
}

TEST(WeightOverride, TheLastOfTwoForTheSameNumberCounts) {
  EXPECT_EQ(after({"demand.hours=1", "demand.hours=2"}).demand.base[at(Criterion::hours)], 2);
}

TEST(WeightOverride, IsRefusedWithWhatMayStandThere) {
  EXPECT_NE(refusal("education=0").find("not of the form"), std::string::npos);
  EXPECT_NE(refusal("demand=1.5").find("not of the form"), std::string::npos);
  EXPECT_NE(refusal("demand.salary=5").find("it has occupation, competences"), std::string::npos);
  EXPECT_NE(refusal("supply.education=5").find("supply has no criterion"), std::string::npos);
  EXPECT_NE(refusal("demand.occupation=0").find("1 to 1000"), std::string::npos);
  EXPECT_NE(refusal("demand.hours=1001").find("0 to 1000"), std::string::npos);
  EXPECT_NE(refusal("demand.hours=12x").find("0 to 1000"), std::string::npos);
  EXPECT_NE(refusal("demand.hours=").find("0 to 1000"), std::string::npos);
  EXPECT_NE(refusal("multiplier.required=0").find("1 to 100"), std::string::npos);
  EXPECT_NE(refusal("multiplier.ignored=1").find("desired, important or required"), std::string::npos);
  EXPECT_NE(refusal("wish.hours=1").find("demand, supply or multiplier"), std::string::npos);
}

TEST(WeightOverride, LeavesWeightsThatARunCanRecord) {
  Random random(11);
  for (int i = 0; i < 300; ++i) {
    std::vector<std::string> changes;
    for (int n = random.between(0, 6); n > 0; --n) {
      const auto& [criterion, name] = CodeNames<Criterion>::names[random.below(criterion_count)];
      const std::string side = random.chance(50) ? "demand." : "supply.";
      const auto text = side + std::string(name) + "=" + std::to_string(random.between(1, 1'000));
      if (refusal(text).empty()) changes.push_back(text);
    }
    const auto weights = after(changes);
    EXPECT_NO_THROW(verify(weights));
    EXPECT_EQ(decode_weights(encode(weights)), weights);
  }
}

TEST(SuggestedProfile, FollowsWhatTheVacancyOffersAndWhenItStarts) {
  using Reason = ProfileSuggestion::Reason;
  const Date today = *Date::of(2027, 1, 10);
  pool::VacancyFacts vacancy;
  EXPECT_FALSE(suggested_profile(vacancy, today));

  vacancy.period.from = Date{today.days + 14};
  EXPECT_EQ(suggested_profile(vacancy, today), (ProfileSuggestion{"urgent", Reason::starts_soon, 14}));
  vacancy.period.from = Date{today.days + 15};
  EXPECT_FALSE(suggested_profile(vacancy, today));
  vacancy.period.from = Date{today.days - 1};
  EXPECT_FALSE(suggested_profile(vacancy, today));

  vacancy.period.from = today;
  vacancy.agreements = pool::bit(AgreementType::trial_placement) | pool::bit(AgreementType::volunteering);
  EXPECT_EQ(suggested_profile(vacancy, today),
            (ProfileSuggestion{"far-from-the-labour-market", Reason::a_place_to_learn_to_work, 0}));
  *vacancy.agreements |= pool::bit(AgreementType::job);
  EXPECT_EQ(suggested_profile(vacancy, today), (ProfileSuggestion{"urgent", Reason::starts_soon, 0}));
}

TEST(SuggestedProfile, IsOneOfTheBuiltInProfiles) {
  const auto profiles = Profiles::built_in();
  pool::VacancyFacts vacancy;
  vacancy.agreements = pool::bit(AgreementType::work_experience);
  EXPECT_NE(profiles.find(suggested_profile(vacancy, Date{})->profile), nullptr);
  vacancy.agreements.reset();
  vacancy.period.from = Date{};
  EXPECT_NE(profiles.find(suggested_profile(vacancy, Date{})->profile), nullptr);
}

}  // namespace
}  // namespace passend::criteria
