// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "indexer/base/error.hpp"
#include "indexer/model/casework.hpp"
#include "indexer/model/import_report.hpp"
#include "indexer/model/match_result.hpp"
#include "indexer/model/portfolio.hpp"
#include "indexer/model/vacancy.hpp"

/// JSON text <-> record, as schemas/json/ describes it (camelCase names, absent = not known). Field names, limits and
/// codes are declared once per type in the *_fields.hpp files; a test holds them against the schemas.
namespace passend {

/// Canonical JSON: keys in the order of the schema, no white space; equal records give equal bytes.
std::string encode(const SearchProfile& profile);
std::string encode(const DetailProfile& profile);
std::string encode(const Vacancy& vacancy);
std::string encode(const Employer& employer);
std::string encode(const Selection& selection);
std::string encode(const Proposal& proposal);
std::string encode(const ContactMoment& moment);
std::string encode(const ImportReport& report);
std::string encode(const MatchResult& result);

/// Throws malformed_document for text that is no JSON object (or nests deeper than 32, or repeats a key) and
/// invalid_input with every violation (unknown field, wrong type, broken limit) at once.
SearchProfile decode_search_profile(std::string_view json);
DetailProfile decode_detail_profile(std::string_view json);
Vacancy decode_vacancy(std::string_view json);
Employer decode_employer(std::string_view json);
Selection decode_selection(std::string_view json);
Proposal decode_proposal(std::string_view json);
ContactMoment decode_contact_moment(std::string_view json);
ImportReport decode_import_report(std::string_view json);
MatchResult decode_match_result(std::string_view json);

/// The same for JSON that encode() wrote and that was found valid then, as a store keeps it: one pass without a tree,
/// more than ten times faster. Other JSON is decoded as above.
SearchProfile decode_canonical_search_profile(std::string_view json);
Vacancy decode_canonical_vacancy(std::string_view json);

/// Every broken limit of a record that was not read from JSON; empty when it is valid.
std::vector<Violation> validate(const SearchProfile& profile);
std::vector<Violation> validate(const DetailProfile& profile);
std::vector<Violation> validate(const Vacancy& vacancy);
std::vector<Violation> validate(const Employer& employer);
std::vector<Violation> validate(const Selection& selection);
std::vector<Violation> validate(const Proposal& proposal);
std::vector<Violation> validate(const ContactMoment& moment);

}  // namespace passend
