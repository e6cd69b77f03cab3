// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include "indexer/geo/postcodes.hpp"
#include "indexer/intake/record_notes.hpp"
#include "indexer/model/portfolio.hpp"
#include "indexer/model/vacancy.hpp"

/// The rules that hold for a record whatever format it came in; every reader ends with one of these.
namespace passend::intake {

/// Makes texts safe to store, blanks citizen service numbers in them (citizen_numbers.hpp) and cuts the ones that are
/// too long (each with a warning: nothing else of the record suffers), rejects what the limits of the model do not
/// allow, and warns when the distance to the record's postcode will not be known because `postcodes` has no such area.
/// `postcodes` may be null: then nothing is looked up.
void hold_to_rules(Portfolio& portfolio, const geo::PostcodeTable* postcodes, RecordNotes& notes);
void hold_to_rules(Vacancy& vacancy, const geo::PostcodeTable* postcodes, RecordNotes& notes);
void hold_to_rules(Employer& employer, const geo::PostcodeTable* postcodes, RecordNotes& notes);

/// A postcode as it is stored ("1211AB" or "1211"), or empty with a rejection when there can be no such postcode.
/// `value_to_show` is what the report may repeat: nothing when it says where a person lives.
std::string read_postcode(std::string_view text, const std::string& field, std::string_view value_to_show,
                          RecordNotes& notes);

/// Forgets a period that ends before it begins, with a warning: for sources in which nobody checks it.
void forget_reversed(Period& period, const std::string& field, RecordNotes& notes);

}  // namespace passend::intake
