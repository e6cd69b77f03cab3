// SPDX-License-Identifier: EUPL-1.2
#include "matcher/run/exposure.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace passend::run {
namespace {

constexpr const char* unknown = "unknown";
constexpr const char* several = "several";

/// The major groups of ISCO-08.
constexpr std::array<const char*, 10> major_groups{"0 Armed forces",
                                                   "1 Managers",
                                                   "2 Professionals",
                                                   "3 Technicians and associate professionals",
                                                   "4 Clerical support workers",
                                                   "5 Service and sales workers",
                                                   "6 Skilled agricultural, forestry and fishery workers",
                                                   "7 Craft and related trades workers",
                                                   "8 Plant and machine operators and assemblers",
                                                   "9 Elementary occupations"};

struct Bound {
  const char* name = "";
  std::uint64_t most = 0;
};
constexpr std::array<Bound, 7> bounds{
    {{"0", 0}, {"1", 1}, {"2-4", 4}, {"5-9", 9}, {"10-19", 19}, {"20-49", 49}, {"50+", UINT64_MAX}}};

std::string municipality_of(const pool::Pool& pool, const pool::CandidateFacts& facts) {
  const auto* area = facts.pc4 ? pool.postcodes().find(*facts.pc4) : nullptr;
  return area != nullptr && !area->municipality.empty() ? area->municipality : unknown;
}

std::string work_level_of(const pool::CandidateFacts& facts) {
  return facts.work_level ? std::string(to_text(*facts.work_level)) : unknown;
}

/// By the wanted occupations; someone who wants work of more than one major group is in the group "several".
std::string occupation_group_of(const pool::Pool& pool, const pool::CandidateFacts& facts) {
  std::string group;
  for (const auto occupation : facts.wanted_occupations.items) {
    const auto isco = pool.taxonomy().isco(occupation);
    if (isco.empty() || isco.front() < '0' || isco.front() > '9') continue;
    const std::string name = major_groups.at(static_cast<std::size_t>(isco.front() - '0'));
    if (!group.empty() && group != name) return several;
    group = name;
  }
  return group.empty() ? unknown : group;
}

using Groups = std::map<std::string, GroupExposure>;

void enter(Groups& groups, const std::string& name, std::uint64_t lists) {
  auto& group = groups[name];
  group.name = name;
  ++group.people;
  group.never_shown += lists == 0 ? 1 : 0;
  group.lists += lists;
}

Grouping grouping_of(const char* by, const Groups& groups) {
  Grouping grouping;
  grouping.by = by;
  for (const auto& [name, group] : groups) grouping.groups.push_back(group);
  withhold_small_groups(grouping);
  return grouping;
}

}  // namespace

std::vector<ExposureBand> bands_of(const Exposure& exposure) {
  std::vector<ExposureBand> bands;
  for (const auto& bound : bounds) bands.push_back({bound.name, 0});
  for (const auto& person : exposure.people) {
    const auto bound =
        std::find_if(bounds.begin(), bounds.end(), [&](const auto& b) { return person.lists <= b.most; });
    ++bands[static_cast<std::size_t>(bound - bounds.begin())].people;
  }
  return bands;
}

void ExposureCount::add(const Record& record) {
  std::visit([this](const auto& one) { add(one); }, record);
}

void ExposureCount::add(const Run& run) {
  if (run.question.direction != Direction::candidates_for_vacancy) return;
  ++lists_;
  for (const auto& row : run.result.rows) {
    if (row.rank <= top_) show(CandidateId{row.id}, run.time.date(), 1);
  }
}

void ExposureCount::add(const BatchShowings& batch) {
  const auto& showings = batch.showings;
  const auto place = showings.place_of(top_);
  if (!place) {
    ++batches_passed_;
    return;
  }
  ++batches_;
  lists_ += batch.vacancies;
  for (std::size_t person = 0; person < showings.people.size(); ++person) {
    show(showings.people[person], batch.time.date(), showings.lists_of(person)[*place]);
  }
}

void ExposureCount::show(CandidateId candidate, Date day, std::uint64_t lists) {
  if (lists == 0) return;
  auto& shown = shown_[candidate];
  shown.last = shown.lists == 0 ? day : std::max(shown.last, day);
  shown.lists += lists;
}

Exposure ExposureCount::over(const pool::Pool& pool) const {
  Exposure exposure;
  exposure.top = top_;
  exposure.lists = lists_;
  exposure.batches = batches_;
  exposure.batches_passed = batches_passed_;
  Groups municipalities;
  Groups work_levels;
  Groups occupation_groups;
  for (std::uint32_t row = 0; row < pool.candidate_rows(); ++row) {
    if (pool.candidate_is_void(row)) continue;
    const auto facts = pool.candidate(row);
    PersonExposure person;
    person.candidate = facts.id;
    if (const auto shown = shown_.find(facts.id); shown != shown_.end()) {
      person.lists = shown->second.lists;
      person.last_shown = shown->second.last;
    }
    exposure.never_shown += person.lists == 0 ? 1 : 0;
    enter(municipalities, municipality_of(pool, facts), person.lists);
    enter(work_levels, work_level_of(facts), person.lists);
    enter(occupation_groups, occupation_group_of(pool, facts), person.lists);
    exposure.people.push_back(person);
  }
  std::sort(exposure.people.begin(), exposure.people.end(),
            [](const auto& a, const auto& b) { return a.candidate < b.candidate; });
  exposure.groupings = {grouping_of("municipality", municipalities), grouping_of("work_level", work_levels),
                        grouping_of("occupation_group", occupation_groups)};
  return exposure;
}

void withhold_small_groups(Grouping& grouping) {
  auto& groups = grouping.groups;
  std::stable_sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.people < b.people; });
  const auto enough = [&] {
    if (!groups.empty() && groups.front().people < smallest_group) return false;
    return grouping.withheld_groups == 0 ||
           (grouping.withheld_groups >= 2 && grouping.withheld_people >= smallest_group);
  };
  while (!enough() && !groups.empty()) {
    ++grouping.withheld_groups;
    grouping.withheld_people += groups.front().people;
    groups.erase(groups.begin());
  }
  std::sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
}

}  // namespace passend::run
