// SPDX-License-Identifier: EUPL-1.2
#include "indexer/extract/kinds.hpp"
#include "indexer/extract/numbers.hpp"
#include "indexer/extract/phrases.hpp"

/// Distance: "binnen 30 km van Hilversum", "maximaal 45 minuten reistijd", "reisbereid".
namespace passend::extract {
namespace {

constexpr auto kilometres =
    std::to_array<std::string_view>({"km", "kilometer", "kilometers", "kilometre", "kilometres"});
constexpr auto minutes = std::to_array<std::string_view>({"minuten", "minuut", "min", "minutes"});
constexpr auto about_travel = std::to_array<std::string_view>(
    {"binnen",   "straal", "reisafstand", "woonachtig", "wonen",      "woont",  "woon",
     "reistijd", "reizen", "afstand",     "omtrek",     "within",     "radius", "travel",
     "commute",  "rondom", "omgeving",    "reis",       "woonplaats", "enkele"});
constexpr auto pay = std::to_array<std::string_view>(
    {"vergoeding", "reiskostenvergoeding", "kilometervergoeding", "cent", "euro", "eur", "reiskosten", "per"});
constexpr auto willing = phrases(std::to_array<Phrase<int>>({{"reisbereid", 0},
                                                             {"reisbereidheid", 0},
                                                             {"bereid te reizen", 0},
                                                             {"bereid om te reizen", 0},
                                                             {"geen moeite met reizen", 0},
                                                             {"willing to travel", 0},
                                                             {"prepared to travel", 0}}));
constexpr int number_bp = 9000;
constexpr int willing_bp = 8500;

void add_number(const Reading& reading, const NumberRange& range, Proposals& found) {
  const std::size_t begin = reading.sentence_begin(range.first), end = reading.sentence_end(range.first);
  if (range.last >= end) return;
  const bool far = is_one_of(reading.form(range.last), kilometres);
  const bool long_ride = is_one_of(reading.form(range.last), minutes);
  const bool currency = reading.text(reading.span(begin, end)).find("\xE2\x82\xAC") != std::string_view::npos;
  if (!(far || long_ride) || currency || !reading.has(begin, end, about_travel) || reading.has(begin, end, pay)) return;
  const std::int64_t amount = range.high_thousandths / 1000;
  if (amount < 1 || amount > 250) return;
  Travel travel;
  (far ? travel.maximum_km : travel.maximum_minutes) = static_cast<int>(amount);
  add_demand(reading, {travel, std::nullopt, number_bp, {}}, range.first, range.last + 1, found);
}

}  // namespace

void find_travel(const Reading& reading, Proposals& found) {
  for (std::size_t i = 0; i < reading.size(); ++i) {
    if (const auto phrase = match(willing, reading, i)) {
      Travel travel;
      travel.willing = true;
      add_demand(reading, {travel, std::nullopt, willing_bp, {}}, i, i + phrase->length, found);
      i += phrase->length - 1;
    } else if (const auto range = number_range(reading, i)) {
      add_number(reading, *range, found);
      i = range->last - 1;
    }
  }
}

}  // namespace passend::extract
