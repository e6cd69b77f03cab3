// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/lane_tally.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace passend::scan {
namespace {

constexpr Mask fails(Criterion criterion) {
  return requirement_bits(criterion) & failed_bits;
}
constexpr Mask open(Criterion criterion) {
  return requirement_bits(criterion) & open_bits;
}
LaneTally tally_of(const std::vector<Mask>& demand, const std::vector<Mask>& supply) {
  LaneTally tally;
  tally.add(demand, supply);
  return tally;
}
const LaneTally::Requirement& of(const LaneTally& tally, criteria::Side side, Criterion criterion) {
  return tally.requirements[static_cast<std::size_t>(side)][knock_out_position(criterion)];
}

TEST(LaneTally, CountsEachRowInOneLaneAndVoidRowsInNone) {
  const auto tally = tally_of({0, open(Criterion::hours), fails(Criterion::hours), void_bit},
                              {0, 0, open(Criterion::distance), fails(Criterion::distance)});
  EXPECT_EQ(tally.lanes, (std::array<std::uint64_t, 3>{1, 1, 1}));
  EXPECT_EQ(of(tally, criteria::Side::supply, Criterion::distance).failing, 0U);
}

TEST(LaneTally, TellsWhatARequirementAloneKeepsOut) {
  using criteria::Side;
  const auto tally = tally_of(
      {fails(Criterion::languages), fails(Criterion::languages), fails(Criterion::languages), 0},
      {0, open(Criterion::distance), fails(Criterion::working_conditions), fails(Criterion::working_conditions)});
  const auto& language = of(tally, Side::demand, Criterion::languages);
  EXPECT_EQ(language.failing, 3U);
  EXPECT_EQ(language.alone_fits, 1U);
  EXPECT_EQ(language.alone_open, 1U);
  const auto& conditions = of(tally, Side::supply, Criterion::working_conditions);
  EXPECT_EQ(conditions.failing, 2U);
  EXPECT_EQ(conditions.alone_fits, 1U);
  EXPECT_EQ(of(tally, Side::supply, Criterion::distance).open, 1U);
}

TEST(LaneTally, AddsUp) {
  auto sum = tally_of({fails(Criterion::hours)}, {0});
  sum.add(tally_of({fails(Criterion::hours), 0}, {0, 0}));
  EXPECT_EQ(sum.lanes, (std::array<std::uint64_t, 3>{1, 0, 2}));
  EXPECT_EQ(of(sum, criteria::Side::demand, Criterion::hours).alone_fits, 2U);
}

}  // namespace
}  // namespace passend::scan
