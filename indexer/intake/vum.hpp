// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <vector>

#include "indexer/intake/vum_fields.hpp"
#include "indexer/model/portfolio.hpp"
#include "indexer/model/vacancy.hpp"

/// Records of the VUM exchange (koppelvlak 3.0, data standard 1.5), and what 0.8 to 2 wrote differently
/// (standards: matchingsgegevens.nl; github.com/ibnext/vum-docs; github.com/VNG-Realisatie/UM-Pilot).
namespace passend::intake::vum_format {

/// The record of a document; absent, with a rejection in the notes, when it has no usable id.
std::optional<Portfolio> read_portfolio(const nlohmann::json& document, Date today, RecordNotes& notes);
std::optional<Vacancy> read_vacancy(const nlohmann::json& document, RecordNotes& notes);

// What the two have in common.

/// The id that the source gave the record; empty with a rejection when it is missing or malformed.
std::string read_source_id(VumFields& record, std::string_view name);
/// An occupation: a URI in v3; a register code with a description, or a free name, before.
std::optional<ConceptRef> read_occupation(VumFields& occupation);
/// competentiebeheersing (v3), vakvaardigheid and gedragscompetentie (before): each to `add` with its level.
void read_competences(VumFields& qualification, const std::function<void(ConceptRef, std::optional<Proficiency>)>& add);
WeeklyHours read_hours(VumFields& working_times);
/// Appends the types of contract and agreement, each once.
void read_contract_forms(VumFields& record, std::optional<std::vector<ContractType>>& contract_types,
                         std::optional<std::vector<AgreementType>>& agreements);
ContactPerson read_contact(VumFields& contact);
std::optional<WebAddress> read_web_address(VumFields& address);
/// Name, code and level of an education in the shapes of v3 and before.
Education read_education_subject(VumFields& education);

/// Appends to an optional list, making it when it is absent.
template <class T>
void append(std::optional<std::vector<T>>& list, T item) {
  if (!list) list.emplace();
  list->push_back(std::move(item));
}

}  // namespace passend::intake::vum_format
