// SPDX-License-Identifier: EUPL-1.2
#include "indexer/extract/kinds.hpp"
#include "indexer/extract/numbers.hpp"
#include "indexer/extract/phrases.hpp"
#include "indexer/text/amounts.hpp"

/// Hours a week: "24-32 uur", "36 of 40 uur per week", "36-urige werkweek", "0,6 tot 0,8 fte", "wtf 0,6".
namespace passend::extract {
namespace {

constexpr int full_time_hours = 40;
constexpr int fewest_hours = 2;
constexpr int most_hours = 60;
constexpr int weekly_bp = 9500;
constexpr int bare_bp = 7500;
constexpr int part_of_full_time_bp = 8500;

constexpr auto hour_words = std::to_array<std::string_view>({"uur", "uren", "hours", "hour", "hrs", "uurs"});
constexpr auto of_a_week = phrases(std::to_array<Phrase<int>>({{"per week", 0},
                                                               {"p w", 0},
                                                               {"pw", 0},
                                                               {"week", 0},
                                                               {"werkweek", 0},
                                                               {"weekly", 0},
                                                               {"a week", 0},
                                                               {"in de week", 0},
                                                               {"per werkweek", 0},
                                                               {"work week", 0},
                                                               {"workweek", 0}}));
/// After "36-urige" and "32-uurs": anything else is a service of 24 hours.
constexpr auto kinds_of_job = std::to_array<std::string_view>(
    {"werkweek", "week", "contract", "contracten", "baan", "dienstverband", "functie", "aanstelling"});
constexpr auto labels = phrases(std::to_array<Phrase<int>>({{"aantal uren", 0},
                                                            {"aantal uur", 0},
                                                            {"uren per week", 0},
                                                            {"uur per week", 0},
                                                            {"uren", 0},
                                                            {"hours per week", 0},
                                                            {"hours", 0}}));
constexpr auto part_labels = std::to_array<std::string_view>({"wtf", "werktijdfactor", "fte"});
/// With one of these in the sentence, hours without "per week" are hours of a week.
constexpr auto about_a_job =
    std::to_array<std::string_view>({"dienstverband", "contract", "contracten", "aanstelling", "functie", "baan",
                                     "werkweek", "parttime", "fulltime", "vacature", "beschikbaar", "werken", "werk",
                                     "werkt", "uren", "arbeidsovereenkomst", "part", "full", "betrekking"});
constexpr auto other_periods =
    std::to_array<std::string_view>({"dag", "dagen", "day", "etmaal", "maand", "month", "jaar", "year", "bereikbaar*",
                                     "zorg*", "support", "service", "economie", "opvang", "per", "van", "a"});
constexpr auto before_a_time =
    std::to_array<std::string_view>({"om", "binnen", "na", "voor", "tussen", "within", "vanaf"});
/// What a full-time week is named for that is not the hours of the job.
constexpr auto money_and_leave = std::to_array<std::string_view>(
    {"salaris*", "maandsalaris", "bruto*", "salary", "gross", "euro", "eur", "vakantie*", "verlof*", "vacation*",
     "holiday*", "leave", "arbeidsvoorwaarden", "schaal", "maandloon", "loon", "uurloon", "vergoeding*"});
constexpr auto of_a_person = std::to_array<std::string_view>({"werkt", "werk", "werken", "zoeken", "functie"});
constexpr auto qualifiers =
    std::to_array<std::string_view>({"minimaal", "minimal", "minimum", "minstens", "min", "maximaal", "max", "tot",
                                     "vanaf", "minste", "least", "hoogstens"});
/// May stand between these and the number: "minimaal een contract van 32 uur".
constexpr auto behind_a_qualifier =
    std::to_array<std::string_view>({"een", "a", "van", "of", "voor", "for", "contract", "dienstverband"});
constexpr std::size_t reach_of_a_qualifier = 4;

struct Hours {
  WeeklyHours value;
  std::size_t first = 0;
  std::size_t last = 0;
  int confidence_bp = 0;
};

/// Whether the sentence speaks of pay or leave, where hours are the measure of full time: "€ 3.000 bij 36 uur".
bool is_a_measure(const Reading& reading, std::size_t first) {
  const std::size_t begin = reading.sentence_begin(first), end = reading.sentence_end(first);
  const bool currency = reading.text(reading.span(begin, end)).find("\xE2\x82\xAC") != std::string_view::npos;
  const auto before =
      begin > 0 ? reading.text({reading.span(begin - 1, begin).end, reading.span(begin, end).begin}) : "";
  if (!currency && before.find("\xE2\x82\xAC") == std::string_view::npos && !reading.has(begin, end, money_and_leave)) {
    return false;
  }
  const std::size_t near = first > begin + 3 ? first - 3 : begin;
  return !reading.has(near, first, of_a_person);
}

/// Minimum and maximum in words of the text, with a qualifier before them: "minimaal 24", "24 tot 32".
std::optional<WeeklyHours> hours_of(const Reading& reading, const NumberRange& range) {
  std::size_t first = range.first;
  const std::size_t begin = reading.sentence_begin(first);
  std::size_t before = first;
  while (before > begin && first - before < reach_of_a_qualifier &&
         is_one_of(reading.form(before - 1), behind_a_qualifier))
    --before;
  if (before > begin && is_one_of(reading.form(before - 1), qualifiers)) first = before - 1;
  const auto hours = text::read_hours(reading.text(reading.span(first, range.last)));
  if (!hours) return std::nullopt;
  const int low = hours->minimum.value_or(fewest_hours), high = hours->maximum.value_or(most_hours);
  return low >= fewest_hours && high <= most_hours && low <= high ? hours : std::nullopt;
}

/// "36 uur" without "per week": a line of its own, or a sentence about the job; never a time, a day or a service.
bool is_about_a_job(const Reading& reading, const NumberRange& range, std::size_t after) {
  const std::size_t begin = reading.sentence_begin(range.first), end = reading.sentence_end(range.first);
  if (range.first > begin && is_one_of(reading.form(range.first - 1), before_a_time) &&
      !is_one_of(reading.form(range.first - 1), std::to_array<std::string_view>({"voor", "vanaf"}))) {
    return false;
  }
  if (after < end && is_one_of(reading.form(after), other_periods)) return false;
  const std::size_t near = range.first > begin + 3 ? range.first - 3 : begin;
  if (reading.has(near, range.first, std::to_array<std::string_view>({"dag", "dagen", "days", "day"}))) return false;
  return end - begin <= 8 || reading.has(begin, end, about_a_job);
}

/// The number with its unit after it: "32 uur per week", "36-urige werkweek", "32u p/w".
std::optional<Hours> hours_with_unit(const Reading& reading, const NumberRange& range) {
  const std::size_t unit = range.unit_within ? range.last : range.last + 1;
  const std::string_view word = reading.form(range.last);
  const bool adjective = !range.unit_within && (word.starts_with("urig") || word == "uurs");
  const bool in_sentence = range.unit_within || range.last < reading.sentence_end(range.first);
  if (!in_sentence || !(range.unit_within || adjective || is_one_of(word, hour_words))) return std::nullopt;
  const auto hours = hours_of(reading, range);
  if (!hours) return std::nullopt;
  if (adjective) {
    if (!is_one_of(reading.form(unit), kinds_of_job)) return std::nullopt;
    return Hours{*hours, range.first, unit + 1, weekly_bp};
  }
  if (const auto week = match(of_a_week, reading, unit))
    return Hours{*hours, range.first, unit + week->length, weekly_bp};
  if (!is_about_a_job(reading, range, unit)) return std::nullopt;
  if (hours->minimum.value_or(hours->maximum.value_or(0)) < 8) return std::nullopt;
  return Hours{*hours, range.first, unit, bare_bp};
}

/// "0,6 fte", "0,4 tot 0,8 FTE", "wtf 0,6".
std::optional<Hours> part_of_full_time(const Reading& reading, const NumberRange& range) {
  const bool labelled =
      range.first > reading.sentence_begin(range.first) && is_one_of(reading.form(range.first - 1), part_labels);
  const bool followed = range.last < reading.sentence_end(range.first) && reading.form(range.last) == "fte";
  if (!labelled && !followed) return std::nullopt;
  if (range.high_thousandths > 1000 || range.low_thousandths < 50) return std::nullopt;
  const auto hours = text::read_fte(reading.text(reading.span(range.first, range.last)), full_time_hours);
  if (!hours) return std::nullopt;
  return Hours{*hours, labelled ? range.first - 1 : range.first, range.last + (followed ? 1 : 0), part_of_full_time_bp};
}

/// "Aantal uren: 24-32", "Uren per week: 32".
std::optional<Hours> hours_after_label(const Reading& reading, std::size_t i) {
  const auto label = match(labels, reading, i);
  if (!label || reading.gap(i + label->length) != Gap::colon) return std::nullopt;
  const auto range = number_range(reading, i + label->length);
  if (!range || range->unit_within) return std::nullopt;
  const auto hours = hours_of(reading, *range);
  return hours ? std::optional(Hours{*hours, i, range->last, weekly_bp}) : std::nullopt;
}

/// Several in one sentence are the ends of one range: "36 uur, 32 kan ook"; a part of full time beside hours says the
/// same in other words.
void merge_into(std::vector<Hours>& sentence, const Hours& next) {
  if (sentence.empty()) {
    sentence.push_back(next);
    return;
  }
  Hours& one = sentence.front();
  one.last = std::max(one.last, next.last);
  if (next.confidence_bp == part_of_full_time_bp) return;
  const auto low = [](const WeeklyHours& hours) { return hours.minimum; };
  if (low(one.value) && low(next.value)) one.value.minimum = std::min(*low(one.value), *low(next.value));
  if (one.value.maximum && next.value.maximum) one.value.maximum = std::max(*one.value.maximum, *next.value.maximum);
  one.confidence_bp = std::max(one.confidence_bp, next.confidence_bp);
}

}  // namespace

void find_hours(const Reading& reading, Proposals& found) {
  std::vector<Hours> sentence;
  for (std::size_t i = 0; i < reading.size(); ++i) {
    if (i == reading.sentence_begin(i)) sentence.clear();
    auto hours = hours_after_label(reading, i);
    if (!hours) {
      if (const auto range = number_range(reading, i)) {
        hours = part_of_full_time(reading, *range);
        if (!hours) hours = hours_with_unit(reading, *range);
        if (!hours) i = range->last - 1;
      }
    }
    if (!hours || is_a_measure(reading, hours->first) || reading.section(i) == Section::procedure) continue;
    const bool more = !sentence.empty();
    merge_into(sentence, *hours);
    const Hours& one = sentence.front();
    if (more) found.pop_back();
    const auto cued = reading.cued_importance(one.first, one.last);
    const bool says_so = cued == Importance::required || cued == Importance::desired;
    found.push_back({one.value, says_so ? cued : std::nullopt, one.confidence_bp, reading.span(one.first, one.last)});
    i = hours->last - 1;
  }
}

}  // namespace passend::extract
