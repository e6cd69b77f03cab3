// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "indexer/extract/kinds.hpp"
#include "indexer/extract/numbers.hpp"

/// Years of experience: "minimaal 3 jaar werkervaring", "5+ years of experience", "ervaring is niet vereist".
namespace passend::extract {
namespace {

constexpr auto years = std::to_array<std::string_view>({"jaar", "jaren", "years", "year", "jr", "yrs"});
constexpr auto experience = std::to_array<std::string_view>(
    {"ervaring", "werkervaring", "praktijkervaring", "beroepservaring", "experience", "ervaren", "leservaring"});
/// Who speaks of the employer's own years.
constexpr auto of_the_employer = std::to_array<std::string_view>({"dankzij", "wij", "onze", "ons", "we", "our", "us"});
constexpr auto at_most =
    std::to_array<std::string_view>({"max", "maximaal", "maximum", "hoogstens", "afgelopen", "last"});
constexpr std::size_t reach = 6;
constexpr std::int64_t most_years = 40;
constexpr int years_bp = 9300;
constexpr int none_needed_bp = 9000;

/// The word of experience by the years: a little further on, or before them ("ervaring van minimaal 3 jaar").
std::optional<std::size_t> experience_by(const Reading& reading, std::size_t first, std::size_t last) {
  const std::size_t end = std::min(reading.sentence_end(first), last + reach);
  for (std::size_t i = last; i < end; ++i) {
    if (is_one_of(reading.form(i), experience)) return i;
  }
  const std::size_t begin = std::max(reading.sentence_begin(first), first > reach ? first - reach : 0);
  for (std::size_t i = first; i > begin; --i) {
    if (is_one_of(reading.form(i - 1), experience)) return i - 1;
  }
  return std::nullopt;
}

void add_years(const Reading& reading, const NumberRange& range, Proposals& found) {
  const std::size_t begin = reading.sentence_begin(range.first);
  const auto word = experience_by(reading, range.first, range.last + 1);
  const std::size_t near = range.first > begin + 2 ? range.first - 2 : begin;
  if (!word || reading.has(begin, range.first, of_the_employer) || reading.has(near, range.first, at_most)) return;
  if (range.low_thousandths < 500 || range.low_thousandths > most_years * 1000) return;
  const std::size_t first = std::min(range.first, *word), last = std::max(range.last + 1, *word + 1);
  const int least = static_cast<int>((range.low_thousandths + 999) / 1000);
  add_demand(reading, {Experience{least}, std::nullopt, years_bp, {}}, first, last, found);
}

/// "Ervaring is niet nodig", "geen werkervaring vereist".
void add_none_needed(const Reading& reading, std::size_t i, Proposals& found) {
  if (reading.kind() == TextKind::cv || reading.importance(i, i + 1) != Importance::ignored) return;
  found.push_back({Experience{0}, Importance::ignored, none_needed_bp, reading.span(i, i + 1)});
}

}  // namespace

void find_experience(const Reading& reading, Proposals& found) {
  for (std::size_t i = 0; i < reading.size(); ++i) {
    if (is_one_of(reading.form(i), experience) && reading.form(i) != "ervaren") add_none_needed(reading, i, found);
    const auto range = number_range(reading, i);
    if (!range) continue;
    if (range->last < reading.sentence_end(i) && is_one_of(reading.form(range->last), years))
      add_years(reading, *range, found);
    i = range->last - 1;
  }
}

}  // namespace passend::extract
