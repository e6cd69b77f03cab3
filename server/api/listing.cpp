// SPDX-License-Identifier: EUPL-1.2
#include "server/api/listing.hpp"

#include <cmath>

#include "indexer/base/error.hpp"

namespace passend::api {
namespace {

Cell number_cell(const std::optional<int>& number) {
  return number ? Cell(static_cast<double>(*number)) : Cell(std::string());
}

Cell day_cell(const std::optional<Date>& day) {
  return day ? to_text(*day) : std::string();
}

std::string_view work_level_name(WorkLevel level, Language language) {
  const bool is_english = language == Language::english;
  switch (level) {
    case WorkLevel::no_basic_education:
      return is_english ? "no basic education" : "geen basisonderwijs";
    case WorkLevel::basic:
      return is_english ? "primary education" : "basisonderwijs";
    case WorkLevel::vmbo:
      return "vmbo";
    case WorkLevel::mbo_havo_vwo:
      return "mbo, havo, vwo";
    case WorkLevel::hbo:
      return "hbo";
    case WorkLevel::wo:
      return "wo";
  }
  return {};
}

}  // namespace

void require_listable(std::uint64_t rows) {
  if (rows <= most_listed) return;
  throw Error(ErrorCode::invalid_input,
              "This selection has " + std::to_string(rows) + " rows, and a file holds at most " +
                  std::to_string(most_listed) +
                  ". Narrow it down with a filter, a radius or a stricter requirement, or take "
                  "the first of it in pages.");
}

Cell km_cell(const std::optional<int>& metres) {
  return metres ? Cell(std::round(*metres / 100.0) / 10.0) : Cell(std::string());
}

std::vector<ColumnTitle> candidate_titles() {
  return {{"Nummer", "Id"},
          {"Gewenste beroepen", "Wanted occupations"},
          {"Plaats", "Place"},
          {"Gemeente", "Municipality"},
          {"Werkniveau", "Work level"},
          {"Uren vanaf", "Hours from"},
          {"Uren tot", "Hours to"},
          {"Beschikbaar vanaf", "Available from"},
          {"Beschikbaar tot", "Available until"},
          {"In eigen woorden", "In their own words"},
          {"Bijgewerkt", "Updated"}};
}

Cells candidate_cells(const SearchProfile& profile, const Wording& wording) {
  std::string wanted;
  if (profile.wanted_occupations) {
    for (const ConceptRef& one : *profile.wanted_occupations) {
      wanted.append(wanted.empty() ? "" : ", ").append(wording.concept_view(one).label);
    }
  }
  const AreaView area = wording.area(profile.mobility.postcode);
  return {to_text(profile.id),
          std::move(wanted),
          area.place,
          area.municipality,
          profile.work_level ? std::string(work_level_name(*profile.work_level, wording.language())) : std::string(),
          number_cell(profile.hours.minimum),
          number_cell(profile.hours.maximum),
          day_cell(profile.available.from),
          day_cell(profile.available.until),
          profile.summary,
          profile.updated.days != 0 ? to_text(profile.updated) : std::string()};
}

std::vector<ColumnTitle> vacancy_titles() {
  return {{"Nummer", "Id"},        {"Vacature", "Vacancy"},      {"Werkgever", "Employer"},    {"Beroep", "Occupation"},
          {"Plaats", "Place"},     {"Gemeente", "Municipality"}, {"Uren vanaf", "Hours from"}, {"Uren tot", "Hours to"},
          {"Geplaatst", "Posted"}, {"Sluit op", "Closes"}};
}

Cells vacancy_cells(const Vacancy& vacancy, const Wording& wording) {
  const AreaView area = wording.area(vacancy.location.postcode);
  return {to_text(vacancy.id),
          vacancy.title,
          vacancy.employer_name,
          vacancy.occupation ? wording.concept_view(*vacancy.occupation).label : std::string(),
          vacancy.location.place.empty() ? area.place : vacancy.location.place,
          area.municipality,
          number_cell(vacancy.hours.minimum),
          number_cell(vacancy.hours.maximum),
          day_cell(vacancy.posted),
          day_cell(vacancy.closes)};
}

}  // namespace passend::api
