// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <variant>

#include "matcher/run/run.hpp"

/// Runs as records: components/schemas/RecordedRun of schemas/openapi/passend.yaml.
namespace passend::run {

using Record = std::variant<Run, BatchShowings>;

/// One line of JSON without line end. A record has exactly one such form.
std::string encode(const Record& record);

/// Reads what encode() wrote and nothing else. Throws malformed_document saying what is wrong.
Record decode(std::string_view json);

/// A vacancy that stands in no pool, in the numbers of one taxonomy.
nlohmann::ordered_json facts_json(const pool::VacancyFacts& facts);
/// Throws what nlohmann throws, and malformed_document for a member that is not known.
pool::VacancyFacts read_facts(const nlohmann::json& json);

}  // namespace passend::run
