// SPDX-License-Identifier: EUPL-1.2
#include "matcher/scan/block_lanes.hpp"

#include <algorithm>

namespace passend::scan {

void BlockLanes::clear(std::uint32_t rows, std::span<const std::uint64_t> void_rows) {
  used_ = 0;
  auto& words = alive_.words();
  words.fill(0);
  std::fill_n(words.begin(), rows / 64, ~std::uint64_t{0});
  if (rows % 64 != 0) words[rows / 64] = (std::uint64_t{1} << (rows % 64)) - 1;
  for (std::size_t i = 0; i < std::min(words.size(), void_rows.size()); ++i) words[i] &= ~void_rows[i];
}

void BlockLanes::take(criteria::Side side, Criterion criterion, BlockBytes& verdicts) {
  auto& requirement = requirements_[used_++];
  requirement.side = side;
  requirement.position = knock_out_position(criterion);
  kernel_.take_bits(verdicts, requirement.failing, requirement.open);
}

/// 64 rows at a time: whether any requirement fails, whether more than one does, and whether any is open.
void BlockLanes::settle() {
  for (std::size_t i = 0; i < RowSet::word_count; ++i) {
    std::uint64_t failing = 0;
    std::uint64_t more_failing = 0;
    std::uint64_t open = 0;
    for (std::size_t k = 0; k < used_; ++k) {
      more_failing |= failing & requirements_[k].failing.words()[i];
      failing |= requirements_[k].failing.words()[i];
      open |= requirements_[k].open.words()[i];
    }
    const std::uint64_t alive = alive_.words()[i];
    lanes_[static_cast<std::size_t>(Lane::fits)].words()[i] = alive & ~failing & ~open;
    lanes_[static_cast<std::size_t>(Lane::one_question_open)].words()[i] = alive & ~failing & open;
    lanes_[static_cast<std::size_t>(Lane::falls_short)].words()[i] = alive & failing;
    one_failing_fits_.words()[i] = alive & failing & ~more_failing & ~open;
    one_failing_open_.words()[i] = alive & failing & ~more_failing & open;
  }
}

void BlockLanes::add_to(LaneTally& tally) const {
  for (std::size_t lane = 0; lane < lanes_.size(); ++lane) {
    tally.lanes[lane] += kernel_.count_in_both(lanes_[lane], lanes_[lane]);
  }
  for (std::size_t k = 0; k < used_; ++k) {
    const auto& requirement = requirements_[k];
    auto& count = tally.requirements[static_cast<std::size_t>(requirement.side)][requirement.position];
    count.failing += kernel_.count_in_both(requirement.failing, alive_);
    count.open += kernel_.count_in_both(requirement.open, alive_);
    count.alone_fits += kernel_.count_in_both(requirement.failing, one_failing_fits_);
    count.alone_open += kernel_.count_in_both(requirement.failing, one_failing_open_);
  }
}

}  // namespace passend::scan
