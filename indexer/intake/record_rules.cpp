// SPDX-License-Identifier: EUPL-1.2
#include "indexer/intake/record_rules.hpp"

#include <algorithm>
#include <array>

#include "indexer/base/utf8.hpp"
#include "indexer/intake/text_limits.hpp"
#include "indexer/model/citizen_numbers.hpp"
#include "indexer/model/codec.hpp"
#include "indexer/model/fields.hpp"
#include "indexer/text/unicode.hpp"

namespace passend::intake {
namespace {

bool is_free_text(std::string_view path) {
  return path.ends_with("/label") || path.ends_with("/place") || path.ends_with("/street");
}

bool holds_contact_numbers(std::string_view path) {
  return path.find("/phones/") != std::string_view::npos || path.find("/emails/") != std::string_view::npos;
}

/// Visits the fields of a record, blanks citizen service numbers in its texts and fits them to their declared length.
/// Ids, codes and addresses are left as they are: a part of one of them is not a shorter one but another one.
class TextFitter {
 public:
  TextFitter(std::string path, Suspicion suspicion, RecordNotes& notes)
      : path_(std::move(path)), suspicion_(suspicion), notes_(notes) {}

  template <class T>
  void field(const char* name, T& value, const Rule& rule) {
    fit(value, rule, path_ + "/" + name);
  }
  void check(bool, const char*, const char*) {}

