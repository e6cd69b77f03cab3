// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/lane_tally.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "matcher/scan/block_lanes.hpp"

namespace passend::scan {
namespace {

using criteria::Side;

/// m: met, f: fails, o: open; a letter a row.
struct Verdicts {
  Side side = Side::demand;
  Criterion criterion = Criterion::hours;
  std::string rows;
};

std::unique_ptr<BlockLanes> lanes_of(std::uint32_t rows, const std::vector<Verdicts>& requirements,
                                     const std::vector<std::uint64_t>& void_rows = {}) {
  auto lanes = std::make_unique<BlockLanes>();
  lanes->clear(rows, void_rows);
  const auto bytes = std::make_unique<BlockBytes>();
  for (const auto& requirement : requirements) {
    for (std::size_t i = 0; i < requirement.rows.size(); ++i) {
      (*bytes)[i] = requirement.rows[i] == 'f' ? 1 : requirement.rows[i] == 'o' ? 2 : 0;
    }
    lanes->take(requirement.side, requirement.criterion, *bytes);
  }
  lanes->settle();
  return lanes;
}

LaneTally tally_of(const BlockLanes& lanes) {
  LaneTally tally;
  lanes.add_to(tally);
  return tally;
}

const LaneTally::Requirement& of(const LaneTally& tally, Side side, Criterion criterion) {
  return tally.requirements[static_cast<std::size_t>(side)][knock_out_position(criterion)];
}

std::vector<std::uint32_t> rows_in(const BlockLanes& lanes, Lane lane) {
  std::vector<std::uint32_t> rows;
  lanes.rows_in(lane).for_each([&](std::uint32_t row) { rows.push_back(row); });
  return rows;
}

TEST(BlockLanes, PutsEachRowInOneLaneAndVoidRowsInNone) {
  const auto lanes =
      lanes_of(4, {{Side::demand, Criterion::hours, "mofm"}, {Side::supply, Criterion::distance, "mmof"}}, {0b1000});
  EXPECT_EQ(rows_in(*lanes, Lane::fits), (std::vector<std::uint32_t>{0}));
  EXPECT_EQ(rows_in(*lanes, Lane::one_question_open), (std::vector<std::uint32_t>{1}));
  EXPECT_EQ(rows_in(*lanes, Lane::falls_short), (std::vector<std::uint32_t>{2}));
  const auto tally = tally_of(*lanes);
  EXPECT_EQ(tally.lanes, (std::array<std::uint64_t, 3>{1, 1, 1}));
  EXPECT_EQ(of(tally, Side::supply, Criterion::distance).failing, 0U) << "the one that fails is void";
  EXPECT_EQ(of(tally, Side::supply, Criterion::distance).open, 1U);
}

TEST(BlockLanes, WithoutRequirementsEverybodyFits) {
  const auto all = tally_of(*lanes_of(pool::rows_per_block, {}));
  EXPECT_EQ(all.lanes[0], pool::rows_per_block);
  const auto some = tally_of(*lanes_of(130, {}));
  EXPECT_EQ(some.lanes, (std::array<std::uint64_t, 3>{130, 0, 0}));
}

TEST(BlockLanes, StartsAnewWhenCleared) {
  const auto lanes = lanes_of(2, {{Side::demand, Criterion::hours, "ff"}});
  lanes->clear(2, {});
  lanes->settle();
  EXPECT_EQ(tally_of(*lanes).lanes, (std::array<std::uint64_t, 3>{2, 0, 0}));
}

TEST(LaneTally, TellsWhatARequirementAloneKeepsOut) {
  const auto tally = tally_of(*lanes_of(4, {{Side::demand, Criterion::languages, "fffm"},
                                            {Side::supply, Criterion::distance, "momm"},
                                            {Side::supply, Criterion::working_conditions, "mmff"}}));
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
  auto sum = tally_of(*lanes_of(1, {{Side::demand, Criterion::hours, "f"}}));
  sum.add(tally_of(*lanes_of(2, {{Side::demand, Criterion::hours, "fm"}})));
  EXPECT_EQ(sum.lanes, (std::array<std::uint64_t, 3>{1, 0, 2}));
  EXPECT_EQ(of(sum, Side::demand, Criterion::hours).alone_fits, 2U);
}

}  // namespace
}  // namespace passend::scan
