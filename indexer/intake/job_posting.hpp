// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <optional>

#include "indexer/intake/record_notes.hpp"
#include "indexer/model/vacancy.hpp"

/// https://schema.org/JobPosting as sites really write it.
namespace passend::intake::job_posting {

/// The job posting of a JSON-LD node: itself, or what its `mainEntity` or `item` holds; null when it is something else.
const nlohmann::json* find_posting(const nlohmann::json& node);

/// Absent, with a rejection in the notes, when there is no title. The source id is the identifier, else the URL, else a
/// hash over title, employer and place, so that the same posting is found again.
std::optional<Vacancy> read_posting(const nlohmann::json& posting, RecordNotes& notes);

}  // namespace passend::intake::job_posting