 private:
  void fit(std::string& value, const Rule& rule, const std::string& path) {
    if (value.empty()) return;
    const bool one_line = rule.shape == Shape::source_id && is_free_text(path);
    if (rule.shape != Shape::free && !one_line) return;
    value = text::clean_text(value);
    if (one_line)
      std::replace_if(
          value.begin(), value.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
    value = std::string(trimmed(value));
    if (!holds_contact_numbers(path)) blank_numbers(value, path);
    if (rule.maximum_length == 0) return;
    const auto kept = code_point_prefix(value, rule.maximum_length).size();
    if (kept == value.size()) return;
    const std::size_t characters = code_points_in(value);
    value.resize(kept);
    const std::string limit = std::to_string(rule.maximum_length);
    notes_.warn({.field = path,
                 .value = {},
                 .reason = "the text has " + std::to_string(characters) + " characters and was cut to " + limit,
                 .remedy = "shorten it in the source if the end matters"});
  }
  template <class T>
  void fit(std::optional<T>& value, const Rule& rule, const std::string& path) {
    if (value) fit(*value, rule, path);
  }
  template <class T>
  void fit(std::vector<T>& list, const Rule& rule, const std::string& path) {
    for (std::size_t i = 0; i < list.size(); ++i) fit(list[i], rule, path + "/" + std::to_string(i));
    if constexpr (std::is_same_v<T, std::string>) std::erase(list, std::string());
    if (rule.maximum_items == 0 || list.size() <= rule.maximum_items) return;
    notes_.warn({.field = path,
                 .value = std::to_string(list.size()) + " items",
                 .reason = "only the first " + std::to_string(rule.maximum_items) + " items are kept",
                 .remedy = "shorten the list in the source if the others matter"});
    list.resize(rule.maximum_items);
  }
  template <class T>
  void fit(T& value, const Rule&, const std::string& path) {
    if constexpr (requires { describe(std::declval<TextFitter&>(), value); }) {
      TextFitter inner(path, suspicion_, notes_);
      describe(inner, value);
    }
  }

  /// The row is not rejected for it: one careless line must not keep a person out of every list.
  void blank_numbers(std::string& value, const std::string& path) {
    if (blank_citizen_numbers(value, suspicion_) == 0) return;
    notes_.dropped("bsn");
    notes_.warn({.field = path,
                 .value = {},
                 .reason = "a number that may be a citizen service number (BSN) was replaced by " +
                           std::string(blanked_number) + "; it is never stored",
                 .remedy = "take it out of this text in the source"});
  }

  std::string path_;
  Suspicion suspicion_;
  RecordNotes& notes_;
};

/// Numbers of a portfolio that say nothing about who or where someone is; all other values stay out of the report.
constexpr std::array<std::string_view, 8> harmless{"minimum",      "maximum",      "maximumDistanceKm",
                                                   "minimumCents", "maximumCents", "maximumTravelMinutes",
                                                   "language",     "field"};

bool may_be_shown(std::string_view pointer) {
  const std::string_view leaf = pointer.substr(pointer.rfind('/') + 1);
  return pointer.starts_with("/sectors/") || std::find(harmless.begin(), harmless.end(), leaf) != harmless.end();
}

enum class Values : std::uint8_t { shown, of_a_person };

template <class T>
void fit_and_validate(T& record, Values values, RecordNotes& notes) {
  // Texts of employers are full of other numbers, of which one in eleven passes for a BSN.
  const auto suspicion = values == Values::of_a_person ? Suspicion::likely : Suspicion::named;
  TextFitter fitter("", suspicion, notes);
  describe(fitter, record);
  if (notes.rejected()) return;  // One reason per mistake: what was refused while reading would break limits again.
  for (const Violation& violation : validate(record)) {
    const bool shown = values == Values::shown || may_be_shown(violation.field);
    notes.reject({.field = violation.field,
                  .value = shown ? violation.value : std::string(),
                  .reason = "breaks the rule: " + violation.rule,
                  .remedy = "correct it in the source and import the file again"});
  }
}

void warn_of_unknown_area(const std::string& postcode, const char* field, const geo::PostcodeTable* postcodes,
                          Values values, RecordNotes& notes) {
  if (postcodes == nullptr || postcode.empty()) return;
  const auto pc4 = geo::parse_pc4(postcode);
  if (!pc4 || postcodes->find(*pc4) != nullptr) return;
  notes.warn({.field = field,
              .value = values == Values::shown ? postcode : std::string(),
              .reason = "the postcode is not in the postcode table (a post-box number, or newer than the table), so "
                        "that the distance will be unknown",
              .remedy = "use the postcode of the street address, or load a newer postcode table"});
}

}  // namespace

void hold_to_rules(Portfolio& portfolio, const geo::PostcodeTable* postcodes, RecordNotes& notes) {
  fit_and_validate(portfolio.search, Values::of_a_person, notes);
  fit_and_validate(portfolio.detail, Values::of_a_person, notes);
  warn_of_unknown_area(portfolio.search.mobility.postcode, "/mobility/postcode", postcodes, Values::of_a_person, notes);
}

void hold_to_rules(Vacancy& vacancy, const geo::PostcodeTable* postcodes, RecordNotes& notes) {
  fit_and_validate(vacancy, Values::shown, notes);
  warn_of_unknown_area(vacancy.location.postcode, "/location/postcode", postcodes, Values::shown, notes);
}

void hold_to_rules(Employer& employer, const geo::PostcodeTable* postcodes, RecordNotes& notes) {
  fit_and_validate(employer, Values::shown, notes);
  warn_of_unknown_area(employer.location.postcode, "/location/postcode", postcodes, Values::shown, notes);
}

std::string read_postcode(std::string_view text, const std::string& field, std::string_view value_to_show,
                          RecordNotes& notes) {
  if (trimmed(text).empty()) return {};
  if (auto postcode = geo::normalise_postcode(trimmed(text))) return *postcode;
  notes.reject({.field = field,
                .value = std::string(value_to_show),
                .reason =
                    "there can be no such Dutch postcode: it is four digits, the first not 0, and two letters other "
                    "than SA, SD and SS",
                .remedy = "correct the postcode, or leave it empty when it is not known"});
  return {};
}

void forget_reversed(Period& period, const std::string& field, RecordNotes& notes) {
  if (!period.from || !period.until || *period.from <= *period.until) return;
  notes.warn({.field = field,
              .value = {},
              .reason = "the last day is before the first; both are read as not known",
              .remedy = "correct the dates in the source"});
  period = {};
}

}  // namespace passend::intake
