// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "indexer/extract/kinds.hpp"
#include "indexer/extract/phrases.hpp"
#include "indexer/extract/schooling_field.hpp"

/// Education and the level of work and thinking: "afgeronde hbo-opleiding in de richting Techniek", "mbo 3/4", "WO
/// werk- en denkniveau", "Bachelor's or Master's degree".
namespace passend::extract {
namespace {

using enum EducationLevel;

struct Level {
  EducationLevel level = other;
  bool needs_company = false;  ///< Means a level only beside a word of education.
  int mbo_level = 0;
};
constexpr Level sure(EducationLevel level) {
  return {level, false, 0};
}
constexpr Level beside(EducationLevel level) {
  return {level, true, 0};
}

constexpr auto levels = phrases(std::to_array<Phrase<Level>>({
    {"mbo", sure(mbo)},
    {"mbo1", {mbo, false, 1}},
    {"mbo2", {mbo, false, 2}},
    {"mbo3", {mbo, false, 3}},
    {"mbo4", {mbo, false, 4}},
    {"hbo", sure(hbo)},
    {"hbo+", sure(hbo)},
    {"wo", beside(wo)},
    {"vmbo", sure(vmbo)},
    {"vmbo t", sure(vmbo)},
    {"mavo", sure(vmbo)},
    {"lts", beside(vmbo)},
    {"havo", sure(havo_vwo)},
    {"vwo", sure(havo_vwo)},
    {"mts", beside(mbo)},
    {"meao", sure(mbo)},
    {"hts", beside(hbo)},
    {"heao", sure(hbo)},
    {"pabo", sure(hbo)},
    {"pabodiploma", sure(hbo)},
    {"hogeschool", beside(hbo)},
    {"hogeschoolopleiding", sure(hbo)},
    {"universitair", beside(wo)},
    {"universitaire", beside(wo)},
    {"university", beside(wo)},
    {"academisch", beside(wo)},
    {"academische", beside(wo)},
    {"academic", beside(wo)},
    {"bachelor", sure(hbo)},
    {"bachelors", sure(hbo)},
    {"bachelor's", sure(hbo)},
    {"bachelordiploma", sure(hbo)},
    {"bachelordegree", sure(hbo)},
    {"bsc", sure(hbo)},
    {"master", beside(wo)},
    {"masters", beside(wo)},
    {"master's", sure(wo)},
    {"masterdiploma", sure(wo)},
    {"mastertitel", sure(wo)},
    {"msc", sure(wo)},
    {"higher professional education", sure(hbo)},
    {"higher education", sure(hbo)},
    {"hoger beroepsonderwijs", sure(hbo)},
    {"secondary vocational education", sure(mbo)},
    {"associate degree", sure(hbo)},
    {"startkwalificatie", {mbo, false, 2}},
}));

constexpr auto company = std::to_array<std::string_view>({"opleiding*", "niveau",      "denkniveau", "diploma*",
                                                          "degree*",    "level",       "education",  "werk",
                                                          "denk",       "achtergrond", "background", "studie*",
                                                          "hbo",        "wo",          "mbo",        "bachelor*",
                                                          "bsc",        "graad",       "titel",      "opleidingsniveau",
                                                          "afgerond*",  "thinking",    "student",    "afgestudeerd*",
                                                          "geschoold",  "master's"});
/// Around "master" and the like these make it something else.
constexpr auto something_else = std::to_array<std::string_view>(
    {"scrum", "data", "class", "web", "docent", "leraar", "leerkracht", "kit", "yard", "coach", "chef", "party"});
/// After a level: school as a place of work.
constexpr auto pupils = std::to_array<std::string_view>(
    {"student*", "leerling*", "docent*", "klas*", "school", "scholen", "onderwijs", "instelling*", "stagiair*",
     "groep*", "scholieren", "raad", "studenten", "locatie", "afdeling", "bovenbouw", "onderbouw"});
constexpr auto at_a_school = std::to_array<std::string_view>({"docent", "leraar", "leerkracht", "het"});
/// What somebody will learn here is not asked beforehand.
constexpr auto to_be_learnt = std::to_array<std::string_view>(
    {"behaal*", "behalen", "leiden", "opleiden", "opgeleid", "doorgroeien", "volgen", "volg", "doorleren"});
constexpr auto joining =
    std::to_array<std::string_view>({"of", "en", "or", "and", "tot", "a", "dan", "wel", "minimaal"});
constexpr auto counts_as_well = phrases(std::to_array<Phrase<int>>({{"gelijkwaardig door ervaring", 0},
                                                                    {"op basis van ervaring", 0},
                                                                    {"door ervaring", 0},
                                                                    {"of werkervaring", 0},
                                                                    {"of relevante werkervaring", 0},
                                                                    {"of gelijkwaardig*", 0},
                                                                    {"or equivalent experience", 0},
                                                                    {"aantoonbare ervaring", 0}}));
/// Occupations that go with a level of mbo: "verzorgende niveau 3".
constexpr auto of_a_level = std::to_array<std::string_view>(
    {"helpende", "verzorgende", "verpleegkundige", "begeleider", "ig", "zorghulp", "opleiding", "opleidingsniveau",
     "pedagogisch", "medewerker", "kok", "kwalificatie", "diploma"});

constexpr int sure_bp = 9500;
constexpr int beside_bp = 9000;
constexpr int level_alone_bp = 8500;

/// Levels that stand together: "mbo/hbo", "HBO- of WO-opleiding", "mbo niveau 3 of 4".
struct Group {
  std::vector<Level> levels;
  std::size_t first = 0;
  std::size_t last = 0;
};

std::optional<int> mbo_level_of(std::string_view word) {
  return word.size() == 1 && word[0] >= '1' && word[0] <= '4' ? std::optional(word[0] - '0') : std::nullopt;
}

bool stands_for_a_level(const Reading& reading, std::size_t i, const Match<Level>& found) {
  const std::size_t begin = reading.sentence_begin(i), end = reading.sentence_end(i), after = i + found.length;
  if (after < end && reading.gap(after) < Gap::comma && is_one_of(reading.form(after), pupils)) return false;
  const bool before_it = i > begin && reading.gap(i) < Gap::comma;
  if (before_it && is_one_of(reading.form(i - 1), at_a_school) &&
      !(after < end && is_one_of(reading.form(after), company)))
    return false;
  if (!found.means.needs_company) return true;
  if (after < end && is_one_of(reading.form(after), something_else)) return false;
  if (before_it && is_one_of(reading.form(i - 1), something_else)) return false;
  const std::size_t near = i > begin + 3 ? i - 3 : begin;
  return reading.has(near, i, company) || reading.has(after, std::min(after + 4, end), company);
}

/// "niveau 3", "3/4", "niveau 3 of 4" after "mbo": the lowest. Answers the word after it.
std::size_t take_mbo_level(const Reading& reading, std::size_t i, Level& level) {
  const std::size_t end = reading.sentence_end(i - 1);
  std::size_t at = i;
  if (at < end && (reading.form(at) == "niveau" || reading.form(at) == "level")) ++at;
  if (at >= end || reading.gap(at) >= Gap::comma) return i;
  const auto number = mbo_level_of(reading.form(at));
  if (!number) return i;
  level.mbo_level = *number;
  const bool joined = at + 1 < end && (is_one_of(reading.form(at + 1), joining) || mbo_level_of(reading.form(at + 1)));
  const std::size_t second = joined && !mbo_level_of(reading.form(at + 1)) ? at + 2 : at + 1;
  return joined && second < end && mbo_level_of(reading.form(second)) ? second + 1 : at + 1;
}

std::optional<Group> group_at(const Reading& reading, std::size_t first) {
  Group group{{}, first, first};
  const std::size_t end = reading.sentence_end(first);
  for (std::size_t i = first; i < end && i < first + 16;) {
    const auto found = match(levels, reading, i);
    if (found && stands_for_a_level(reading, i, *found)) {
      Level level = found->means;
      i += found->length;
      if (level.level == mbo) i = take_mbo_level(reading, i, level);
      group.levels.push_back(level);
      group.last = i;
    } else if (!group.levels.empty() && i < group.last + 3 && reading.gap(i) <= Gap::comma &&
               is_one_of(reading.form(i), joining)) {
      ++i;
    } else {
      break;
    }
  }
  return group.levels.empty() ? std::nullopt : std::optional(group);
}

/// "Verzorgende IG niveau 3": mbo by its level.
std::optional<Group> level_alone(const Reading& reading, std::size_t i) {
  if (reading.form(i) != "niveau" || i == reading.sentence_begin(i)) return std::nullopt;
  if (!is_one_of(reading.form(i - 1), of_a_level)) return std::nullopt;
  Level level = sure(mbo);
  const std::size_t last = take_mbo_level(reading, i, level);
  if (level.mbo_level == 0) return std::nullopt;
  return Group{{level}, i - 1, last};
}

/// "hbo werk- en denkniveau", "academic level thinking": the level of a person, with or without a diploma.
bool is_of_thinking(const Reading& reading, const Group& group) {
  constexpr auto thinking = std::to_array<std::string_view>({"denkniveau", "denk", "thinking", "werkniveau"});
  const std::size_t end = std::min(group.last + 4, reading.sentence_end(group.first));
  for (std::size_t i = group.last; i < end && reading.gap(i) < Gap::comma; ++i) {
    if (is_one_of(reading.form(i), thinking)) return true;
    if (reading.form(i) == "of" || match(levels, reading, i)) return false;
  }
  return false;
}

std::optional<WorkLevel> work_level_of(EducationLevel level) {
  switch (level) {
    case vmbo:
      return WorkLevel::vmbo;
    case mbo:
    case havo_vwo:
      return WorkLevel::mbo_havo_vwo;
    case hbo:
      return WorkLevel::hbo;
    case wo:
      return WorkLevel::wo;
    default:
      return std::nullopt;
  }
}

void add_group(const Reading& reading, const Group& group, Proposals& found) {
  const std::size_t begin = reading.sentence_begin(group.first), end = reading.sentence_end(group.first);
  if (reading.kind() == TextKind::vacancy && reading.has(begin, end, to_be_learnt)) return;
  bool experience_counts = false;
  for (std::size_t i = group.last; i < end; ++i)
    experience_counts = experience_counts || match(counts_as_well, reading, i).has_value();
  const SchoolingField field = schooling_field(reading, group.last);
  const bool thinking = is_of_thinking(reading, group);
  for (const Level& level : group.levels) {
    const int confidence_bp = level.needs_company ? beside_bp : sure_bp;
    Proposal proposal{WorkLevel::basic, std::nullopt, confidence_bp, {}};
    if (const auto work_level = work_level_of(level.level); thinking && work_level) {
      proposal.value = *work_level;
    } else {
      Schooling schooling{level.level, std::nullopt, field.field, field.name, std::nullopt};
      if (level.mbo_level != 0) schooling.mbo_level = level.mbo_level;
      if (experience_counts) schooling.experience_counts = true;
      proposal.value = std::move(schooling);
    }
    add_demand(reading, std::move(proposal), group.first, std::max(group.last, group.first + 1), found);
  }
}

}  // namespace

void find_schooling(const Reading& reading, Proposals& found) {
  for (std::size_t i = 0; i < reading.size();) {
    auto group = group_at(reading, i);
    if (!group) group = level_alone(reading, i);
    if (!group) {
      ++i;
      continue;
    }
    add_group(reading, *group, found);
    i = std::max(group->last, i + 1);
  }
}

}  // namespace passend::extract
