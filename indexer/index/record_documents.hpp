// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "indexer/index/concept_resolver.hpp"
#include "indexer/index/document.hpp"
#include "indexer/model/portfolio.hpp"
#include "indexer/model/vacancy.hpp"

/// From records to documents, field by field of the table.
namespace passend::index {

/// Takes a search profile and nothing else: the detail profile has no way in.
Document candidate_document(const SearchProfile& profile, std::int64_t version, ConceptResolver& resolver);
Document vacancy_document(const Vacancy& vacancy, std::int64_t version, ConceptResolver& resolver);

/// The four digits of a postcode; empty when it does not begin with four digits.
std::string four_digits(const std::string& postcode);

}  // namespace passend::index
