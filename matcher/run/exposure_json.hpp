// SPDX-License-Identifier: EUPL-1.2
#pragma once
#include <string>

#include "matcher/run/exposure.hpp"

namespace passend::run {

/// The summary: counts, bands and groups, nobody by id.
std::string summary_json(const Exposure& exposure);
/// One person as a line of NDJSON, without its end.
std::string person_json(const PersonExposure& person);

}  // namespace passend::run
