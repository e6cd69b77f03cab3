// SPDX-License-Identifier: EUPL-1.2
#include "matcher/run/showings.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>

namespace passend::run {
namespace {

constexpr std::array<std::uint32_t, 6> tops_of_audits{10, 25, 50, 100, 250, 500};

}  // namespace

std::optional<std::size_t> Showings::place_of(std::uint64_t top) const {
  if (tops.empty()) return std::nullopt;
  if (tops.back() <= top) return tops.size() - 1;
  const auto found = std::find(tops.begin(), tops.end(), top);
  if (found == tops.end()) return std::nullopt;
  return static_cast<std::size_t>(found - tops.begin());
}

std::vector<std::uint32_t> tops_within(std::uint32_t top) {
  std::vector<std::uint32_t> tops;
  for (const auto one : tops_of_audits) {
    if (one < top) tops.push_back(one);
  }
  tops.push_back(top);
  return tops;
}

ShowingsCount::ShowingsCount(std::span<const Id128> people, std::uint32_t top)
    : people_(people), tops_(tops_within(top)), counts_(people.size() * tops_.size()) {}

void ShowingsCount::add(std::uint32_t person, std::uint64_t rank) {
  const auto band = std::lower_bound(tops_.begin(), tops_.end(), rank) - tops_.begin();
  ++counts_[person * tops_.size() + static_cast<std::size_t>(band)];
}

Showings ShowingsCount::result() const {
  Showings showings;
  showings.tops = tops_;
  for (std::size_t person = 0; person < people_.size(); ++person) {
    const auto bands = std::span(counts_).subspan(person * tops_.size(), tops_.size());
    if (std::all_of(bands.begin(), bands.end(), [](std::uint32_t lists) { return lists == 0; })) continue;
    showings.people.push_back(CandidateId{people_[person]});
    std::partial_sum(bands.begin(), bands.end(), std::back_inserter(showings.lists));
  }
  return showings;
}

}  // namespace passend::run
