// SPDX-License-Identifier: EUPL-1.2
#include "indexer/extract/kinds.hpp"
#include "indexer/extract/phrases.hpp"

/// Working times: office hours, shifts and irregular hours, days and dayparts.
namespace passend::extract {
namespace {

enum class Pattern : std::uint8_t { office, irregular };

constexpr auto patterns = phrases(std::to_array<Phrase<Pattern>>({
    {"kantoortijden", Pattern::office},
    {"kantooruren", Pattern::office},
    {"kantoortijd", Pattern::office},
    {"dagdienst*", Pattern::office},
    {"office hours", Pattern::office},
    {"business hours", Pattern::office},
    {"buiten kantoortijd", Pattern::irregular},
    {"buiten kantoortijden", Pattern::irregular},
    {"buiten kantooruren", Pattern::irregular},
    {"onregelmatige dienst*", Pattern::irregular},
    {"onregelmatige tijden", Pattern::irregular},
    {"onregelmatige werktijden", Pattern::irregular},
    {"onregelmatige uren", Pattern::irregular},
    {"onregelmatig", Pattern::irregular},
    {"onregelmatigheid", Pattern::irregular},
    {"wisselende dienst*", Pattern::irregular},
    {"wisselende werktijden", Pattern::irregular},
    {"wisseldienst*", Pattern::irregular},
    {"ploegendienst*", Pattern::irregular},
    {"2 ploegen*", Pattern::irregular},
    {"3 ploegen*", Pattern::irregular},
    {"4 ploegen*", Pattern::irregular},
    {"5 ploegen*", Pattern::irregular},
    {"twee ploegen*", Pattern::irregular},
    {"drie ploegen*", Pattern::irregular},
    {"vijf ploegen*", Pattern::irregular},
    {"avonddienst*", Pattern::irregular},
    {"nachtdienst*", Pattern::irregular},
    {"weekenddienst*", Pattern::irregular},
    {"late dienst*", Pattern::irregular},
    {"vroege dienst*", Pattern::irregular},
    {"bereikbaarheidsdienst*", Pattern::irregular},
    {"slaapdienst*", Pattern::irregular},
    {"piketdienst*", Pattern::irregular},
    {"consignatiedienst*", Pattern::irregular},
    {"shift work", Pattern::irregular},
    {"shifts", Pattern::irregular},
    {"irregular hours", Pattern::irregular},
    {"out of hours", Pattern::irregular},
    {"on call", Pattern::irregular},
}));

constexpr std::uint32_t morning = 0b0001, afternoon = 0b0010, evening = 0b0100, night = 0b1000;

constexpr auto dayparts = phrases(std::to_array<Phrase<std::uint32_t>>({
    {"ochtend", morning},      {"ochtenden", morning},   {"s ochtends", morning},
    {"'s ochtends", morning},  {"ochtends", morning},    {"middag", afternoon},
    {"middagen", afternoon},   {"s middags", afternoon}, {"middags", afternoon},
    {"avond", evening},        {"avonden", evening},     {"s avonds", evening},
    {"avonds", evening},       {"nacht", night},         {"nachten", night},
    {"s nachts", night},       {"nachts", night},        {"overdag", morning | afternoon},
    {"avonddienst*", evening}, {"nachtdienst*", night},  {"mornings", morning},
    {"afternoons", afternoon}, {"evenings", evening},    {"nights", night},
}));

constexpr std::uint32_t weekend_days = 0b1100000;
constexpr auto day_names = phrases(std::to_array<Phrase<std::uint32_t>>({
    {"maandag", 1U << 0},
    {"dinsdag", 1U << 1},
    {"woensdag", 1U << 2},
    {"donderdag", 1U << 3},
    {"vrijdag", 1U << 4},
    {"zaterdag", 1U << 5},
    {"zondag", 1U << 6},
    {"monday", 1U << 0},
    {"tuesday", 1U << 1},
    {"wednesday", 1U << 2},
    {"thursday", 1U << 3},
    {"friday", 1U << 4},
    {"saturday", 1U << 5},
    {"sunday", 1U << 6},
    {"maandagen", 1U << 0},
    {"zaterdagen", 1U << 5},
    {"zondagen", 1U << 6},
    {"weekend", weekend_days},
    {"weekenden", weekend_days},
    {"weekends", weekend_days},
    {"weekenddienst*", weekend_days},
    {"in het weekend", weekend_days},
}));

constexpr auto until = std::to_array<std::string_view>({"t", "tot", "to", "through", "en", "m", "met"});
/// With one of these in the sentence, days and dayparts are times of work.
constexpr auto about_work = std::to_array<std::string_view>(
    {"werk",         "werkt",        "werken",        "werktijden", "werkdagen", "beschikbaar", "beschikbaarheid",
     "dienst",       "diensten",     "uur",           "inzetbaar",  "rooster",   "werkzaam",    "available",
     "work",         "working",      "hours",         "gewerkt",    "kun",       "kan",         "bezorg*",
     "avonddienst*", "nachtdienst*", "weekenddienst*"});
constexpr auto no_working_time = std::to_array<std::string_view>(
    {"solliciteren", "solliciteer", "gesprek*", "sollicitatie*", "reageren",   "reageer", "bellen",   "bel",
     "bereikbaar",   "borrel*",     "lunch",    "telefonisch",   "interview*", "januari", "februari", "maart",
     "april",        "juni",        "juli",     "augustus",      "september",  "oktober", "november", "december"});

constexpr int pattern_bp = 9000;
constexpr int grid_bp = 8000;

bool says_when_to_apply(const Reading& reading, std::size_t i) {
  return reading.section(i) == Section::procedure ||
         reading.has(reading.sentence_begin(i), reading.sentence_end(i), no_working_time);
}

std::optional<Importance> spoken_importance(const Reading& reading, std::size_t first, std::size_t last) {
  const auto cued = reading.cued_importance(first, last);
  return cued == Importance::required || cued == Importance::desired ? cued : std::nullopt;
}

void add_patterns(const Reading& reading, Proposals& found) {
  for (std::size_t i = 0; i < reading.size(); ++i) {
    const auto pattern = match(patterns, reading, i);
    if (!pattern) continue;
    const std::size_t last = i + pattern->length;
    const bool denied = reading.cued_importance(i, last) == Importance::ignored;
    if (!says_when_to_apply(reading, i)) {
      WorkingTimes times;
      (pattern->means == Pattern::office ? times.office_hours : times.irregular_hours) = !denied;
      found.push_back(
          {times, denied ? std::nullopt : spoken_importance(reading, i, last), pattern_bp, reading.span(i, last)});
    }
    i = last - 1;
  }
}

/// All days from the first to the last of a range: "maandag t/m vrijdag".
std::uint32_t through(std::uint32_t from, std::uint32_t to) {
  std::uint32_t days = 0;
  for (std::uint32_t day = from; day != 0 && day <= to; day <<= 1U) days |= day;
  return days;
}

struct Times {
  std::uint32_t days = 0;   ///< Bit 0 is Monday.
  std::uint32_t parts = 0;  ///< Bit 0 is the morning.
  std::size_t first = 0;
  std::size_t last = 0;
};

/// What the sentence from `begin` on names.
Times times_of(const Reading& reading, std::size_t begin) {
  Times times;
  const auto take = [&](std::size_t first, std::size_t last) {
    if (times.last == 0) times.first = first;
    times.last = last;
  };
  for (std::size_t i = begin; i < reading.sentence_end(begin);) {
    if (const auto day = match(day_names, reading, i)) {
      std::size_t next = i + day->length;
      std::size_t to = next;
      while (to < next + 3 && is_one_of(reading.form(to), until)) ++to;
      const bool range = reading.form(next) == "t" || reading.form(next) == "tot" || reading.form(next) == "to" ||
                         reading.form(next) == "through";
      const auto end = range ? match(day_names, reading, to) : std::nullopt;
      times.days |= end && end->means > day->means ? through(day->means, end->means) : day->means;
      if (end) next = to + end->length;
      take(i, next);
      i = next;
    } else if (const auto part = match(dayparts, reading, i)) {
      times.parts |= part->means;
      take(i, i + part->length);
      i += part->length;
    } else {
      ++i;
    }
  }
  return times;
}

WeekGrid grid_of(const Times& times) {
  const std::uint32_t days = times.days != 0 ? times.days : 0b1111111U;
  const std::uint32_t parts = times.parts != 0 ? times.parts : morning | afternoon;
  WeekGrid grid;
  for (std::uint32_t day = 0; day < 7; ++day) {
    if ((days >> day) & 1U) grid.bits |= parts << (day * 4);
  }
  return grid;
}

}  // namespace

void find_working_times(const Reading& reading, Proposals& found) {
  add_patterns(reading, found);
  for (std::size_t begin = 0; begin < reading.size(); begin = reading.sentence_end(begin)) {
    if (says_when_to_apply(reading, begin) || !(reading.has(begin, reading.sentence_end(begin), about_work))) continue;
    const Times times = times_of(reading, begin);
    if (times.last == 0 || reading.cued_importance(times.first, times.last) == Importance::ignored) continue;
    WorkingTimes value;
    value.grid = grid_of(times);
    found.push_back(
        {value, spoken_importance(reading, times.first, times.last), grid_bp, reading.span(times.first, times.last)});
  }
}

}  // namespace passend::extract
