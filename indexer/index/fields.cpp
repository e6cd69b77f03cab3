// SPDX-License-Identifier: EUPL-1.2
#include "indexer/index/fields.hpp"

#include <array>

#include "indexer/base/error.hpp"
#include "indexer/base/hash.hpp"

namespace passend::index {
namespace {

using enum Corpus;
using enum FilterForm;
using enum Visibility;

/// Raise it when the same record and table give other terms than before (analysis, label resolution, weights in code).
constexpr std::string_view analysis_version = "2";

// Organisations and descriptions of past work, needed conditions, the letters of a postcode and the whole detail
// profile are left out on purpose: they would name a person, or say what ranking must never see.
// clang-format off
constexpr std::array table{
    // corpus, name, Dutch name, source, text prefix, weight, filter prefix, form, facet slot, visibility
    Field{candidates, "occupation", "beroep", "wantedOccupations T:labels,uris,groups", "XO", 6, "FO:", exact, 8, pseudonymous},
    Field{candidates, "experience", "ervaring", "experience.occupation T:labels,uris,groups", "XE", 4, "FE:", exact, no_slot, pseudonymous},
    Field{candidates, "competence", "competentie", "competences T:labels,uris", "XC", 3, "FC:", exact, no_slot, pseudonymous},
    Field{candidates, "education", "opleiding", "education.name, courses.name", "XED", 2, "", exact, no_slot, pseudonymous},
    Field{candidates, "credential", "certificaat", "credentials T:labels,uris", "XCR", 3, "FCR:", exact, no_slot, pseudonymous},
    Field{candidates, "language", "taal", "languages.language and its Dutch name", "XL", 2, "FL:", exact, 9, pseudonymous},
    Field{candidates, "driving_licence", "rijbewijs", "drivingLicences.category", "XDL", 2, "FDL:", exact, 10, pseudonymous},
    Field{candidates, "summary", "samenvatting", "summary", "XS", 1, "", exact, no_slot, pseudonymous},
    Field{candidates, "interest", "interesse", "interests", "XI", 1, "", exact, no_slot, pseudonymous},
    Field{candidates, "contract_type", "contract", "contractTypes", "", 0, "FCT:", exact, 11, pseudonymous},
    Field{candidates, "agreement", "overeenkomst", "agreements", "", 0, "FA:", exact, 12, pseudonymous},
    Field{candidates, "work_level", "niveau", "workLevel", "", 0, "FW:", exact, 13, pseudonymous},
    Field{candidates, "sector", "sector", "sectors", "", 0, "FS:", exact, 14, pseudonymous},
    Field{candidates, "transport", "vervoer", "mobility.transport.means", "", 0, "FT:", exact, 15, pseudonymous},
    Field{candidates, "pc4", "postcode", "mobility.postcode, four digits", "", 0, "FP:", exact, 16, pseudonymous},
    Field{candidates, "caseload", "caseload", "caseload", "", 0, "FCL:", exact, no_slot, caseload},
    Field{candidates, "source", "bron", "source.system", "", 0, "FSO:", exact, no_slot, organisation},

    Field{vacancies, "title", "titel", "title", "XT", 10, "", exact, no_slot, open},
    Field{vacancies, "occupation", "beroep", "occupation T:labels,uris,groups", "XO", 6, "FO:", exact, 8, open},
    Field{vacancies, "competence", "competentie", "competences T:labels,uris", "XC", 3, "FC:", exact, no_slot, open},
    Field{vacancies, "credential", "certificaat", "credentials T:labels,uris", "XCR", 2, "FCR:", exact, no_slot, open},
    Field{vacancies, "education", "opleiding", "education.name", "XED", 2, "", exact, no_slot, open},
    Field{vacancies, "employer_name", "werkgever", "employerName", "XEM", 3, "FEM:", folded, 17, open},
    Field{vacancies, "reference", "nummer", "reference, source.id", "XR", 1, "FR:", folded, no_slot, open},
    Field{vacancies, "place", "plaats", "location.place", "XP", 2, "FPL:", folded, 18, open},
    Field{vacancies, "description", "omschrijving", "description", "XD", 1, "", exact, no_slot, open},
    Field{vacancies, "conditions", "voorwaarden", "conditionsText", "XCO", 1, "", exact, no_slot, open},
    Field{vacancies, "language", "taal", "languages.language and its Dutch name", "XL", 1, "FL:", exact, 9, open},
    Field{vacancies, "driving_licence", "rijbewijs", "drivingLicences.category", "XDL", 1, "FDL:", exact, 10, open},
    Field{vacancies, "contract_type", "contract", "contractTypes", "", 0, "FCT:", exact, 11, open},
    Field{vacancies, "agreement", "overeenkomst", "agreements", "", 0, "FA:", exact, 12, open},
    Field{vacancies, "work_level", "niveau", "workLevel", "", 0, "FW:", exact, 13, open},
    Field{vacancies, "sector", "sector", "sector", "", 0, "FS:", exact, 14, open},
    Field{vacancies, "status", "status", "status", "", 0, "FST:", exact, 15, open},
    Field{vacancies, "pc4", "postcode", "location.postcode, four digits", "", 0, "FP:", exact, 16, open},
    Field{vacancies, "employer_id", "werkgevernummer", "employerId", "", 0, "FEI:", exact, no_slot, open},
    Field{vacancies, "source", "bron", "source.system", "", 0, "FSO:", exact, no_slot, organisation},
};
// clang-format on

consteval bool is_upper(std::string_view text) {
  for (const char letter : text) {
    if (letter < 'A' || letter > 'Z') return false;
  }
  return true;
}

/// Words are folded to lower case, so that capitals alone end where the word begins; values may hold capitals, so that
/// their prefix ends in a colon.
consteval bool prefixes_cannot_run_into_values() {
  for (const Field& row : table) {
    if (row.is_text() && (row.text_prefix.front() != 'X' || !is_upper(row.text_prefix) || row.weight == 0))
      return false;
    if (!row.is_filter()) continue;
    const std::string_view letters = row.filter_prefix.substr(0, row.filter_prefix.size() - 1);
    if (row.filter_prefix.front() != 'F' || row.filter_prefix.back() != ':' || !is_upper(letters)) return false;
  }
  return true;
}

consteval bool nothing_is_used_twice() {
  for (std::size_t i = 0; i < table.size(); ++i) {
    for (std::size_t j = i + 1; j < table.size(); ++j) {
      const Field &a = table[i], &b = table[j];
      if (a.corpus != b.corpus) continue;
      if (a.name == b.name || a.dutch == b.dutch || a.name == b.dutch || a.dutch == b.name) return false;
      if (a.is_text() && a.text_prefix == b.text_prefix) return false;
      if (a.is_filter() && a.filter_prefix == b.filter_prefix) return false;
      if (a.is_facet() && a.facet_slot == b.facet_slot) return false;
    }
  }
  return true;
}

consteval bool facet_slots_are_free() {
  for (const Field& row : table) {
    if (row.is_facet() && row.facet_slot < first_facet_slot) return false;
  }
  return true;
}

static_assert(prefixes_cannot_run_into_values());
static_assert(nothing_is_used_twice());
static_assert(facet_slots_are_free());
static_assert(table.size() < 128, "the stored texts number their field in one byte");

}  // namespace

std::string_view name_of(Corpus corpus) {
  return corpus == candidates ? "candidates" : "vacancies";
}

std::span<const Field> all_fields() {
  return table;
}

const Field* find_field(Corpus corpus, std::string_view name) {
  for (const Field& row : table) {
    if (row.corpus == corpus && (row.name == name || row.dutch == name)) return &row;
  }
  return nullptr;
}

const Field& field(Corpus corpus, std::string_view name) {
  if (const Field* found = find_field(corpus, name)) return *found;
  throw Error(ErrorCode::internal, "the index has no field '" + std::string(name) + "' for " +
                                       std::string(name_of(corpus)) + "; see indexer/index/fields.cpp");
}

std::string schema_hash() {
  Sha256 hash;
  hash.add(analysis_version);
  for (const Field& row : table) {
    const std::string numbers = std::to_string(static_cast<int>(row.corpus)) + ' ' + std::to_string(row.weight) + ' ' +
                                std::to_string(row.facet_slot) + ' ' + std::to_string(static_cast<int>(row.form));
    for (const std::string_view part :
         {row.name, row.source, row.text_prefix, row.filter_prefix, std::string_view(numbers)}) {
      hash.add(part);
      hash.add("\n");
    }
  }
  return hash.hex();
}

}  // namespace passend::index
