// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "indexer/store/read_log.hpp"
#include "indexer/store/store.hpp"

namespace passend::privacy {

/// All that is kept of one person.
struct PersonData {
  store::Stored<SearchProfile> search;
  DetailProfile detail;
  std::vector<store::Stored<Proposal>> proposals;  ///< Newest step first.
  std::vector<store::PersonRead> views;            ///< Who looked, newest first.
  Timestamp read;
};

/// Absent when there is nobody with this id in the scope. The read of the details leaves its row in the audit.
std::optional<PersonData> read_person(store::Store& store, store::ReadLog& reads, CandidateId person,
                                      const store::Scope& scope, const store::Actor& actor);

/// A concept in words, where a record holds its URI alone.
using LabelSource = std::function<std::string(const ConceptRef&)>;

/// Everything, as JSON in the form of schemas/json/person-export.schema.json.
std::string export_json(const PersonData& person);
/// The portfolio as a Europass SkillsPassport 3.4. Dates that are not known, and what has no place in it, are left out.
std::string export_europass(const PersonData& person, const LabelSource& label);

}  // namespace passend::privacy
