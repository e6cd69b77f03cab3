// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "indexer/intake/record_notes.hpp"
#include "indexer/model/vacancy.hpp"

/// The parts of a job posting that sites write in many ways.
namespace passend::intake::job_posting {

/// A member that is there and not null; null otherwise.
const nlohmann::json* member(const nlohmann::json& node, const char* name);

/// The text of a value: a text or number itself, the first of a list, of an object its @value, name, value or url.
std::string text_of(const nlohmann::json* value);
/// The same, freed of HTML and of entities, however often they were encoded.
std::string plain_text_of(const nlohmann::json* value);

/// employmentType: one text, a list, or a list written out as text ("['FULL_TIME', 'PART_TIME']").
void read_employment_types(const nlohmann::json& posting, Vacancy& vacancy);
/// jobLocation: the first that names a place. A postcode counts only in the Netherlands.
void read_location(const nlohmann::json& posting, Vacancy& vacancy, RecordNotes& notes);
/// baseSalary or estimatedSalary in euros: a MonetaryAmount, a number or a text.
void read_salary_of(const nlohmann::json& posting, Vacancy& vacancy);
/// relevantOccupation, skills, educationRequirements, experienceRequirements.
void read_demands(const nlohmann::json& posting, Vacancy& vacancy);
void read_contact(const nlohmann::json& posting, Vacancy& vacancy);

}  // namespace passend::intake::job_posting
