// SPDX-License-Identifier: EUPL-1.2
#include "indexer/extract/schooling_field.hpp"

#include <algorithm>

#include "indexer/extract/phrases.hpp"

namespace passend::extract {
namespace {

/// Broad fields of ISCED-F 2013: 1 education, 2 arts and humanities, 3 social sciences, 4 business and law, 5 natural
/// sciences and mathematics, 6 ICT, 7 engineering and construction, 8 agriculture, 9 health and welfare, 10 services.
constexpr auto subjects = phrases(std::to_array<Phrase<int>>({
    {"pedagog*", 1},
    {"onderwijs*", 1},
    {"leraren*", 1},
    {"onderwijsassistent", 1},
    {"kunst*", 2},
    {"geschiedenis", 2},
    {"talen", 2},
    {"vormgeving", 2},
    {"economie", 3},
    {"economics", 3},
    {"psycholog*", 3},
    {"criminologie", 3},
    {"sociologie", 3},
    {"bestuurskunde", 3},
    {"communicatie", 3},
    {"journalistiek", 3},
    {"bedrijfs*", 4},
    {"business", 4},
    {"rechten", 4},
    {"recht", 4},
    {"juridisch*", 4},
    {"law", 4},
    {"financ*", 4},
    {"finance", 4},
    {"accountancy", 4},
    {"administratie*", 4},
    {"administratief", 4},
    {"marketing", 4},
    {"commercie*", 4},
    {"boekhoud*", 4},
    {"personeel*", 4},
    {"secretar*", 4},
    {"natuurkunde", 5},
    {"wiskunde", 5},
    {"mathematics", 5},
    {"statistiek", 5},
    {"biologie", 5},
    {"scheikunde", 5},
    {"chemie", 5},
    {"laboratorium*", 5},
    {"informatica", 6},
    {"ict", 6},
    {"computer science", 6},
    {"information technology", 6},
    {"kunstmatige intelligentie", 6},
    {"software*", 6},
    {"technische informatica", 6},
    {"data science", 6},
    {"techniek", 7},
    {"technische", 7},
    {"technisch", 7},
    {"elektro*", 7},
    {"werktuigbouw*", 7},
    {"mechatronica", 7},
    {"bouwkunde", 7},
    {"bouw", 7},
    {"civiele techniek", 7},
    {"engineering", 7},
    {"installatietechniek", 7},
    {"metaal*", 7},
    {"groen*", 8},
    {"hovenier*", 8},
    {"agrarisch*", 8},
    {"dier*", 8},
    {"zorg", 9},
    {"verpleeg*", 9},
    {"verzorg*", 9},
    {"helpende", 9},
    {"welzijn", 9},
    {"sociaal werk", 9},
    {"social work", 9},
    {"maatschappelijk*", 9},
    {"geneeskunde", 9},
    {"kinderopvang", 9},
    {"apothekers*", 9},
    {"doktersassistent*", 9},
    {"horeca", 10},
    {"kok", 10},
    {"logistiek", 10},
    {"transport", 10},
    {"beveilig*", 10},
    {"facilitair*", 10},
    {"toerisme", 10},
    {"schoonmaak", 10},
}));

/// Words between a level and its subject.
constexpr auto leading = std::to_array<std::string_view>(
    {"opleiding", "opleidingen", "diploma", "degree", "niveau", "in", "de",           "een",
     "richting",  "van",         "zoals",   "het",    "gebied", "op", "bijvoorbeeld", "relevante",
     "afgeronde", "studie",      "level",   "a",      "the",    "of", "bij",          "voorkeur"});
constexpr auto announcing =
    std::to_array<std::string_view>({"richting", "opleiding", "degree", "diploma", "in", "zoals", "studie"});
constexpr auto ending =
    std::to_array<std::string_view>({"en", "of", "or", "and", "met", "with", "vergelijkbaar", "related", "is", "bent",
                                     "hebt", "afgerond", "vergelijkbare", "soortgelijk"});
constexpr std::size_t longest_name = 120;
constexpr std::size_t most_words = 6;

}  // namespace

SchoolingField schooling_field(const Reading& reading, std::size_t first) {
  SchoolingField result;
  if (first == 0 || first >= reading.size() || reading.gap(first) >= Gap::stop) return result;
  const std::size_t end = reading.sentence_end(first);
  std::size_t i = first;
  bool announced = false;
  while (i < end && i < first + 7 && reading.gap(i) < Gap::bracket && is_one_of(reading.form(i), leading)) {
    announced = announced || is_one_of(reading.form(i), announcing);
    ++i;
  }
  if (i >= end || reading.gap(i) >= Gap::bracket) return result;
  std::size_t last = i;
  for (std::size_t j = i; j < std::min(end, i + most_words); ++j) {
    if (j > i && (reading.gap(j) >= Gap::comma || is_one_of(reading.form(j), ending))) break;
    const auto subject = match(subjects, reading, j);
    if (subject && !result.field) result.field = subject->means;
    last = j + 1;
  }
  if (!announced && !result.field) return result;
  const std::string_view name = reading.text(reading.span(i, std::max(last, i + 1)));
  if (name.size() <= longest_name && result.field) result.name = std::string(name);
  return result;
}

}  // namespace passend::extract
